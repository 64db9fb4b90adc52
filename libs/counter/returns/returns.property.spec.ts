import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { House, Ledger, pointsOf } from '#ledger';
import { mostPoints, type PointsPayRule, worthOf } from '#value/points';
import { testApp } from '#workshop/testing';
import { aShopper, shelved } from '../sales/sales.fixtures.js';
import { returned, sold } from './returns.fixtures.js';

// Random sales and random returns of them until nothing is left: everything is as it was. The books are verified after all.
const { db, org, as } = await testApp({ books: 'once' });
const manager = as('manager');
const at = { storeId: org.renminId, staffId: org.staffIds.manager };
const PRICES = [3_33, 10_00, 27_77];
/** No step and no point is worth whole cents. */
const RULE: PointsPayRule = { on: true, pointsPerYuan: 13, step: 3, maxPercent: 100 };

beforeAll(async () => {
  for (const key of [
    'approval.return_from_cents',
    'approval.member_day_from_cents',
    'approval.staff_day_from_cents',
    'wallet.pin_limit_cents',
  ])
    await as('head').put(`/api/v1/settings/${key}`, { value: 10_000_000_00, version: 0 });
  for (const [key, value] of [
    ['points.pay', RULE.on],
    ['points.pay_per_yuan', RULE.pointsPerYuan],
    ['points.pay_step', RULE.step],
    ['points.pay_percent', RULE.maxPercent],
  ] as const)
    await as('head').put(`/api/v1/settings/${key}`, { value, version: 0 });
  await manager.sitAt(org.renminTillId);
});

/** Points in lots that end one after the other, so that most sales draw from several. */
async function grantPoints(memberId: number, lots: number, each: number): Promise<void> {
  const ref = pointsOf(memberId);
  const act = {
    ...{ kind: 'adjustment', businessDate: '2026-11-01', at: new Date(), ...at, memberId },
    accounts: [ref],
  };
  await db.write((tx) =>
    new Ledger().act(tx, act, (books) => {
      for (let year = 2030; year < 2030 + lots; year += 1)
        books.grant(ref, each, {
          against: House.pointsIssued(at.storeId),
          expiresOn: `${year}-12-31`,
          terms: 'gift',
        });
    }),
  );
}

const standing = async ({ walletId, memberId }: { walletId: number; memberId: number }) => ({
  lots: await db.query(
    `SELECT l.id, l.remaining, l.state FROM ledger.lot l JOIN ledger.account a ON a.id = l.account_id
      WHERE a.kind IN ('principal', 'bonus') AND a.owner_id = $1 OR a.kind = 'points' AND a.owner_id = $2 AND l.terms = 'gift' ORDER BY 1`,
    [walletId, memberId],
  ),
  points: await db.query(
    `SELECT balance, debt FROM ledger.account WHERE kind = 'points' AND owner_id = $1 AND (balance > 0 OR debt > 0)`,
    [memberId],
  ),
  houses: await db.query(
    `SELECT house, unit, sum(amount)::bigint AS amount, sum(value_cents)::bigint AS value FROM ledger.posting
      WHERE house IS NOT NULL AND house <> 'stock_opening' GROUP BY 1, 2 HAVING sum(amount) <> 0 OR sum(value_cents) <> 0 ORDER BY 1, 2`,
  ),
  stock: await db.query(
    `SELECT unit, balance, value_cents FROM ledger.account WHERE kind = 'stock' ORDER BY unit`,
  ),
});

