import type { PayoutRow } from '../../api/payout.types.js';
import type { SaleRow } from '../../api/types.js';
import type { TopUpRow } from '../../value/top-ups/top-ups.queries.js';

/** One slip of the day, whatever it is of. */
export interface SlipRow {
  kind: 'sale' | 'topUp' | 'payout';
  id: number;
  receiptNo: string;
  at: string;
  /** Key of the words for what it is of. */
  what: string;
  memberId: number | null;
  memberName: string | null;
  tenders: readonly string[];
  /** What was taken, or paid out. */
  cents: number;
  undone: boolean;
}

const ofSale = (sale: SaleRow): SlipRow => ({
  kind: 'sale',
  id: sale.id,
  receiptNo: sale.receiptNo,
  at: sale.at,
  what: 'desk.slips.kinds.sale',
  memberId: sale.memberId ?? null,
  memberName: sale.memberName ?? null,
  tenders: sale.tenders,
  cents: sale.dueCents,
  undone: sale.voided,
});

const ofTopUp = (topUp: TopUpRow): SlipRow => ({
  kind: 'topUp',
  id: topUp.id,
  receiptNo: topUp.receiptNo,
  at: topUp.at,
  what: 'desk.slips.kinds.topUp',
  memberId: topUp.memberId,
  memberName: topUp.memberName,
  tenders: [topUp.tender],
  cents: topUp.principalCents,
  undone: topUp.reversedBy !== null,
});

const ofPayout = (payout: PayoutRow): SlipRow => ({
  kind: 'payout',
  id: payout.id,
  receiptNo: payout.receiptNo,
  at: payout.at,
  what: `payout.kinds.${payout.kind}`,
  memberId: payout.memberId,
  memberName: payout.memberName,
  tenders: payout.tender ? [payout.tender] : [],
  // A transfer pays nobody at the counter: what it moved is its amount.
  cents:
    payout.kind === 'transfer' ? payout.principalCents : payout.paidCents + payout.depositCents,
  undone: payout.reversed,
});

/** The newest `most` slips of three lists of which each holds its own newest. */
export function mergeSlips(
  sales: readonly SaleRow[],
  topUps: readonly TopUpRow[],
  payouts: readonly PayoutRow[],
  most: number,
): SlipRow[] {
  return [...sales.map(ofSale), ...topUps.map(ofTopUp), ...payouts.map(ofPayout)]
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, most);
}
