import { IssueCardInput, IssuedCardView } from '#membership/cards';
import { Nested } from '#kernel';
import { TopUpTermsInput } from '#value/wallets';
import { ApiProperty } from '@nestjs/swagger';

/** A card for a member who is there, with a first top-up on it if wanted. */
export class IssueCardWithTopUpInput extends IssueCardInput {
  @Nested(() => TopUpTermsInput, { optional: true }) topUp?: TopUpTermsInput | null;
}

export class CardIssuedView extends IssuedCardView {
  @ApiProperty({ type: 'integer', required: false }) topUpId?: number;
  @ApiProperty({ required: false }) receiptNo?: string;
}
