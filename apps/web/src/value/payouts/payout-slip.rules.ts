import type { PayoutRow } from '../../api/payout.types.js';
import type { SlipRow } from '../../desk/slips/desk-slip.js';

export const slipOfPayout = (payout: PayoutRow): SlipRow => ({
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
