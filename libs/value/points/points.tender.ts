import { componentOf, defineTender } from '#chain/tenders';
import type { Settings } from '#chain/settings';
import { atField, DomainError } from '#kernel';
import { yuan } from '#kernel/rules';
import { House, pointsOf } from '#ledger';
import { type PointsPayProblem, pointsPayProblem, type PointsPayRule } from './points-pay.rules.js';
import { PointsError } from './points.errors.js';
import words from './words/tender-names.locale.js';

const POINTS = 'points';
const PART = { component: componentOf(POINTS), figure: 'other' } as const;

/** Read it before a transaction begins: settings have a connection of their own. */
export const pointsPayRule = async (settings: Settings): Promise<PointsPayRule> => ({
  on: await settings.get('points.pay'),
  pointsPerYuan: await settings.get('points.pay_per_yuan'),
  step: await settings.get('points.pay_step'),
  maxPercent: await settings.get('points.pay_percent'),
});

/**
 * 积分抵现: points of the buyer pay by the rule of head office, those that expire first before others. What they pay earns
 * nothing; it comes back as points left × value / value left, half up (golden G11). Errors: points.pay_off,
 * points.pay_rests, points.pay_steps, points.worth_changed, points.pays_too_much, ledger.insufficient_points.
 */
export const pointsTender = defineTender<never, PointsPayRule>({
  kind: POINTS,
  code: POINTS,
  words: { 'zh-CN': words['zh-CN'].tender.points, en: words.en.tender.points },
  order: 20,
  unit: 'points',
  proof: 'buyer',
  message: ({ cents, units }, after) =>
    `积分支付${units}分（抵${yuan(cents)}元），余额${after.points}分`,
  givesChange: () => false,
  components: () => [PART],
  terms: pointsPayRule,
  facts: null,
  judge(tenders, _facts, { dueCents, buyer, terms }) {
    const sale = { dueCents, benefitsRest: buyer?.benefitsRest ?? false };
    for (const { at, units: points, amountCents } of tenders) {
      const problem = pointsPayProblem({ points, amountCents }, sale, terms);
      if (problem) throw refusal(problem, `tenders.${at}.units`);
    }
  },
  plan: (books, tenders, { storeId, buyer }) => ({
    paid: tenders.map(({ units, amountCents }) => {
      if (!buyer || units === null) throw new Error('points are of somebody, and counted');
      const redeemed = House.pointsRedeemed(storeId);
      books.take(pointsOf(buyer.memberId), units, redeemed);
      // The same account says in money what they paid.
      books.house(redeemed, amountCents);
      books.house(House.sales(storeId), -amountCents);
      return { ...PART, cents: amountCents };
    }),
  }),
  giveBack(books, parts, { soldByStoreId, sales, graceDays }) {
    const against = House.pointsRedeemed(soldByStoreId);
    return parts.flatMap(({ component, cents, units }) => {
      books.house(against, -cents);
      books.house(sales, cents);
      const given = books.giveBackDrawn(POINTS, units ?? 0, { graceDays, against });
      return given.map((each) => ({ ...each, component }));
    });
  },
});

function refusal(problem: PointsPayProblem, field: string): DomainError {
  switch (problem.why) {
    case 'off':
      return PointsError.payOff();
    case 'rests':
      return PointsError.payRests();
    case 'missing':
      return new DomainError('request.invalid', 422, {}, [{ field, code: 'field.required' }]);
    case 'step':
      return atField(field, PointsError.paySteps({ step: problem.step }));
    case 'worth':
      return atField(field, PointsError.worthChanged({ cents: problem.cents }));
    case 'share':
      return atField(field, PointsError.paysTooMuch({ maxCents: problem.maxCents }));
  }
}
