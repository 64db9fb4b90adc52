import type { SettingKey } from '#chain/settings';
import type { Declaration } from '#kernel';
import { type BookCheck, bookChecks, type EntryKind, entryKinds } from '#ledger';

/** A setting that turns a message to members on and off. */
export type NoticeSetting = Extract<SettingKey, `sms.on_${string}`>;

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
  /** The topics of the outbox by which members are told, each with its setting; a text: why nobody is told. */
  notices: Readonly<Record<string, NoticeSetting>> | string;
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

/** The setting of a message about a document. Throws where no document tells of such a topic. */
export function noticeSetting(topic: string): NoticeSetting {
  for (const { notices } of kinds.values()) {
    const setting = typeof notices === 'string' ? undefined : notices[topic];
    if (setting) return setting;
  }
  throw new Error(`no document tells of ${topic}: apps/composition`);
}