async function everythingBack({ points: isPaid }: { points: boolean }): Promise<void> {
  const levelId = org.levelIds.gold;
  const member = await db.write((tx) =>
    aShopper(tx, { ...at, levelId, principalCents: 5_000_01, bonusCents: 777_77 }),
  );
  if (isPaid) await grantPoints(member.memberId, 60, 41);
  const products: { id: number; priceCents: number }[] = [];
  for (const priceCents of PRICES)
    products.push(
      await db.write((tx) =>
        shelved(tx, at, { priceCents, qtyMilli: 900_000, valueCents: 1_234_57 }),
      ),
    );
  const before = await standing(member);
  const cart = fc.record({
    /** The fourth product is none: an amount without goods. */
    lines: fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 4,
    }),
    wallet: fc.nat(100),
    wechat: fc.nat(100),
    points: isPaid ? fc.integer({ min: 1, max: 60 }) : fc.constant(0),
    order: fc.array(fc.nat(1_000), { minLength: 30, maxLength: 30 }),
  });
  const { body: detail } = await manager.get(`/api/v1/members/${member.memberId}`);
  const rate = detail.level.payRateBps as number;
  for (const { lines, wallet, wechat, points, order } of fc.sample(cart, {
    numRuns: 12,
    seed: 20261130,
  })) {
    const asked = lines.map(([chosen, pieces]) => {
      const product = products[chosen];
      if (!product) return { kind: 'quick', amountCents: pieces * 7_77 };
      const { id: productId, priceCents: unitPriceCents } = product;
      return { productId, qtyMilli: pieces * 1_000, unitPriceCents };
    });
    const milliOf = ({ qtyMilli = 1_000 }: { qtyMilli?: number }) => qtyMilli;
    const dueCents = asked.reduce((sum, line) => {
      const priceCents = 'amountCents' in line ? line.amountCents : line.unitPriceCents;
      return sum + Math.round(((priceCents ?? 0) * (milliOf(line) / 1_000) * rate) / 10_000);
    }, 0);
    const openCents = Math.floor((dueCents * points) / 100);
    const units = mostPoints({ dueCents, openCents, balance: 60 * 41 }, RULE);
    const pointsCents = worthOf(units, RULE);
    const walletCents = Math.floor(((dueCents - pointsCents) * wallet) / 100);
    const moneyCents = dueCents - pointsCents - walletCents;
    const wechatCents = Math.floor((moneyCents * wechat) / 100);
    const tenders = [
      { tender: 'wallet', amountCents: walletCents },
      { tender: 'wechat', amountCents: wechatCents },
      { tender: 'cash', amountCents: moneyCents - wechatCents },
      { tender: 'points', amountCents: pointsCents, units },
    ].filter(({ amountCents }) => amountCents > 0);
    const body = { memberId: member.memberId, lines: asked, tenders, dueCents };
    const saleId = await sold(manager, body);
    const left = asked.map(milliOf);
    for (const chance of order) {
      const open = left.flatMap((milli, index) => (milli > 0 ? [index] : []));
      if (!open.length) break;
      const index = open[chance % open.length] as number;
      const qtyMilli = chance % 3 ? 1_000 : (left[index] as number);
      const answer = await returned(manager, saleId, [{ lineNo: index + 1, qtyMilli }]);
      expect(answer.status === 201 ? null : answer.text).toBeNull();
      left[index] = (left[index] as number) - qtyMilli;
    }
    expect(left.every((milli) => milli === 0)).toBe(true);
    const sale = await db.one<object>(
      `SELECT due_cents - returned_cents AS due, points_earned - returned_points AS points,
              (SELECT coalesce(sum(units - returned_units), 0)::int FROM sale_tender WHERE sale_id = s.id) AS units FROM sale s WHERE id = $1`,
      [saleId],
    );
    expect(sale).toEqual({ due: 0, points: 0, units: 0 });
  }
  const { houses: moved, ...after } = await standing(member);
  const { houses: opened, ...then } = before;
  expect(after).toEqual(then);
  expect(moved).toEqual(opened);
}

it('gives everything back: tenders, lots, points and goods', () =>
  everythingBack({ points: false }));

it('the migration derives for sales that stand what the rule says', async () => {
  const components = () =>
    db.query('SELECT sale_id, line_no, kind, cents FROM sale_component ORDER BY 1, 2, 3');
  const kept = await components();
  expect(kept.length).toBeGreaterThan(20);
  const text = await readFile(
    new URL('../../../migrations/0050-components-of-a-sale.sql', import.meta.url),
    'utf8',
  );
  const derive = text.slice(text.indexOf('DO $$'), text.lastIndexOf('END $$;') + 7);
  await db.write(async (tx) => {
    await tx.query('CREATE TEMP TABLE earlier ON COMMIT DROP AS SELECT * FROM sale_component');
    await tx.query('DELETE FROM sale_component');
    await tx.query(derive);
    expect(
      await tx.query('SELECT sale_id, line_no, kind, cents FROM sale_component ORDER BY 1, 2, 3'),
    ).toEqual(kept);
    await tx.query('DELETE FROM sale_component');
    await tx.query('INSERT INTO sale_component SELECT * FROM earlier');
  });
  expect(await components()).toEqual(kept);
});

it('gives the points back that had paid, to the lots that they came from', () =>
  everythingBack({ points: true }));
