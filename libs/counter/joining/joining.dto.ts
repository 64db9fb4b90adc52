import { CardTermsInput } from '#membership/cards';
import { Nested } from '#kernel';
import { RegisterMemberInput } from '#membership/members';
import { TopUpTermsInput } from '#value/wallets';
import { ApiProperty } from '@nestjs/swagger';

/** Joining in one act: the record, and if wanted a card and the first top-up. */
export class JoinInput extends RegisterMemberInput {
  @Nested(() => CardTermsInput, { optional: true }) card?: CardTermsInput | null;
  @Nested(() => TopUpTermsInput, { optional: true }) topUp?: TopUpTermsInput | null;
}

export class JoinedView {
  @ApiProperty({ type: 'integer' }) memberId!: number;
  @ApiProperty({ type: 'integer', required: false }) cardId?: number;
  @ApiProperty({ required: false }) cardNo?: string;
  @ApiProperty({ type: 'integer', required: false }) topUpId?: number;
  @ApiProperty({ required: false }) receiptNo?: string;
  /** The slip of the card's deposit and fee. */
  @ApiProperty({ type: 'integer', required: false }) chargeId?: number;
  @ApiProperty({ required: false }) chargeReceiptNo?: string;
}
