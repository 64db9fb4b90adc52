import { SESSION, Till } from '../../testing/till.fixtures.js';

let till: Till;
const PHONE = '13912345678';
const NOBODY = { members: [], match: 'none', by: 'phone', card: null };
const NOTHING = { products: [], match: 'none' };

async function ask(text: string, permissions = SESSION.permissions): Promise<void> {
  till.answers['GET /session'] = { ...SESSION, permissions };
  till.answers['GET /members/lookup'] = NOBODY;
  till.answers['GET /products/lookup'] = NOTHING;
  till.answers['GET /members/duplicates'] = [];
  till.answers['GET /member-fields'] = [];
  await till.open();
  await till.type(text);
  await till.press('Enter');
  await till.until(() => till.notices.length > 0);
}

beforeEach(() => {
  till = new Till();
});
afterEach(() => till.close());

it('names the key of a registration where nobody has the phone, and the phone goes along', async () => {
  await ask('139 1234 5678');
  expect(till.notices).toEqual([
    `No member has the phone ${PHONE}. Press Alt N to register a new one; the number goes along.`,
  ]);
  await till.press('Alt+KeyN');
  await till.until(() => till.has('[data-field=phone] input'));
  expect(document.querySelector<HTMLInputElement>('[data-field=phone] input')?.value).toBe(PHONE);
});

it('says only that nothing was found to whoever may not register, and of what is no mobile', async () => {
  await ask(
    PHONE,
    SESSION.permissions.filter((right) => right !== 'member.register'),
  );
  expect(till.notices).toEqual([`Nothing found for “${PHONE}”; check it and try again.`]);
  till.close();
  till = new Till();
  await ask('05718888888');
  expect(till.notices).toEqual(['Nothing found for “05718888888”; check it and try again.']);
});
