import { act, type ActRows, defineCondition, lastDayOf, range } from '#chain/conditions';
import { STORES } from '#chain/stores';

const accounts = (kinds: string) =>
  `SELECT w.member_id FROM ledger.account a JOIN wallet w ON w.id = a.owner_id WHERE a.kind IN (${kinds}) GROUP BY w.member_id`;
const BOTH = accounts("'principal', 'bonus'");

const amount = (field: string, order: number, grouped: string, measured = 'sum(a.balance)') =>
  defineCondition({ field, group: 'value', order, ...range('cents', { grouped, measured }) });

/** A top-up that was reversed does not count. */
const TOP_UPS: ActRows = {
  from: 'top_up x',
  amount: 'x.principal_cents',
  stands: 'NOT EXISTS (SELECT FROM ledger.reversal r WHERE r.reversed_entry_id = x.entry_id)',
};

export const WALLET_CONDITIONS = [
  amount('walletCents', 10, BOTH),
  amount('principalCents', 20, accounts("'principal'")),
  amount('bonusCents', 30, accounts("'bonus'")),
  amount('debtCents', 40, BOTH, 'sum(a.debt)'),
  defineCondition({ field: 'lastTopUp', group: 'acts', order: 30, ...lastDayOf(TOP_UPS) }),
  defineCondition({ field: 'topUps', group: 'acts', order: 40, ...act(TOP_UPS, STORES) }),
];
