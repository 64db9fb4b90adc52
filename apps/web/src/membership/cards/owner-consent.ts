import type { MemberDetail } from '../../api/types.js';
import type { Identity } from './cards.queries.js';

/** How the owner of a wallet agrees to somebody else's card on it, and what the card may spend by itself. */
export interface OwnerConsent {
  ownerProof: Identity;
  /** Left out: the owner's PIN at every payment. */
  dayLimitCents?: number;
}

/** Where the refusals of a proof stand in its fields. */
export const IDENTITY_FIELD_OF_CODE = {
  'member.identity_missing': 'identity',
  'member.wrong_document': 'identity.document',
  'member.wrong_pin': 'identity.pin',
  'member.pin_locked': 'identity.pin',
  'member.pin_not_set': 'identity.pin',
} as const;

export const OWNER_FIELD_OF_CODE = {
  'card.owner_proof_required': 'identity',
  ...IDENTITY_FIELD_OF_CODE,
} as const;

/** Who proves that a card is theirs: its member; of a family card that is reported lost the owner of the wallet. */
export function proverOf(
  member: MemberDetail,
  cardNo: string,
): { name: string; hasPin: boolean; isOwner: boolean } {
  const card = member.cards.find((each) => each.cardNo === cardNo);
  if (card?.payer && card.status === 'lost') {
    const { name, hasPin } = card.payer;
    return { name, hasPin, isOwner: true };
  }
  return { name: member.name ?? member.nickname ?? '', hasPin: member.hasPin, isOwner: false };
}
