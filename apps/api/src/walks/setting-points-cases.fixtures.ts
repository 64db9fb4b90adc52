import { aMember } from '../../../../libs/membership/members/members.fixtures.js';
import { done, refusal, type SettingCase, type SettingChain } from './setting-chain.fixtures.js';

const FAR = 9_000_000_00;

/** Every point pays a cent, of all of a sale. */
const POINTS_PAY = {
  'points.pay': true,
  'points.pay_per_yuan': 100,
  'points.pay_step': 1,
  'points.pay_percent': 100,
  'sale.rounding': 'none',
  // The points are given by hand before they pay.
  'approval.adjustment_from_cents': FAR,
  'approval.member_day_from_cents': FAR,
  'approval.staff_day_from_cents': FAR,
} as const;

/** Why so many points can't pay so much of a sale of 100.00; null: they did. */
async function paidByPoints(
  chain: SettingChain,
  units: number,
  amountCents: number,
): Promise<string | null> {
  const { memberId } = await aMember(chain.db);
  await done(chain.ask(`/members/${memberId}/points-adjustments`, { points: units, reason: '补' }));
  const cents = 100_00 - amountCents;
  const tenders = [
    { tender: 'points', amountCents, units },
    { tender: 'cash', amountCents: cents, givenCents: cents },
  ];
  const lines = [{ kind: 'quick', amountCents: 100_00 }];
  return refusal(chain.ask('/sales', { memberId, lines, tenders, dueCents: 100_00 }));
}

/** The last day of a point that is given today. */
async function pointsUntil(chain: SettingChain): Promise<string | null> {
  const { memberId } = await aMember(chain.db);
  await done(chain.ask(`/members/${memberId}/points-adjustments`, { points: 1, reason: '补' }));
  const { day } = await chain.db.one<{ day: string | null }>(
    `SELECT l.expires_on AS day FROM ledger.lot l JOIN ledger.account a ON a.id = l.account_id WHERE a.kind = 'points' AND a.owner_id = $1`,
    [memberId],
  );
  return day;
}

const LAST_DAYS = { never: null, days: '2027-12-29', end_of_year: '2029-12-31' };

/** The settings of points, each with values that no other setting has. */
export const POINTS_CASES = {
  'points.expiry': {
    values: ['days', 'never', 'end_of_year'],
    shows: async (chain, how) => expect(await pointsUntil(chain)).toBe(LAST_DAYS[how]),
  } satisfies SettingCase<keyof typeof LAST_DAYS>,
  'points.expiry_years': {
    values: [3, 2],
    when: { 'points.expiry': 'end_of_year' },
    shows: async (chain, years) => expect(await pointsUntil(chain)).toBe(`${2026 + years}-12-31`),
  } satisfies SettingCase<number>,
  'points.expiry_days': {
    values: [401, 6],
    when: { 'points.expiry': 'days' },
    shows: async (chain, days) =>
      expect(await pointsUntil(chain)).toBe(days === 6 ? '2026-11-29' : '2027-12-29'),
  } satisfies SettingCase<number>,
  'points.on_bonus': {
    values: [true, false],
    when: { 'wallet.spend_order': 'proportional' },
    async shows(chain, counts) {
      const { cardNo } = await chain.customer(100_00, 100_00);
      const answer = await done(chain.sale(100_00, { cardNo }));
      expect(answer).toMatchObject({ pointsEarned: counts ? 100 : 50 });
    },
  } satisfies SettingCase<boolean>,
  'points.pay': {
    values: [true, false],
    when: { ...POINTS_PAY, 'points.pay': true },
    shows: async (chain, pays) =>
      expect(await paidByPoints(chain, 100, 1_00)).toBe(pays ? null : 'points.pay_off'),
  } satisfies SettingCase<boolean>,
  'points.pay_per_yuan': {
    values: [251, 59],
    when: POINTS_PAY,
    async shows(chain, perYuan) {
      expect(await paidByPoints(chain, 10 * perYuan, 10_00)).toBeNull();
      expect(await paidByPoints(chain, 11 * perYuan, 10_00)).toBe('points.worth_changed');
    },
  } satisfies SettingCase<number>,
  'points.pay_step': {
    values: [61, 37],
    when: POINTS_PAY,
    async shows(chain, step) {
      expect(await paidByPoints(chain, 2 * step, 2 * step)).toBeNull();
      expect(await paidByPoints(chain, 2 * step + 1, 2 * step + 1)).toBe('points.pay_steps');
    },
  } satisfies SettingCase<number>,
  'points.pay_percent': {
    values: [73, 53],
    when: POINTS_PAY,
    async shows(chain, percent) {
      const most = percent * 100;
      expect(await paidByPoints(chain, most, most)).toBeNull();
      expect(await paidByPoints(chain, most + 1, most + 1)).toBe('points.pays_too_much');
    },
  } satisfies SettingCase<number>,
};
