import type { Declaration } from '#kernel';
import type { BookCheck } from './verify-books.js';

/**
 * What a kind of entry does to a wallet, as far as a refund asks: its draws use value up (`spends`), or whatever it moves
 * is no use (`other`: value comes in, leaves as money, goes to another wallet, is given or taken by hand, is undone).
 */
export type EntryKind =
  | { kind: string; wallet: 'other' }
  | {
      kind: string;
      wallet: 'spends';
      /** A query with the columns entry_id and list_cents: what was sold, at list price, as far as the wallet paid for it. */
      listPrice: string;
    };

const kinds = new Map<string, EntryKind>(
  ['release', 'expiry'].map((kind) => [kind, { kind, wallet: 'other' }]),
);

let isDeclared = false;

/** Whoever posts entries of a kind declares it, once. What declares nothing is no use of a wallet, and a finding of verify books. */
export const entryKinds =
  (...declared: EntryKind[]): Declaration =>
  () => {
    for (const kind of declared) kinds.set(kind.kind, kind);
    isDeclared = true;
  };

export function declaredKinds(): EntryKind[] {
  // Without them nothing would be a use of a wallet, and a refund would pay too much.
  if (!isDeclared) throw new Error('no capability has declared its entries: apps/composition');
  return [...kinds.values()];
}

/** For whoever composes all capabilities: only there every kind is declared. */
export const DECLARED_KINDS: BookCheck = {
  name: 'entry.kind_declared',
  sql: () => `SELECT 'entries of kind ' || kind AS subject, count(*) || ' entries' AS "left", 'declares nothing' AS "right"
    FROM ledger.entry WHERE kind <> ALL ('{${[...kinds.keys()].join(',')}}') GROUP BY kind`,
};
