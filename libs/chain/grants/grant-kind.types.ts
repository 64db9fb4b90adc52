import type { Sql, Tx } from '#kernel';
import type { FileLanguage } from '#kernel/lists';
import type { AccountRef, Books } from '#ledger';
import type { Settings } from '#chain/settings';
import type { GrantTerms } from './grant.rules.js';

/** Whoever gets it. The wallet may be somebody else's (a family card). */
export interface GrantReceiver {
  memberId: number;
  walletId: number;
}

/** What one act gives of one kind. */
export interface Gift<Terms extends GrantTerms = GrantTerms> {
  terms: Terms;
  /** In the unit of the kind. */
  amount: number;
}

/** The act that gives. */
export interface GivingAct<Rules = unknown> {
  to: GrantReceiver;
  storeId: number;
  businessDate: string;
  /** What of the settings it decides by. */
  rules: Rules;
  /** How the money was paid that it is given for; left out: for none. */
  tender?: string;
}

/** An entry that gave something, or that takes it back. */
export interface PostedGift {
  entryId: number;
  to: GrantReceiver;
  storeId: number;
  staffId: number;
  businessDate: string;
  at: Date;
}

/** What is kept in a table of its own, not in an account: a voucher. All of it happens in the transaction of the act. */
export interface GrantRows<Terms extends GrantTerms = GrantTerms> {
  give(tx: Tx, gift: Gift<Terms>, by: PostedGift): Promise<void>;
  /** How much of what the entry gave nobody has used. An act asks without a lock, before somebody agrees to it. */
  unused(sql: Sql, entryId: number): Promise<number>;
  /** Locks and ends what is not used of what the entry `given` gave. Returns how much that was. */
  takeBack(tx: Tx, given: number, by: PostedGift): Promise<number>;
}

/**
 * A kind of what can be given to a member. Who gives (a top-up rule, one day a level or a birthday) keeps its terms and knows
 * no kind by name.
 */
export interface GrantKind<Terms extends GrantTerms = GrantTerms, Rules = unknown> {
  kind: string;
  /** What it is called. */
  words: Readonly<Record<FileLanguage, string>>;
  /** Its place on screens and papers, and in the entry. */
  order: number;
  /** The fields of its terms in a request. */
  input: new () => Terms;
  /** The field of the terms that says how much is given once. */
  figure: string;
  /** More is not given on purpose for so much money: a slip of the keyboard would give it to everybody. */
  mostFor(payCents: number): number;
  /** No act gives more. */
  mostAtOnce: number;
  /** Cents that a wallet holds: the prepaid limits count them. */
  storedValue: boolean;
  /** What of the settings it decides by; read before a transaction begins. */
  rules(settings: Settings): Promise<Rules>;
  /**
   * The account it is kept in: what is locked. A reversal of the act takes it back from there, as debt where it is spent.
   * null: it is kept in `rows`.
   */
  account(to: GrantReceiver, terms: Terms): AccountRef | null;
  /** Moves what is given. May touch `account` only. Returns what of it repaid debt of the wallet, in cents. */
  give(books: Books, gift: Gift<Terms>, act: GivingAct<Rules>): { repaidCents: number };
  /** null: it is kept in the account. What somebody used stays used; then a second person agrees to a reversal. */
  rows: GrantRows<Terms> | null;
  /** What a message to the member says of it, in the language of the chain. */
  message(amount: number): string;
}
