import { type BulkLedger, bonusOf, pointsOf, principalOf } from '#ledger';
import { mostPoints, type PointsPayRule, worthOf } from '#value/points';
import type { DemoMember } from './demo-members.js';
import { OWN_TENDERS, TENDERS } from './organisation.data.js';
import type { SeededRandom } from './random.js';

/** How points pay, as the settings of the demo chain say it. */
export const POINTS_PAY: PointsPayRule = {
  on: true,
  pointsPerYuan: 100,
  step: 100,
  maxPercent: 50,
};
const POINTS_EVERY = 10;

/** What a store does not take, or what tops up no wallet, is paid by card. */
export function tenderAt(storeId: number, code: string, what?: 'refundable'): string {
  const own = OWN_TENDERS.find((tender) => tender.code === code);
  if (!own) return code;
  const isTaken = !('stores' in own) || own.stores.some((id) => id === storeId);
  return isTaken && (own.refundable || !what) ? code : 'bank_card';
}

/** Numbers of vouchers and slips look alike, and none comes twice. */
export const slipNo = (tender: string, count: number): string | null =>
  OWN_TENDERS.some(({ code }) => code === tender) ? `${88_000_001 + count * 7}` : null;

/** Cash is handed over in round notes. */
const moneyOf = (tender: string, amountCents: number, count: number) => ({
  tender,
  amountCents,
  givenCents: tender === 'cash' ? Math.ceil(amountCents / 10_00) * 10_00 : amountCents,
  reference: slipNo(tender, count),
});

interface Bill {
  member: DemoMember | null;
  storeId: number;
  dueCents: number;
  /** How many sales there were before. */
  count: number;
}

/** Now and then points as the rule allows, from the wallet what it has, the rest by one kind of money. */
export function demoTenders(
  ledger: BulkLedger,
  random: SeededRandom,
  { member, storeId, dueCents, count }: Bill,
) {
  const spendable = member?.usesWallet
    ? ledger.balanceOf(principalOf(member.id)) + ledger.balanceOf(bonusOf(member.id))
    : 0;
  const balance = member && count % POINTS_EVERY === 0 ? ledger.balanceOf(pointsOf(member.id)) : 0;
  const points = mostPoints({ dueCents, openCents: dueCents, balance }, POINTS_PAY);
  const pointsCents = worthOf(points, POINTS_PAY);
  const wallet = Math.min(spendable, dueCents - pointsCents);
  const tender = tenderAt(storeId, random.weighted(TENDERS));
  const rest = dueCents - pointsCents - wallet;
  return [
    ...(points ? [{ tender: 'points', amountCents: pointsCents, units: points }] : []),
    ...(wallet ? [{ tender: 'wallet', amountCents: wallet }] : []),
    ...(rest ? [moneyOf(tender, rest, count)] : []),
  ];
}
