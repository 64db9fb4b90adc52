import type { Notice } from '#chain/notices';
import type { Declaration } from '#kernel';
import { type BookCheck, bookChecks, type EntryKind, entryKinds } from '#ledger';

/** A kind of paper that something moved by: what its owner says of it, once. */
export interface DocumentKind {
  /** As approvals and the audit log name it. */
  kind: string;
  /** Whose rows name an entry. */
  tables: readonly string[];
  /** The entries that are posted for it, and for undoing it. */
  entries: readonly EntryKind[];
  /** Its rows and its entries say the same. */
  checks: readonly BookCheck[];
  /** Its lines on a member's page (`timelineRows`); a text: why it has none. */
  timeline: Declaration | string;
  /** How members are told; a text: why nobody is told. They are declared beside it, with their words. */
  notices: readonly Notice[] | string;
}

const kinds = new Map<string, DocumentKind>();

export const defineDocument = (declared: DocumentKind): DocumentKind => declared;

/** Its entries, checks and lines are known by this too. */
export const documents =
  (...declared: DocumentKind[]): Declaration =>
  () => {
    for (const document of declared) {
      kinds.set(document.kind, document);
      entryKinds(...document.entries)();
      bookChecks(...document.checks)();
      if (typeof document.timeline !== 'string') document.timeline();
    }
  };

export const declaredDocuments = (): DocumentKind[] => [...kinds.values()];
