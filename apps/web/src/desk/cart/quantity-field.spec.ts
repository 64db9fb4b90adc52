import { Till } from '../../testing/till.fixtures.js';

let till: Till;
const field = () => document.activeElement as HTMLInputElement;
const problem = () => till.text('.cart tbody [role=alert]');
const quantities = () =>
  [...document.querySelectorAll<HTMLInputElement>('.cart td.c input')].map(({ value }) => value);

beforeEach(async () => {
  till = new Till();
  await till.open(Till.draft([Till.product(1, '拿铁', 28_00)]));
  await till.press('Alt+KeyQ');
  expect(field().closest('td.c')).not.toBeNull();
});
afterEach(() => till.close());

it.each([
  ['0', 'More than 0; Delete removes the line'],
  ['-1', 'More than 0; Delete removes the line'],
  ['1.5', 'Sold by the piece: whole numbers only'],
  ['1,5', 'Not a quantity: digits only, such as 2'],
  ['1 0', 'Not a quantity: digits only, such as 2'],
  ['100001', 'At most 100000'],
])(
  'says at the field why %s is no quantity, and keeps the keyboard there',
  async (typed, words) => {
    await till.type(typed);
    await till.press('Enter');
    expect(problem()).toBe(words);
    expect([field().value, field().getAttribute('aria-invalid')]).toEqual([typed, 'true']);
    await till.type('2');
    expect(problem()).toBe('');
    await till.press('Enter');
    expect(quantities()).toEqual(['2']);
    expect(field().getAttribute('role')).toBe('combobox');
  },
);

it('keeps its quantity when it is left with what is none, and says so', async () => {
  await till.type('1,5');
  field().blur();
  await till.until(() => till.notices.length > 0);
  expect(till.notices).toEqual(['“1,5” is not a quantity; it stays 1.']);
  await till.until(() => quantities()[0] === '1');
  expect(problem()).toBe('');
});
