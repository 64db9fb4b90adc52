import { type House, isMoney, placeOfMoney } from './house.js';
import type { ActFacts, Facet, LockedAccount, LockedLot, MoveKind, Unit } from './ledger.types.js';

/** An account while a plan is made: it always shows what the plan has done so far. */
export type OpenAccount = LockedAccount & { readonly normal: 1 | -1; mayBeNegative: boolean };

/** A lot while a plan is made. A lot that is made by the plan has no id yet. */
export type OpenLot = Omit<LockedLot, 'id' | 'originEntryId'> & {
  id: number | null;
  unit: Unit;
  originEntryId: number | null;
  changed: boolean;
};

interface PlannedPosting {
  account?: OpenAccount;
  facet?: Facet;
  house?: House;
  unit: Unit;
  amount: number;
  valueCents: number;
  version?: number;
  after?: number;
}

interface PlannedMove {
  lot: OpenLot;
  facet: 'balance' | 'held';
  kind: MoveKind;
  amount: number;
  valueCents: number;
  originEntryId: number | null;
}

/** An entry being planned: at most one posting per account and facet, and one per house account. */
export class EntryDraft {
  readonly postings = new Map<string, PlannedPosting>();
  readonly moves: PlannedMove[] = [];
  readonly newLots: OpenLot[] = [];
  reversesEntryId: number | null = null;

  constructor(
    readonly facts: ActFacts,
    readonly relatesEntryId: number | null,
  ) {}

  /** Changes one facet of an account by `delta` in the account's own direction, and posts it. */
  change(account: OpenAccount, facet: Facet, delta: number, deltaValue = 0): void {
    if (delta === 0 && deltaValue === 0) return;
    account[facet] += delta;
    account.valueCents += deltaValue;
    const sign = facet === 'debt' ? -account.normal : account.normal;
    this.add(`${account.id}:${facet}`, {
      account,
      facet,
      unit: account.unit,
      amount: sign * delta,
      valueCents: sign * deltaValue,
    });
  }

  /** Posts to a house account: debit positive, in `unit`; a value belongs to goods and visits only. */
  house(house: House, unit: Unit, amount: number, valueCents = 0): void {
    if (amount === 0 && valueCents === 0) return;
    const at = isMoney(house.house) ? placeOfMoney(house, this.facts.tillId) : house;
    this.add(`${at.house}:${at.storeId}:${unit}`, { house: at, unit, amount, valueCents });
  }

  move(
    lot: OpenLot,
    kind: MoveKind,
    amount: number,
    options: {
      facet?: 'balance' | 'held';
      valueCents?: number;
      originEntryId?: number | null;
    } = {},
  ): void {
    if (amount === 0) return;
    const valueCents = options.valueCents ?? 0;
    lot.remaining += amount;
    lot.valueCents += valueCents;
    lot.changed = true;
    if (kind === 'grant') lot.granted += amount;
    if (kind === 'expire') lot.expired -= amount;
    this.moves.push({
      lot,
      facet: options.facet ?? 'balance',
      kind,
      amount,
      valueCents,
      originEntryId: options.originEntryId ?? null,
    });
  }

  /** No more postings: fixes the version and the amount after of each account. */
  close(): this {
    for (const [key, posting] of this.postings) {
      if (posting.amount === 0 && posting.valueCents === 0) this.postings.delete(key);
    }
    const touched = new Set(
      [...this.postings.values()].flatMap((posting) => posting.account ?? []),
    );
    for (const account of touched) account.version += 1;
    for (const posting of this.postings.values()) {
      if (!posting.account || !posting.facet) continue;
      posting.version = posting.account.version;
      posting.after = posting.account[posting.facet];
    }
    return this;
  }

  get isEmpty(): boolean {
    return this.postings.size === 0 && this.moves.length === 0;
  }

  private add(key: string, posting: PlannedPosting): void {
    const known = this.postings.get(key);
    if (known) {
      known.amount += posting.amount;
      known.valueCents += posting.valueCents;
    } else {
      this.postings.set(key, posting);
    }
  }
}

/** What an entry's postings leave open, per unit: all empty when it balances. */
export function imbalanceOf(
  draft: EntryDraft,
): { unit: Unit; amount: number; valueCents: number }[] {
  const sums = new Map<Unit, { unit: Unit; amount: number; valueCents: number }>();
  for (const { unit, amount, valueCents } of draft.postings.values()) {
    const sum = sums.get(unit) ?? { unit, amount: 0, valueCents: 0 };
    sum.amount += amount;
    sum.valueCents += valueCents;
    sums.set(unit, sum);
  }
  return [...sums.values()].filter((sum) => sum.amount !== 0 || sum.valueCents !== 0);
}
