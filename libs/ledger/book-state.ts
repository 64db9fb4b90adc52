import { EntryDraft, type OpenAccount, type OpenLot } from './journal.js';
import {
  accountKey,
  type AccountRef,
  type ActFacts,
  type Draw,
  type Locked,
  type LotState,
  type MoveKind,
} from './ledger.types.js';
import { drawOrder, shareOfValue } from './spend.rules.js';

export interface NewLot {
  originStoreId: number;
  originOn: string;
  originEntryId?: number | null;
  expiresOn?: string | null;
  releasesOn?: string | null;
  tender?: string | null;
  terms?: string;
  joined?: boolean;
  gifted?: boolean;
  grace?: boolean;
  parentLotId?: number | null;
}

/** The locked accounts and lots of one act, and the entries planned on them so far. */
export class BookState {
  readonly drafts: EntryDraft[] = [];
  readonly lots: OpenLot[];
  private readonly byKey = new Map<string, OpenAccount>();
  private readonly byId = new Map<number, OpenAccount>();
  private readonly byAccount = new Map<number, OpenLot[]>();

  constructor(
    locked: Locked,
    readonly facts: ActFacts,
  ) {
    for (const row of locked.accounts) {
      const account: OpenAccount = {
        ...row,
        normal: row.kind === 'stock' ? 1 : -1,
        mayBeNegative: false,
      };
      this.byKey.set(accountKey(row), account);
      this.byId.set(row.id, account);
    }
    this.lots = locked.lots.map((lot) => ({
      ...lot,
      unit: this.accountById(lot.accountId).unit,
      changed: false,
    }));
    for (const lot of this.lots) this.lotsOf(lot.accountId).push(lot);
  }

  get today(): string {
    return this.facts.businessDate;
  }

  get accounts(): OpenAccount[] {
    return [...this.byId.values()];
  }

  account(ref: AccountRef): OpenAccount {
    const found = this.byKey.get(accountKey(ref));
    if (!found) throw new Error(`the act did not name the account ${accountKey(ref)}`);
    return found;
  }

  accountById(id: number): OpenAccount {
    const found = this.byId.get(id);
    if (!found) throw new Error(`the account ${id} was not locked`);
    return found;
  }

  lotsOf(accountId: number): OpenLot[] {
    let found = this.byAccount.get(accountId);
    if (!found) {
      found = [];
      this.byAccount.set(accountId, found);
    }
    return found;
  }

  lotById(id: number): OpenLot {
    const found = this.lots.find((lot) => lot.id === id);
    if (!found) throw new Error(`the lot ${id} was not read`);
    return found;
  }

  /** Spendable lots in the order they are drawn (R2). */
  drawable(account: OpenAccount): OpenLot[] {
    return this.lotsOf(account.id)
      .filter((lot) => lot.state === 'open' && lot.remaining > 0)
      .sort(drawOrder(account.kind));
  }

  isExpired(lot: OpenLot): boolean {
    return lot.expiresOn !== null && lot.expiresOn < this.today;
  }

  /** Opens the next entry; the one before it is closed. */
  begin(facts: ActFacts, relatesEntryId: number | null = null): EntryDraft {
    this.drafts.at(-1)?.close();
    const draft = new EntryDraft(facts, relatesEntryId);
    this.drafts.push(draft);
    return draft;
  }

  makeLot(draft: EntryDraft, account: OpenAccount, from: NewLot): OpenLot {
    const lot: OpenLot = {
      id: null,
      accountId: account.id,
      unit: account.unit,
      state: from.releasesOn && from.releasesOn > this.today ? 'held' : 'open',
      joined: from.joined ?? false,
      gifted: from.gifted ?? false,
      grace: from.grace ?? false,
      originEntryId: from.originEntryId ?? null,
      originStoreId: from.originStoreId,
      originOn: from.originOn,
      expiresOn: from.expiresOn ?? null,
      releasesOn: from.releasesOn ?? null,
      tender: from.tender ?? null,
      terms: from.terms ?? '',
      granted: 0,
      remaining: 0,
      expired: 0,
      forgiven: 0,
      valueCents: 0,
      parentLotId: from.parentLotId ?? null,
      changed: true,
    };
    this.lots.push(lot);
    this.lotsOf(account.id).push(lot);
    draft.newLots.push(lot);
    return lot;
  }

