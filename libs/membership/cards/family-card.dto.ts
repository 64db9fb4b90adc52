import { ApprovalInput } from '#chain/approvals';
import { Cents, Nested, Text } from '#kernel';
import { IdentityProofInput } from '#membership/members';
import { ApiProperty } from '@nestjs/swagger';
import { CARD_STATUSES, type CardStatus } from './card.rules.js';

/** How the owner of a wallet agrees to somebody else's card on it: by PIN, or by a document and a second person. */
export class OwnerConsentInput {
  @Nested(() => IdentityProofInput, { optional: true }) ownerProof?: IdentityProofInput | null;
  /** Cents a business day with the holder's own PIN; left out: the owner's PIN at every payment. */
  @Cents({ min: 1, optional: true }) dayLimitCents?: number | null;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class UnbindInput {
  /** That the owner of the wallet asks. */
  @Nested(() => IdentityProofInput, { optional: true }) identity?: IdentityProofInput | null;
  @Text({ max: 200, optional: true }) reason?: string | null;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

/** What is true of a family card after its limit was set, or after it was unbound. */
export class FamilyCardStateView {
  @ApiProperty() cardNo!: string;
  @ApiProperty() family!: boolean;
  @ApiProperty({ type: 'integer', nullable: true }) dayLimitCents!: number | null;
}

/** Somebody else's card that spends this wallet. */
export class FamilyCardView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() cardNo!: string;
  @ApiProperty({ enum: CARD_STATUSES }) status!: CardStatus;
  @ApiProperty() expired!: boolean;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) expiresOn!: string | null;
  @ApiProperty({ type: 'integer' }) holderId!: number;
  @ApiProperty() holderName!: string;
  @ApiProperty({ type: 'integer', nullable: true }) dayLimitCents!: number | null;
  @ApiProperty({ type: 'integer' }) spentTodayCents!: number;
}
