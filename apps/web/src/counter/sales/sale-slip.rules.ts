import type { SaleRow } from '../../api/types.js';
import type { SlipRow } from '../../desk/slips/desk-slip.js';

export const slipOfSale = (sale: SaleRow): SlipRow => ({
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
