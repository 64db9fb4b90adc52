import { act, type ActRows, defineCondition, lastDayOf } from '#chain/conditions';
import { STORES } from '#chain/stores';

/** Voided sales and what came back of a sale do not count. */
const SALES: ActRows = {
  from: 'sale x',
  amount: 'x.due_cents - x.returned_cents',
  stands: 'x.member_id IS NOT NULL AND x.voided_at IS NULL',
};

export const SALE_CONDITIONS = [
  defineCondition({ field: 'lastVisit', group: 'acts', order: 10, ...lastDayOf(SALES) }),
  defineCondition({ field: 'spend', group: 'acts', order: 20, ...act(SALES, STORES) }),
];
