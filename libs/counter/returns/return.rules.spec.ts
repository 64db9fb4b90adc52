import fc from 'fast-check';
import { largestRemainder } from '#kernel/rules';
import { tenderKinds } from '#chain/tenders';
import { pointsOf } from '#goods/pricing';
import { moneyTender } from '../../chain/tenders/money.tender.js';
import { pointsTender } from '../../value/points/points.tender.js';
import { walletTender } from '../../value/wallets/wallet.tender.js';
import { componentsOf } from '../sales/payment/component.rules.js';
import { type KeptSale, planReturn, type PlannedReturn } from './return.rules.js';

tenderKinds(walletTender, pointsTender, moneyTender)();

interface Bought {
  lines: { netCents: number; qtyMilli: number; costCents?: number; factorBps?: number }[];
  principalCents?: number;
  bonusCents?: number;
  /** Points, and what they are worth. */
  points?: { units: number; cents: number };
  money: { tender: string; amountCents: number }[];
  pointsPerYuanBps?: number;
  bonusEarns?: boolean;
}

/** A sale as the books keep it; `rate: false` as one from before the rate was kept. */
function kept(bought: Bought, { rate = true } = {}): KeptSale {
  const { principalCents = 0, bonusCents = 0, money, pointsPerYuanBps = 10_000 } = bought;
  const { points } = bought;
  const otherCents = points?.cents ?? 0;
  const lines = bought.lines.map(({ netCents, factorBps = 10_000 }) => ({
    netCents,
    pointsFactorBps: factorBps,
  }));
  const receivedCents = sum(money.map(({ amountCents }) => amountCents));
  const paid = { principalCents, bonusCents, otherCents, receivedCents };
  const terms = { pointsPerYuanBps, bonusEarns: bought.bonusEarns ?? false };
  const earned = pointsOf({ lines, ...paid, ...terms });
  const components = componentsOf({
    lines: lines.map(({ netCents }, i) => ({
      netCents,
      bonusPartCents: earned.lines[i]?.bonusPartCents ?? 0,
      otherPartCents: earned.lines[i]?.otherPartCents ?? 0,
    })),
    paid: [
      { component: 'principal', figure: 'principal', cents: principalCents },
      { component: 'bonus', figure: 'bonus', cents: bonusCents },
      { component: 'tender:points', figure: 'other', cents: otherCents },
      ...money.map(({ tender, amountCents: cents }) => ({
        component: `tender:${tender}`,
        figure: 'received' as const,
        cents,
      })),
    ],
  });
  return {
    pointsEarned: earned.points,
    returnedPoints: 0,
    pointsPerYuanBps: rate ? pointsPerYuanBps : null,
    tenders: points ? [{ tender: 'points', units: points.units, returnedUnits: 0 }] : [],
    lines: bought.lines.map(({ netCents, qtyMilli, costCents = 0, factorBps = 10_000 }, i) => ({
      ...{
        lineNo: i + 1,
        kind: 'product',
        productId: i + 1,
        productName: '',
        unit: '',
        isGoods: true,
      },
      weighed: true,
      ...{ qtyMilli, returnedMilli: 0, netCents, costCents, returnedCostCents: 0 },
      bonusPartCents: earned.lines[i]?.bonusPartCents ?? 0,
      eligibleCents: earned.lines[i]?.eligibleCents ?? 0,
      pointsFactorBps: factorBps,
      components: components
        .filter(({ lineNo }) => lineNo === i + 1)
        .map(({ kind, cents }) => ({ kind, cents, returnedCents: 0 })),
    })),
  };
}

