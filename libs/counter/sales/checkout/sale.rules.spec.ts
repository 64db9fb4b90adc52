import { tenderKinds } from '#chain/tenders';
import { linesByKind, saleLines } from '#goods/lines';
import { moneyTender } from '../../../chain/tenders/money.tender.js';
import { walletTender } from '../../../value/wallets/wallet.tender.js';
import { productLine, type SoldProduct } from '../lines/product.line.js';
import { priceSale } from './sale.rules.js';
import { paymentOf } from '../payment/tender.rules.js';

const product = (id: number, priceCents: number, more: Partial<SoldProduct> = {}): SoldProduct => ({
  id,
  name: `p${id}`,
  kind: 'goods',
  status: 'active',
  priceCents,
  priceSource: 'list',
  priceVersion: id,
  discountable: true,
  weighed: false,
  pointsFactorBps: 10_000,
  ...more,
});
const known = (...products: SoldProduct[]) => ({ product: products });
const gold = { payRateBps: 9_000, rounding: 'none' as const, lines: {} };
saleLines(productLine)();
tenderKinds(walletTender, moneyTender)();
const asked = (lines: object[], dueCents: number) => ({ lines: linesByKind(lines), dueCents });

describe('the price of a cart', () => {
  const cart = [product(1, 56_00), product(2, 89_00), product(3, 168_00, { kind: 'service' })];
  const lines = cart.map(({ id, priceCents }) => ({
    productId: id,
    qtyMilli: 1000,
    unitPriceCents: priceCents,
  }));

  it('is what golden G05 says', () => {
    const { quote } = priceSale(asked(lines, 281_70), known(...cart), gold);
    expect(quote.lines.map((line) => line.netCents)).toEqual([50_40, 80_10, 151_20]);
    expect([quote.listCents, quote.discountCents, quote.dueCents]).toEqual([313_00, 31_30, 281_70]);
  });

  it('tells which prices changed since they were scanned, each product once', () => {
    const twice = [...lines, { productId: 2, qtyMilli: 2000, unitPriceCents: 89_00 }];
    const today = known(
      product(1, 56_00),
      product(2, 99_00),
      product(3, 160_00, { kind: 'service' }),
    );
    expect(() => priceSale(asked(twice, 1), today, gold)).toThrow(
      expect.objectContaining({
        code: 'sale.price_changed',
        params: {
          lines: [
            { productId: 2, unitPriceCents: 99_00 },
            { productId: 3, unitPriceCents: 160_00 },
          ],
        },
      }),
    );
  });

  it('tells what is due when the level or the rounding changed', () => {
    expect(() =>
      priceSale(asked(lines, 281_70), known(...cart), { ...gold, payRateBps: 9_500 }),
    ).toThrow(expect.objectContaining({ code: 'sale.due_changed', params: { dueCents: 297_35 } }));
  });

  it('sells weighed goods by any quantity, others by the piece (golden G17)', () => {
    const apples = product(1, 39_80, { weighed: true });
    const line = { productId: 1, qtyMilli: 1235, unitPriceCents: 39_80 };
    expect(
      priceSale(asked([line], 46_70), known(apples), { ...gold, payRateBps: 9_500 }).quote.dueCents,
    ).toBe(46_70);
    expect(() =>
      priceSale(asked([line], 46_70), known({ ...apples, weighed: false }), gold),
    ).toThrow('sale.whole_units_only');
  });

  it('refuses what is not sold any more, and what is unknown', () => {
    const [line] = lines;
    expect(() =>
      priceSale(asked([line!], 1), known(product(1, 56_00, { status: 'discontinued' })), gold),
    ).toThrow('sale.product_not_for_sale');
    expect(() => priceSale(asked([line!], 1), known(), gold)).toThrow(
      expect.objectContaining({
        errors: [{ field: 'lines.0.productId', code: 'field.unknown_reference' }],
      }),
    );
  });
});

describe('tenders', () => {
  it('give change for cash (golden G05)', () => {
    const payment = paymentOf(281_70, [
      { tender: 'wallet', amountCents: 200_00 },
      { tender: 'cash', amountCents: 81_70, givenCents: 100_00 },
    ]);
    expect(payment).toMatchObject({
      walletCents: 200_00,
      receivedCents: 81_70,
      changeCents: 18_30,
      ownCents: 0,
    });
  });

  it.each([
    ['sale.tenders_do_not_cover', [{ tender: 'cash' as const, amountCents: 99_99 }]],
    [
      'sale.tenders_do_not_cover',
      [{ tender: 'cash' as const, amountCents: 100_00, givenCents: 50_00 }],
    ],
    ['sale.tenders_exceed', [{ tender: 'wallet' as const, amountCents: 100_01 }]],
    [
      'sale.change_only_for_cash',
      [{ tender: 'wechat' as const, amountCents: 100_00, givenCents: 120_00 }],
    ],
    [
      'sale.change_only_for_cash',
      [{ tender: 'wallet' as const, amountCents: 100_00, givenCents: 120_00 }],
    ],
    [
      'sale.tender_twice',
      [
        { tender: 'cash' as const, amountCents: 50_00 },
        { tender: 'cash' as const, amountCents: 50_00 },
      ],
    ],
  ])('%s', (code, tenders) => {
    expect(() => paymentOf(100_00, tenders)).toThrow(code);
  });

  it('are not needed where nothing is due', () => {
    expect(paymentOf(0, [])).toMatchObject({ walletCents: 0, receivedCents: 0, changeCents: 0 });
  });
});
