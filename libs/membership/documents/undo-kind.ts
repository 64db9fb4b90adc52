import type { Undoing } from '#chain/approvals';
import type { Actor, DeskTill, DomainError, StoreClock, Sql, Tx } from '#kernel';

/** What of a document its undoing asks. */
export interface UndoneDocument {
  id: number;
  receiptNo: string;
  entryId: number;
  storeId: number;
  businessDate: string;
}

/** Who undoes it where, when and why. */
export interface UndoAct {
  actor: Actor;
  /** null: in the office, for which money goes to the safe of the document's store. */
  till: DeskTill | null;
  /** The store of the acting till, else of the document: its drawer, or its safe, gives or takes the money. */
  storeId: number;
  at: Date;
  today: string;
  reason: string;
}

/** What the second person is asked about, beside when it was made and what gives the right. */
export type UndoQuestion = Pick<
  Undoing,
  'subject' | 'storeId' | 'amountCents' | 'facts' | 'limitCents' | 'countsOn'
>;

export interface Undone<Result> {
  result: Result;
  entryId: number;
  /** The paper that undoes it, or the document itself. */
  documentId: number;
  audit: {
    subjectKind: string;
    subjectId: number;
    before: object;
    after: object;
    storeId?: number;
  };
  /** What the message is about; null: nobody is told. */
  notice: Record<string, number> | null;
}

/** How a kind of document is undone whole. All that is not said here, every document does in the same way. */
export interface UndoKind<Doc extends UndoneDocument, Result> {
  /** The name of the command, and of the act in the audit log. */
  act: string;
  /** The right to it on the same business day. */
  right: string;
  /** The kind of the paper that approvals name. */
  document: string;
  /** The topic of its message. */
  topic: string;
  /** The clock of an act in the office; null: it is done at a till. */
  officeClock: ((document: Doc) => StoreClock) | null;
  /** How the command names the document. */
  named(id: number): object;
  find(sql: Sql, id: number): Promise<Doc | undefined>;
  /** Waits for another undoing of the same document. */
  lock(tx: Tx, id: number): Promise<Doc | undefined>;
  notFound(): DomainError;
  /** It is undone already, or can't be; null: it can. */
  refusal(document: Doc): DomainError | null;
  /** Asked before the transaction begins. */
  question(document: Doc, act: UndoAct): UndoQuestion | Promise<UndoQuestion>;
  /** Posts the entry that undoes it, and writes that down. */
  post(tx: Tx, document: Doc, act: UndoAct): Promise<Undone<Result>>;
}
