import { ApprovalInput } from '#chain/approvals';
import { TenderCode, TenderReference } from '#chain/tenders';
import { Cents, Nested, Text } from '#kernel';
import { IdentityProofInput } from '#membership/members';
import { ApiProperty } from '@nestjs/swagger';
import { IssuedCardView } from './card.dto.js';

export class ReportLostInput {
  @Text({ max: 200, optional: true }) reason?: string | null;
}

export class UnfreezeInput {
  @Nested(() => IdentityProofInput) identity!: IdentityProofInput;
  @Text({ max: 200, optional: true }) reason?: string | null;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

/** `cardNo`: a printed card or a number of the store; left out: its next number. */
export class ReplaceCardInput {
  @Text({ max: 40, optional: true }) cardNo?: string | null;
  /** Left out: the chain's setting. */
  @Cents({ max: 1_000_00, optional: true }) feeCents?: number | null;
  @TenderCode({ optional: true }) tender?: string;
  @TenderReference() reference?: string | null;
  @Text({ max: 200, optional: true }) reason?: string | null;
  /** Whoever asks may not be its member, and the new card opens the wallet. */
  @Nested(() => IdentityProofInput, { optional: true }) identity?: IdentityProofInput | null;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class ReplacedCardView extends IssuedCardView {
  @ApiProperty() replacedCardNo!: string;
}
