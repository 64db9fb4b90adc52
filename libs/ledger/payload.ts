import type { EntryDraft, OpenLot } from './journal.js';

/** The entries of one act in the shape ledger.post takes: settlement first, the act last. */
export function payloadOf(
  drafts: readonly EntryDraft[],
  lots: readonly OpenLot[],
): Record<string, unknown> {
  const newLots = drafts.flatMap((draft) => draft.newLots);
  const indexOf = new Map(newLots.map((lot, index) => [lot, index + 1]));
  const touched = new Set<number>();
  const negative = new Set<number>();
  const postings: unknown[] = [];
  const moves: unknown[] = [];
  drafts.forEach((draft, index) => {
    let seq = 0;
    for (const posting of draft.postings.values()) {
      seq += 1;
      const { account, house } = posting;
      if (account) touched.add(account.id);
      if (account?.mayBeNegative) negative.add(account.id);
      postings.push({
        e: index + 1,
        s: seq,
        u: posting.unit,
        m: posting.amount,
        ...(posting.valueCents ? { c: posting.valueCents } : {}),
        ...(account
          ? { a: account.id, f: posting.facet, v: posting.version, r: posting.after }
          : { h: house?.house, st: house?.storeId }),
      });
    }
    draft.moves.forEach((move, place) => {
      moves.push({
        s: place + 1,
        ...(move.lot.id === null ? { n: indexOf.get(move.lot) } : { l: move.lot.id }),
        e: index + 1,
        a: move.lot.accountId,
        f: move.facet,
        k: move.kind,
        m: move.amount,
        ...(move.valueCents ? { c: move.valueCents } : {}),
        ...(move.originEntryId ? { o: move.originEntryId } : {}),
      });
    });
  });
  const changed = lots.filter((lot) => lot.changed && lot.id !== null);
  return {
    entries: drafts.map((draft, index) => entryRow(draft, index + 1)),
    postings,
    accounts: touched.size,
    ...(negative.size ? { negative: [...negative] } : {}),
    ...(changed.length ? { changed_lots: changed.map(changedRow) } : {}),
    ...(newLots.length
      ? {
          new_lots: drafts.flatMap((draft, index) =>
            draft.newLots.map((lot) => newRow(lot, indexOf.get(lot) ?? 0, index + 1)),
          ),
        }
      : {}),
    ...(moves.length ? { moves } : {}),
    ...(drafts.at(-1)?.reversesEntryId ? { reverses: drafts.at(-1)?.reversesEntryId } : {}),
  };
}

function entryRow(
  { facts, relatesEntryId, reversesEntryId }: EntryDraft,
  index: number,
): Record<string, unknown> {
  return {
    i: index,
    kind: facts.kind,
    business_date: facts.businessDate,
    at: facts.at.toISOString(),
    // What is unknown is left out: the database reads a missing key as NULL.
    staff_id: facts.staffId ?? undefined,
    shift_id: facts.shiftId ?? undefined,
    till_id: facts.tillId ?? undefined,
    reason: facts.reason ?? undefined,
    document_kind: facts.document?.kind,
    document_no: facts.document?.no ?? undefined,
    member_id: facts.memberId ?? undefined,
    store_id: facts.storeId,
    home_store_id: facts.homeStoreId ?? undefined,
    card_store_id: facts.cardStoreId ?? undefined,
    drawer_store_id: facts.drawerStoreId ?? undefined,
    reverses_entry_id: reversesEntryId ?? undefined,
    relates_entry_id: relatesEntryId ?? undefined,
  };
}

const changedRow = (lot: OpenLot): Record<string, unknown> => ({
  id: lot.id,
  state: lot.state,
  granted: lot.granted,
  remaining: lot.remaining,
  expired: lot.expired,
  forgiven: lot.forgiven,
  value_cents: lot.valueCents,
});

const newRow = (lot: OpenLot, index: number, entry: number): Record<string, unknown> => ({
  i: index,
  e: entry,
  account_id: lot.accountId,
  unit: lot.unit,
  state: lot.state,
  joined: lot.joined,
  gifted: lot.gifted,
  grace: lot.grace,
  origin_entry_id: lot.originEntryId,
  origin_store_id: lot.originStoreId,
  origin_on: lot.originOn,
  expires_on: lot.expiresOn,
  releases_on: lot.releasesOn,
  tender: lot.tender,
  terms: lot.terms,
  granted: lot.granted,
  remaining: lot.remaining,
  expired: lot.expired,
  forgiven: lot.forgiven,
  value_cents: lot.valueCents,
  parent_lot_id: lot.parentLotId,
});
