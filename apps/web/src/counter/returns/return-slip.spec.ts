import { Till } from '../../testing/till.fixtures.js';

let till: Till;
const BACK = {
  ...{ cents: 50_40, principalCents: 42_00, bonusCents: 8_40, money: [], counted: [] },
  ...{ points: 50 },
  ...{ pointsOwed: 0, principalAfterCents: 100_00, bonusAfterCents: 20_00, pointsAfter: 7 },
};
const line = (returnedMilli: number) => ({
  ...{ lineNo: 1, kind: 'product', productName: '拿铁', unit: '杯', weighed: false, isGoods: true },
  ...{ qtyMilli: 2_000, returnedMilli, netCents: 100_80, leftCents: 100_80 - returnedMilli * 5.04 },
});
const amount = {
  ...{ lineNo: 2, kind: 'quick', productName: '茶水', unit: null, weighed: false, isGoods: false },
  ...{ qtyMilli: 1_000, returnedMilli: 0, netCents: 12_00, leftCents: 12_00 },
};
const sale = (returned: boolean) => ({
  ...{ saleId: 1, receiptNo: 'RM-20261122-0001', memberName: '周若彤' },
  ...{ businessDate: '2026-11-22', dueCents: 112_80, voided: false },
  returnedCents: returned ? 50_40 : 0,
  lines: [line(returned ? 1_000 : 0), amount],
  returns: returned
    ? [
        {
          ...BACK,
          ...{ id: 6, receiptNo: 'RM-20261122-R001', businessDate: '2026-11-22' },
          ...{ at: '2026-11-22T04:00:00Z', storeName: '人民路店', tillName: '1 号台' },
          ...{ staffName: '林晓', reason: '不喜欢', printCount: 0 },
          lines: [
            {
              ...{ lineNo: 1, kind: 'product', productName: '拿铁', unit: '杯' },
              ...{ qtyMilli: 1_000, cents: 50_40, goods: 'shelf' },
            },
          ],
        },
      ]
    : [],
});
const sent = () => till.command('/sales/1/returns');

beforeEach(async () => {
  till = new Till();
  till.answers['GET /sales'] = {
    total: 1,
    rows: [
      {
        ...{ id: 1, receiptNo: 'RM-20261122-0001', at: '2026-11-22T03:00:00Z', tenders: [] },
        ...{ memberName: '周若彤', dueCents: 112_80, returnedCents: 0, voided: false },
      },
    ],
  };
  till.answers['GET /sales/1/returns'] = sale(false);
  till.answers['GET /sales/1/returns/preview'] = {
    ...BACK,
    lines: [{ lineNo: 1, qtyMilli: 1_000, cents: 50_40 }],
    bonus: [{ into: 'lot', amountCents: 8_40, expiresOn: null }],
    ...{ moneyFrom: 'till', needsApproval: false },
  };
  await till.open();
  await till.press('Alt+KeyR');
  await till.until(() => till.text('[role=dialog]').includes('RM-20261122-0001'));
  await till.press('Enter');
  await till.until(() => document.activeElement?.matches('.lines input') === true);
});
afterEach(() => till.close());

it('names what goes back where before it happens, and what was sold without goods by its kind', async () => {
  expect(till.text('.lines')).toContain('Quick sale · 茶水');
  await till.type('1');
  await till.until(() => till.text('.figures').includes('50.40'));
  for (const figure of ['42.00', '8.40', '50']) expect(till.text('.figures')).toContain(figure);
  expect(sent()).toBeUndefined();
});

it('says where cash is taken from, and of no other tender that it lies in a drawer', async () => {
  till.answers['GET /sales/1/returns/preview'] = {
    ...(till.answers['GET /sales/1/returns/preview'] as object),
    money: [
      { tender: 'cash', amountCents: 30_00 },
      { tender: 'wechat', amountCents: 20_40 },
    ],
  };
  await till.type('1');
  await till.until(() => till.text('.figures').includes('20.40'));
  const labels = [...document.querySelectorAll('.figures dt')].map((each) => each.textContent);
  expect(labels.filter((label) => label?.includes('drawer'))).toHaveLength(1);
  expect(labels.find((label) => label?.includes('drawer'))).toContain('cash');
});

it('is sent by F2 with its reason, and its slip says what came back and what was given', async () => {
  await till.type('1');
  await till.until(() => till.text('.figures').includes('50.40'));
  document.querySelector<HTMLInputElement>('[data-field=reason] input')?.focus();
  await till.type('不喜欢');
  till.answers['POST /sales/1/returns'] = {
    ...BACK,
    ...{ returnId: 6, receiptNo: 'RM-20261122-R001', saleId: 1, entryId: 1 },
  };
  till.answers['GET /sales/1/returns'] = sale(true);
  await till.press('F2');
  await till.until(() => till.text('.paper').includes('RM-20261122-R001'));
  expect(sent()).toMatchObject({
    lines: [{ lineNo: 1, qtyMilli: 1_000, goods: 'shelf' }],
    reason: '不喜欢',
    cents: 50_40,
  });
  for (const words of ['RM-20261122-0001', '拿铁', '50.40', '42.00', '8.40'])
    expect(till.text('.paper')).toContain(words);
});

it.each([
  ['0', 'More than 0'],
  ['-1', 'More than 0'],
  ['1.5', 'Sold by the piece: whole numbers only'],
  ['1,5', 'Not a quantity: digits only, such as 2'],
  ['1 0', 'Not a quantity: digits only, such as 2'],
  ['3', 'At most 2'],
])('says at the field why %s is no quantity of pieces, and sends nothing', async (typed, words) => {
  document.querySelector<HTMLInputElement>('[data-field=reason] input')?.focus();
  await till.type('不喜欢');
  document.querySelector<HTMLInputElement>('.lines input')?.focus();
  await till.type(typed);
  await till.press('F2');
  expect(till.text('.lines [role=alert]')).toBe(words);
  expect(document.activeElement?.matches('.lines input[aria-invalid=true]')).toBe(true);
  expect(sent()).toBeUndefined();
  await till.type('1');
  expect(till.has('.lines [role=alert]')).toBe(false);
});

it('whose answer was lost stands on the screen with its amount and its receipt, until it is known', async () => {
  const chip = (state: string) => till.text(`[data-attempt=${state}]`);
  await till.type('1');
  await till.until(() => till.text('.figures').includes('50.40'));
  document.querySelector<HTMLInputElement>('[data-field=reason] input')?.focus();
  await till.type('不喜欢');
  till.answers['POST /sales/1/returns'] = [503, {}];
  await till.press('F2');
  await till.until(() => sent() !== undefined);
  await till.press('Escape');
  await till.until(() => chip('unknown') !== '');
  expect(chip('unknown')).toContain(
    'The return of a sale of 50.40 (receipt RM-20261122-0001) is not known yet',
  );
  till.answers['POST /sales/1/returns'] = {
    ...BACK,
    ...{ returnId: 6, receiptNo: 'RM-20261122-R001', saleId: 1, entryId: 1 },
  };
  document.querySelector<HTMLButtonElement>('[data-attempt=unknown] button')?.click();
  await till.until(() => chip('made') !== '');
  expect(chip('made')).toContain(
    'The first return of a sale of 50.40 (receipt RM-20261122-0001) was made, No. RM-20261122-R001.',
  );
});

it('is left by Esc, and nothing came back', async () => {
  await till.type('1');
  await till.press('Escape');
  await till.until(() => !till.has('.lines'));
  expect(sent()).toBeUndefined();
});