/** The sale after a return, as it is written down. */
function after(sale: KeptSale, planned: PlannedReturn): KeptSale {
  return {
    ...sale,
    returnedPoints: sale.returnedPoints + planned.points,
    tenders: sale.tenders.map((each) => ({
      ...each,
      returnedUnits:
        each.returnedUnits +
        (planned.counted.find(({ tender }) => tender === each.tender)?.units ?? 0),
    })),
    lines: sale.lines.map((line) => {
      const back = planned.lines.find(({ lineNo }) => lineNo === line.lineNo);
      if (!back) return line;
      return {
        ...line,
        returnedMilli: line.returnedMilli + back.qtyMilli,
        returnedCostCents: line.returnedCostCents + back.costCents,
        components: line.components.map((component) => {
          const of = planned.components.find(
            ({ lineNo, kind }) => lineNo === line.lineNo && kind === component.kind,
          );
          return { ...component, returnedCents: component.returnedCents + (of?.cents ?? 0) };
        }),
      };
    }),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const one = (qtyMilli: number, lineNo = 1) => ({ lineNo, qtyMilli });

const G05: Bought = {
  lines: [50_40, 80_10, 151_20].map((netCents) => ({ netCents, qtyMilli: 1_000 })),
  principalCents: 166_65,
  bonusCents: 33_35,
  money: [{ tender: 'cash', amountCents: 81_70 }],
};

describe.each([
  ['by the rate of the sale', true],
  ['of a sale from before the rate was kept', false],
])('a return, %s', (_, rate) => {
  it('of the shampoo of golden G05, then of the rest (G06)', () => {
    const sale = kept(G05, { rate });
    const first = planReturn(sale, [one(1_000, 2)]);
    expect(first).toMatchObject({
      ...{ cents: 80_10, principalCents: 47_39, bonusCents: 9_48, points: 71 },
      money: [{ tender: 'cash', amountCents: 23_23 }],
    });
    const second = planReturn(after(sale, first), [one(1_000, 1), one(1_000, 3)]);
    expect(second).toMatchObject({
      ...{ cents: 201_60, principalCents: 119_26, bonusCents: 23_87, points: 177 },
      money: [{ tender: 'cash', amountCents: 58_47 }],
    });
  });

  it('piece by piece takes the points of each piece back, and the last one all (G07)', () => {
    const cash = [{ tender: 'cash', amountCents: 29_70 }];
    let sale = kept({ lines: [{ netCents: 29_70, qtyMilli: 3_000 }], money: cash }, { rate });
    const points = [1, 2, 3].map(() => {
      const planned = planReturn(sale, [one(1_000)]);
      sale = after(sale, planned);
      return [planned.cents, planned.points];
    });
    expect(points).toEqual([
      [9_90, 10],
      [9_90, 10],
      [9_90, 9],
    ]);
  });

  it('in any pieces gives back the sale exactly, and never more than is left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ netCents: fc.nat(300_00), pieces: fc.integer({ min: 1, max: 5 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }),
        fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 }),
        fc.boolean(),
        (lines, weights, chances, bonusEarns) => {
          fc.pre(sum(weights) > 0);
          const due = sum(lines.map(({ netCents }) => netCents));
          const [principalCents = 0, bonusCents = 0, cash = 0, wechat = 0] = largestRemainder(
            due,
            weights,
          );
          let sale = kept(
            {
              lines: lines.map(({ netCents, pieces }) => ({
                ...{ netCents, qtyMilli: pieces * 1_000, costCents: Math.floor(netCents / 3) },
              })),
              ...{ principalCents, bonusCents, bonusEarns, pointsPerYuanBps: 15_000 },
              money: [
                { tender: 'cash', amountCents: cash },
                { tender: 'wechat', amountCents: wechat },
              ],
            },
            { rate },
          );
          const totals = { principal: 0, bonus: 0, cash: 0, wechat: 0, points: 0, cost: 0 };
          for (const chance of [...chances, ...lines.map(() => 0)]) {
            const open = sale.lines.filter((line) => line.returnedMilli < line.qtyMilli);
            const line = open[chance % Math.max(1, open.length)];
            if (!line) break;
            const left = line.qtyMilli - line.returnedMilli;
            const planned = planReturn(sale, [one(chance % 3 === 0 ? left : 1_000, line.lineNo)]);
            const money = (tender: string) =>
              planned.money.find((each) => each.tender === tender)?.amountCents ?? 0;
            totals.principal += planned.principalCents;
            totals.bonus += planned.bonusCents;
            totals.cash += money('cash');
            totals.wechat += money('wechat');
            totals.points += planned.points;
            totals.cost += planned.costCents;
            expect(planned.principalCents + planned.bonusCents + planned.receivedCents).toBe(
              planned.cents,
            );
            sale = after(sale, planned);
            for (const { cents, returnedCents } of sale.lines.flatMap((each) => each.components))
              expect(returnedCents).toBeLessThanOrEqual(cents);
          }
          fc.pre(sale.lines.every((each) => each.returnedMilli === each.qtyMilli));
          expect(totals).toEqual({
            ...{ principal: principalCents, bonus: bonusCents, cash, wechat },
            points: sale.pointsEarned,
            cost: sum(lines.map(({ netCents }) => Math.floor(netCents / 3))),
          });
        },
      ),
    );
  });
});

describe('a return refuses', () => {
  const cash = [{ tender: 'cash', amountCents: 30_00 }];
  const sale = kept({ lines: [{ netCents: 30_00, qtyMilli: 3_000 }], money: cash });

  it.each([
    ['more than is left', [one(3_001)], 'return.more_than_left'],
    ['a line that is not there', [one(1_000, 2)], 'return.line_unknown'],
    ['a line twice', [one(1_000), one(1_000)], 'return.line_twice'],
  ])('%s', (_, asked, code) => {
    expect(() => planReturn(sale, asked)).toThrow(expect.objectContaining({ code }));
  });

  it('more than is left of a line of which some came back', () => {
    const lines = sale.lines.map((line) => ({ ...line, returnedMilli: 1_000 }));
    expect(() => planReturn({ ...sale, lines }, [one(2_001)])).toThrow(
      expect.objectContaining({
        code: 'return.more_than_left',
        params: { lineNo: 1, leftMilli: 2_000 },
      }),
    );
  });

  it('a part of what is sold by the piece', () => {
    const [line] = sale.lines;
    const pieces = { ...sale, lines: line ? [{ ...line, weighed: false }] : [] };
    expect(() => planReturn(pieces, [one(500)])).toThrow(
      expect.objectContaining({ code: 'sale.whole_units_only' }),
    );
  });
});
