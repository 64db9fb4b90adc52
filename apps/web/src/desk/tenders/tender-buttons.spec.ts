import { SESSION, Till } from '../../testing/till.fixtures.js';

let till: Till;
const NAMES = { mall: 'Voucher of the Riverside shopping centre', meituan: 'Meituan group buying' };
const own = (code: keyof typeof NAMES) => ({
  ...{ code, nameZh: NAMES[code], nameEn: NAMES[code], place: 'platform', asksReference: false },
  ...{ refundable: true, tillKey: '6', taken: true },
});
const button = () =>
  [...document.querySelectorAll<HTMLButtonElement>('.pay .tgrid button')].find(({ title }) =>
    title.includes(NAMES.mall),
  );

beforeEach(async () => {
  till = new Till();
  till.answers['GET /session'] = {
    ...SESSION,
    tenders: [...SESSION.tenders, own('mall'), own('meituan')],
  };
  await till.open(Till.draft([Till.product(1, '拿铁', 56_00)]));
});
afterEach(() => till.close());

it('shows all tenders of a key by their whole names, and keeps their key beside them', () => {
  const both = `${NAMES.mall} / ${NAMES.meituan}`;
  expect(button()?.querySelector('span')?.textContent).toBe(both);
  expect(button()?.title).toBe(both);
  expect(button()?.lastElementChild?.textContent).toBe('Alt 6');
});
