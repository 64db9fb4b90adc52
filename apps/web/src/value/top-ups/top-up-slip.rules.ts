import type { SlipRow } from '../../desk/slips/desk-slip.js';
import type { TopUpRow } from './top-ups.queries.js';

export const slipOfTopUp = (topUp: TopUpRow): SlipRow => ({
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
