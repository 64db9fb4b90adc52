import { OneOf, Pin, Text } from '#kernel';
import { DOCUMENT_KINDS, type DocumentKind } from './member.rules.js';

export const IDENTITY_PROOFS = ['pin', 'document'] as const;
export type IdentityProof = (typeof IDENTITY_PROOFS)[number];

/** How staff know that it is the member who asks: the PIN, or a document that was seen. */
export class IdentityProofInput {
  @OneOf(IDENTITY_PROOFS) by!: IdentityProof;
  @Pin({ optional: true }) pin?: string;
  @OneOf(DOCUMENT_KINDS, { optional: true }) document?: DocumentKind;
  /** The last four of the document's number: compared with what is registered, and recorded. */
  @Text({ pattern: /^[0-9A-Za-z]{4}$/, max: 4, optional: true }) last4?: string;
}

/** A proof that was judged. */
export interface ProvenIdentity {
  by: IdentityProof;
  memberId: number;
  document?: DocumentKind;
  last4?: string;
  /** Whether the document was compared with a number that somebody else wrote down; if not, it proves nothing by itself. */
  compared?: boolean;
  /** Whether the PIN was set at the counter today: it proves nothing by itself either. */
  isFresh?: boolean;
}

/** Whether another person has to agree: a PIN of another day, or a document that was compared, is enough by itself. */
export function needsSecond(
  proven: Pick<ProvenIdentity, 'by' | 'compared' | 'isFresh'> | null,
): boolean {
  if (!proven) return true;
  return proven.by === 'pin' ? proven.isFresh === true : !proven.compared;
}

/** What an act's request says of a proof: nothing that only the member knows. */
export const proofAsked = ({ by, document }: Pick<IdentityProofInput, 'by' | 'document'>) => ({
  by,
  document,
});

/** What the audit log says of a proof. */
export function proofFacts({ by, memberId, document, last4, compared }: ProvenIdentity): object {
  const seen = document ? { document, last4, compared, provenId: memberId } : {};
  return { identityBy: by, ...seen };
}
