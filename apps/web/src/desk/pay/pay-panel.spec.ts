import { MEMBER, Till } from '../../testing/till.fixtures.js';

let till: Till;
const LINES = [
  Till.product(1, '拿铁', 56_00),
  Till.product(2, '洗发水', 89_00),
  Till.product(3, '护理', 168_00),
];
const SOLD = {
  ...{ saleId: 1, receiptNo: 'RM-20261122-0001', dueCents: 281_70, changeCents: 18_30 },
  ...{ principalCents: 166_65, bonusCents: 33_35, receivedCents: 81_70, pointsEarned: 248 },
  ...{ principalAfterCents: 905_35, bonusAfterCents: 181_15, pointsAfter: 3_668 },
};
const money = () => till.text('.pay');
const problem = () => till.text('[data-test=pay-problem]');
const inAmountOf = () =>
  document.activeElement?.closest('[data-tender]')?.getAttribute('data-tender') ?? null;

beforeEach(() => {
  till = new Till();
});
afterEach(() => till.close());

it('shows what is due with the level, splits the wallet, and sends what pays (golden G05)', async () => {
  await till.open(Till.draft(LINES, { memberId: 7 }));
  await till.until(() => till.text('.who').includes(MEMBER.name ?? ''));
  for (const figure of ['281.70', '313.00', '−31.30']) expect(money()).toContain(figure);
  await till.press('Alt+Digit1');
  expect(inAmountOf()).toBe('wallet');
  await till.type('200');
  await till.press('Alt+Digit3');
  await till.type('100');
  for (const figure of ['166.65', '33.35', '+ 248', '1,086.50', '18.30'])
    expect(money()).toContain(figure);
  till.answers['POST /sales'] = SOLD;
  await till.press('F2');
  await till.until(() => till.has('[data-test=change]'));
  expect(till.command('/sales')).toEqual({
    lines: [
      { productId: 1, qtyMilli: 1_000, unitPriceCents: 56_00 },
      { productId: 2, qtyMilli: 1_000, unitPriceCents: 89_00 },
      { productId: 3, qtyMilli: 1_000, unitPriceCents: 168_00 },
    ],
    tenders: [
      { tender: 'wallet', amountCents: 200_00 },
      { tender: 'cash', amountCents: 81_70, givenCents: 100_00 },
    ],
    dueCents: 281_70,
    memberId: 7,
  });
  for (const figure of ['18.30', '905.35', '181.15', '248', '3,668'])
    expect(till.text('.sold')).toContain(figure);
});

it('goes on by Enter from the amount to the number of the slip, and pays from the last one', async () => {
  await till.open(Till.draft([Till.product(1, '拿铁', 56_00)]));
  till.answers['POST /sales'] = { ...SOLD, dueCents: 56_00, changeCents: 0 };
  await till.press('Alt+Digit4');
  await till.press('F2');
  expect(problem()).toBe('Enter the number of the slip or voucher.');
  expect(till.command('/sales')).toBeUndefined();
  await till.press('Enter');
  await till.type('8812');
  await till.press('Enter');
  await till.until(() => till.has('[data-test=change]'));
  expect(till.command('/sales')?.tenders).toEqual([
    { tender: 'card', amountCents: 56_00, reference: '8812' },
  ]);
});

it('says what is missing or too much, sends nothing, and keeps what was typed through Esc', async () => {
  await till.open(Till.draft([Till.product(1, '拿铁', 56_00)]));
  await till.press('Alt+Digit3');
  await till.type('50');
  await till.press('Enter');
  expect(problem()).toBe('This does not cover the amount yet.');
  expect(money()).toContain('Remaining6.00');
  await till.press('Escape');
  expect(document.activeElement?.getAttribute('role')).toBe('combobox');
  expect(money()).toContain('Remaining6.00');
  await till.press('Alt+Digit2');
  await till.type('60');
  await till.press('F2');
  expect(problem()).toBe('Change is given for cash only; lower the amount.');
  expect(till.command('/sales')).toBeUndefined();
});

it('takes no money while what stands in an amount is no amount, though another tender would cover it', async () => {
  await till.open(Till.draft([Till.product(1, '拿铁', 56_00)], { memberId: 7 }));
  await till.until(() => till.text('.who').includes(MEMBER.name ?? ''));
  await till.press('Alt+Digit3');
  for (const typed of ['1,20', '999999999.99']) {
    await till.type(typed);
    await till.press('Alt+Digit1');
    await till.press('F2');
    expect(problem()).toBe('Correct the marked amount first.');
    expect(till.command('/sales')).toBeUndefined();
    await till.press('Alt+Digit3');
  }
  expect(money()).toContain('At most 100000000.00');
});

it('takes an amount as large as the server does, in every tender', async () => {
  await till.open(Till.draft([Till.product(1, '金条', 12_000_000_00)]));
  till.answers['POST /sales'] = { ...SOLD, dueCents: 12_000_000_00, changeCents: 0 };
  await till.press('Alt+Digit3');
  expect(till.has('[data-tender] [role=alert]')).toBe(false);
  await till.press('F2');
  await till.until(() => till.command('/sales') !== undefined);
  expect(till.command('/sales')?.tenders).toEqual([
    { tender: 'cash', amountCents: 12_000_000_00, givenCents: 12_000_000_00 },
  ]);
});

it('says why the server refused, and keeps the cart', async () => {
  await till.open(Till.draft([Till.product(1, '拿铁', 56_00)]));
  till.answers['POST /sales'] = [
    409,
    { code: 'stock.short', params: { productId: 1, availableMilli: 0 } },
  ];
  await till.press('Alt+Digit3');
  await till.press('F2');
  await till.until(() => problem() !== '');
  expect(problem()).toContain('拿铁');
  expect(till.text('.cart tbody')).toContain('Short: 0 in stock');
});

it('asks for an amount without goods by its key, and sells it', async () => {
  await till.open();
  till.answers['GET /categories'] = [
    { id: 3, code: 'T', name: '茶水', depth: 1, children: [] },
    { id: 4, code: 'B', name: '烘焙', depth: 1, children: [] },
  ];
  await till.press('Alt+KeyJ');
  await till.until(() => till.has('[data-field=amountCents] input'));
  await till.until(() => document.activeElement?.matches('[data-field] input') === true);
  await till.press('F2');
  expect(till.has('.cart tbody tr')).toBe(false);
  await till.type('12.5');
  const [, tea] = document.querySelectorAll<HTMLInputElement>('.chips input');
  tea?.click();
  await till.press('Enter');
  await till.until(() => till.has('.cart tbody tr'));
  expect(till.text('.cart tbody')).toContain('Quick sale · 茶水');
  till.answers['POST /sales'] = { ...SOLD, dueCents: 12_50, changeCents: 0 };
  await till.press('Alt+Digit3');
  await till.press('F2');
  await till.until(() => till.has('[data-test=change]'));
  expect(till.command('/sales')?.lines).toEqual([
    { kind: 'quick', amountCents: 12_50, categoryId: 3 },
  ]);
});
