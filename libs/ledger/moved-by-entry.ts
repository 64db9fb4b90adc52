import { IS_MONEY } from './house.js';

/** What an entry moved, from the documents' side: value taken from members positive, money into the drawer positive. */
export const MOVED_BY_ENTRY = `SELECT e.id AS entry_id, e.kind,
         coalesce(sum(p.amount) FILTER (WHERE a.kind = 'principal'), 0) AS principal,
         coalesce(sum(p.amount) FILTER (WHERE a.kind = 'bonus'), 0) AS bonus,
         coalesce(sum(p.amount) FILTER (WHERE a.kind = 'points'), 0) AS points,
         coalesce(sum(p.amount) FILTER (WHERE p.house = 'sales'), 0) AS sales,
         coalesce(sum(p.amount) FILTER (WHERE ${IS_MONEY}), 0) AS money
    FROM ledger.entry e LEFT JOIN ledger.posting p ON p.entry_id = e.id LEFT JOIN ledger.account a ON a.id = p.account_id`;