  /** Value into an open lot. What the member owes in this account is repaid first (R7). Returns what was repaid. */
  credit(
    draft: EntryDraft,
    account: OpenAccount,
    lot: OpenLot,
    amount: number,
    kind: MoveKind,
    valueCents = 0,
    originEntryId: number | null = null,
  ): number {
    draft.move(lot, kind, amount, { valueCents, originEntryId });
    return this.repay(draft, account, lot, amount, valueCents);
  }

  /** Books `amount` of the lot as arrived in the spendable balance, less the debt it repays. */
  repay(
    draft: EntryDraft,
    account: OpenAccount,
    lot: OpenLot,
    amount: number,
    valueCents: number,
  ): number {
    const repaid = Math.min(account.debt, amount);
    const repaidValue = repaid ? shareOfValue(repaid, lot.remaining, lot.valueCents) : 0;
    draft.move(lot, 'repay', -repaid, { valueCents: -repaidValue });
    draft.change(account, 'debt', -repaid);
    draft.change(account, 'balance', amount - repaid, valueCents - repaidValue);
    // The value of visits that repay a debt goes with them: the account that gave them takes it back.
    if (repaidValue)
      draft.house(
        { house: 'visits_issued', storeId: lot.originStoreId },
        account.unit,
        0,
        -repaidValue,
      );
    this.settleState(lot, 'spent');
    return repaid;
  }

  /** Value out of one lot, whichever of balance and held it stands in. */
  debit(
    draft: EntryDraft,
    account: OpenAccount,
    lot: OpenLot,
    amount: number,
    kind: MoveKind,
    emptied: LotState,
    originEntryId?: number | null,
  ): number {
    if (amount === 0) return 0;
    const facet = lot.state === 'held' ? 'held' : 'balance';
    const valueCents = shareOfValue(amount, lot.remaining, lot.valueCents);
    draft.move(lot, kind, -amount, {
      facet,
      valueCents: -valueCents,
      originEntryId: originEntryId === undefined ? lot.originEntryId : originEntryId,
    });
    draft.change(account, facet, -amount, -valueCents);
    this.settleState(lot, emptied);
    return valueCents;
  }

  /** Draws `amount`, which the caller has checked against the balance, over the lots in order. */
  draw(
    draft: EntryDraft,
    account: OpenAccount,
    amount: number,
    kind: MoveKind = 'draw',
    originEntryId?: number | null,
  ): Draw[] {
    const draws: Draw[] = [];
    let left = amount;
    for (const lot of left > 0 ? this.drawable(account) : []) {
      if (left === 0) break;
      const part = Math.min(left, lot.remaining);
      const valueCents = this.debit(
        draft,
        account,
        lot,
        part,
        kind,
        kind === 'draw' ? 'spent' : 'void',
        originEntryId,
      );
      draws.push({
        lotId: lot.id,
        amount: part,
        valueCents,
        originEntryId: lot.originEntryId,
        originStoreId: lot.originStoreId,
      });
      left -= part;
    }
    if (left > 0) throw new Error(`the lots of account ${account.id} do not cover its balance`);
    return draws;
  }

  /** A joined lot stays open while it is empty: the next grant of its kind goes into it. */
  settleState(lot: OpenLot, emptied: LotState): void {
    if (lot.remaining > 0) {
      if (lot.state !== 'held') lot.state = 'open';
    } else {
      lot.state = lot.joined && emptied !== 'expired' ? 'open' : emptied;
    }
  }
}
