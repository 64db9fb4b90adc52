import { OneOf, Pin } from '#kernel';

export const IDENTITY_PROOFS = ['pin', 'document'] as const;
export type IdentityProof = (typeof IDENTITY_PROOFS)[number];
export const SEEN_DOCUMENTS = ['id_card', 'passport', 'travel_permit', 'other'] as const;
export type SeenDocument = (typeof SEEN_DOCUMENTS)[number];

/** How staff know that it is the member who asks: the PIN, or a document that was seen. Nothing of it is copied. */
export class IdentityProofInput {
  @OneOf(IDENTITY_PROOFS) by!: IdentityProof;
  @Pin({ optional: true }) pin?: string;
  @OneOf(SEEN_DOCUMENTS, { optional: true }) document?: SeenDocument;
}

/** What the record says of it. */
export interface ProvenIdentity {
  by: IdentityProof;
  document?: SeenDocument;
}
