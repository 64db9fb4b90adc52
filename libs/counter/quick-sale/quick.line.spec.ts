import { linesByKind, saleLines } from '#goods/lines';
import { quoteSale } from '#goods/pricing';
import { quickLine } from './quick.line.js';

saleLines(quickLine)();
const TEA = { id: 7, name: '茶水' };

const priced = (
  inputs: { amountCents: number; categoryId?: number | null }[],
  discountable = true,
) =>
  quickLine.price(
    inputs.map((input, at) => ({ at, input: { kind: 'quick' as const, ...input } })),
    [TEA],
    { discountable },
  );

it('is one piece of the amount, called by its category where it has one', () => {
  const [plain, tea] = priced([{ amountCents: 38_50 }, { amountCents: 1, categoryId: 7 }]);
  expect(plain).toEqual({
    ...{ productId: null, categoryId: null, name: '', qtyMilli: 1_000, unitPriceCents: 38_50 },
    ...{ discountable: true, pointsFactorBps: 10_000 },
  });
  expect(tea).toMatchObject({ categoryId: 7, name: '茶水', unitPriceCents: 1 });
});

it('refuses a category that nobody has, at its field', () => {
  expect(() => priced([{ amountCents: 1 }, { amountCents: 1, categoryId: 8 }])).toThrow(
    expect.objectContaining({
      errors: [{ field: 'lines.1.categoryId', code: 'field.unknown_reference' }],
    }),
  );
});

it('is lowered by the level as the setting says', () => {
  const due = (discountable: boolean) =>
    quoteSale({
      lines: priced([{ amountCents: 100_00 }], discountable),
      payRateBps: 9_000,
      rounding: 'none',
    }).dueCents;
  expect([due(true), due(false)]).toEqual([90_00, 100_00]);
});

it('asks for its categories once each, and for no account', () => {
  const [{ lines } = { lines: [] }] = linesByKind([
    { kind: 'quick', categoryId: 7 },
    { kind: 'quick' },
    { kind: 'quick', categoryId: 7 },
  ] as object[]);
  expect(quickLine.facts.asked(lines.map(({ input }) => input) as never)).toEqual([7]);
});
