import type { BookState, NewLot } from './book-state.js';
import type { House } from './house.js';
import type { EntryDraft, OpenAccount, OpenLot } from './journal.js';

export interface GrantTerms {
  /** The house account that gives, debited with the amount: the drawer for a top-up, the bonus cost for a bonus. */
  against: House;
  /** Last valid day. */
  expiresOn?: string | null;
  /** First day it can be spent; until then it is held. Debt is repaid on that day. */
  releasesOn?: string | null;
  tender?: string | null;
  /** Points of the same store, terms and expiry share one lot. */
  terms?: string;
  /** The value of visits. */
  valueCents?: number;
  gifted?: boolean;
  /** Where the value comes from, when it is not this act (an import). */
  origin?: { storeId: number; on: string; entryId?: number | null };
}

export interface Granted {
  /** What repaid debt of this kind before anything became spendable. */
  repaid: number;
}

/** Credits an account with a lot of its own; points join the open lot of their store, terms and expiry. */
export function grant(
  state: BookState,
  draft: EntryDraft,
  account: OpenAccount,
  amount: number,
  terms: GrantTerms,
): Granted {
  const { valueCents = 0 } = terms;
  const held = Boolean(terms.releasesOn && terms.releasesOn > state.today);
  const lot = lotFor(state, draft, account, {
    originStoreId: terms.origin?.storeId ?? state.facts.storeId,
    originOn: terms.origin?.on ?? state.today,
    originEntryId: terms.origin?.entryId ?? null,
    expiresOn: terms.expiresOn ?? null,
    releasesOn: held ? terms.releasesOn : null,
    tender: terms.tender ?? null,
    terms: terms.terms ?? '',
    gifted: terms.gifted ?? false,
    joined: account.kind === 'points' && !held,
  });
  draft.house(terms.against, account.unit, amount, valueCents);
  return { repaid: grantInto(state, draft, account, lot, amount, valueCents) };
}

/** Value granted into a lot: held until its day, or spendable less the debt it repays. Returns what was repaid. */
export function grantInto(
  state: BookState,
  draft: EntryDraft,
  account: OpenAccount,
  lot: OpenLot,
  amount: number,
  valueCents: number,
): number {
  if (lot.state !== 'held') return state.credit(draft, account, lot, amount, 'grant', valueCents);
  draft.move(lot, 'grant', amount, { facet: 'held', valueCents });
  draft.change(account, 'held', amount, valueCents);
  return 0;
}

/** The open lot that value of these terms joins, or a new one. */
export function lotFor(
  state: BookState,
  draft: EntryDraft,
  account: OpenAccount,
  terms: NewLot,
): OpenLot {
  const same = terms.joined
    ? state
        .lotsOf(account.id)
        .find(
          (lot) =>
            lot.joined &&
            lot.state === 'open' &&
            lot.originStoreId === terms.originStoreId &&
            lot.terms === (terms.terms ?? '') &&
            lot.expiresOn === (terms.expiresOn ?? null),
        )
    : undefined;
  return same ?? state.makeLot(draft, account, terms);
}
