import { CARD_STATUSES, type CardStatus } from '#membership/cards';
import { PageView } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { PAYOUT_KINDS, type PayoutKind } from './payout.dto.js';
import { REFUND_BASES, type RefundBasis, type RefundWarning } from './refund.rules.js';

const Int = () => ApiProperty({ type: 'integer' });
const MaybeInt = () => ApiProperty({ type: 'integer', nullable: true });
const MaybeText = () => ApiProperty({ type: 'string', nullable: true });

/** What a withdrawal or transfer will do, in numbers, before it is done. Cents. */
export class OutgoingPreview {
  @Int() principalCents!: number;
  @Int() bonusCents!: number;
  @Int() heldBonusCents!: number;
  /** Principal that was not used up, each spend taken from principal and bonus in proportion. */
  @Int() entitledCents!: number;
  /** What may leave without consent: the lower of principal and entitledCents. */
  @Int() payableCents!: number;
  @Int() amountCents!: number;
  /** Bonus that goes with it, and bonus that was still to be released. */
  @Int() bonusGoesCents!: number;
  @Int() heldGoesCents!: number;
  @Int() principalAfterCents!: number;
  @Int() bonusAfterCents!: number;
  @Int() heldAfterCents!: number;
  @ApiProperty() withinPaidRatio!: boolean;
  @ApiProperty() needsPin!: boolean;
  @ApiProperty() hasPin!: boolean;
  @ApiProperty() needsApproval!: boolean;
}

export class ReceiverView {
  @Int() memberId!: number;
  @ApiProperty() name!: string;
  @MaybeText() phoneMasked!: string | null;
  @Int() principalDebtCents!: number;
}

export class TransferPreview extends OutgoingPreview {
  @ApiProperty({ enum: ['void', 'move'] }) bonusRule!: 'void' | 'move';
  @ApiProperty({ type: ReceiverView }) receiver!: ReceiverView;
}

export class PayoutResult {
  @Int() payoutId!: number;
  @ApiProperty() receiptNo!: string;
  @Int() paidCents!: number;
  @Int() principalCents!: number;
  @Int() bonusVoidCents!: number;
  @Int() heldVoidCents!: number;
  @Int() principalAfterCents!: number;
  @Int() bonusAfterCents!: number;
}

export class TransferResult extends PayoutResult {
  @Int() bonusMovedCents!: number;
  @Int() heldMovedCents!: number;
  /** What repaid the receiver's debt. */
  @Int() repaidCents!: number;
}

export class RefundLotView {
  @ApiProperty({ format: 'date' }) toppedUpOn!: string;
  @MaybeText() storeName!: string | null;
  @MaybeText() tender!: string | null;
  @Int() grantedCents!: number;
  @Int() remainingCents!: number;
  /** Until then it is paid back without conditions. */
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) rightUntil!: string | null;
  @ApiProperty() withinRight!: boolean;
}

/** The computations side by side, what else there is to settle, and what speaks against each. Cents. */
export class RefundPreview {
  @Int() principalCents!: number;
  @Int() bonusCents!: number;
  @Int() heldBonusCents!: number;
  @Int() paidRatioCents!: number;
  @Int() listPriceCents!: number;
  /** List price of what the wallet paid for, and the principal spent on it, since it was last empty. */
  @Int() usedListCents!: number;
  @Int() spentPrincipalCents!: number;
  @ApiProperty({ enum: ['principal', 'paid_ratio'] }) proposedBasis!: 'principal' | 'paid_ratio';
  @Int() proposedCents!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
  })
  warnings!: Record<RefundBasis, RefundWarning[]>;
  /** What is left of top-ups of the last days: no computation pays less. */
  @Int() rightCents!: number;
  @ApiProperty({ type: [RefundLotView] }) lots!: RefundLotView[];
  @Int() principalDebtCents!: number;
  @Int() bonusDebtCents!: number;
  @Int() points!: number;
  @Int() pointsDebt!: number;
  /** Points that were given with the top-ups still in the wallet. */
  @Int() giftPoints!: number;
  @Int() pinLimitCents!: number;
  /** What left the wallet today without its PIN, and counts towards that. */
  @Int() withoutPinTodayCents!: number;
  /** Money out asks for the owner's PIN at every amount. */
  @ApiProperty() pinAlways!: boolean;
  @ApiProperty() hasPin!: boolean;
  @Int() approvalFromCents!: number;
}

export class ClosingPreview {
  @ApiProperty() cardNo!: string;
  @Int() memberId!: number;
  @ApiProperty() memberName!: string;
  @ApiProperty() isLastOfWallet!: boolean;
  /** Other cards of this wallet that stay in use. */
  @Int() otherCards!: number;
  @Int() depositCents!: number;
  /** It goes back as it was paid; null: nothing says how, so it is chosen. */
  @ApiProperty({ type: 'string', nullable: true }) depositTender!: string | null;
  @ApiProperty({ type: RefundPreview, nullable: true }) refund!: RefundPreview | null;
}

export class RefundResult extends PayoutResult {
  @ApiProperty({ enum: REFUND_BASES, nullable: true }) basis!: RefundBasis | null;
  @Int() bonusPaidCents!: number;
  @Int() principalKeptCents!: number;
  @Int() depositCents!: number;
  @Int() receivedCents!: number;
  @Int() giftPointsTaken!: number;
  @Int() pointsForfeited!: number;
  @Int() pointsAfter!: number;
  @Int() pointsDebtAfter!: number;
}

export class PayoutReversalResult {
  @Int() payoutId!: number;
  @Int() entryId!: number;
}

export class PayoutRow {
  @Int() id!: number;
  @ApiProperty({ enum: PAYOUT_KINDS }) kind!: PayoutKind;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ format: 'date' }) businessDate!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: Date;
  @Int() storeId!: number;
  @ApiProperty() storeName!: string;
  @ApiProperty() staffName!: string;
  @MaybeText() approvedByName!: string | null;
  @Int() memberId!: number;
  @ApiProperty() memberName!: string;
  @MaybeInt() toMemberId!: number | null;
  @MaybeText() toMemberName!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) tender!: string | null;
  @Int() principalCents!: number;
  @Int() paidCents!: number;
  @Int() depositCents!: number;
  @Int() receivedCents!: number;
  @Int() bonusVoidCents!: number;
  @Int() bonusMovedCents!: number;
  @MaybeText() reason!: string | null;
  @ApiProperty() reversed!: boolean;
}

export class PayoutTotals {
  @Int() principalCents!: number;
  @Int() paidCents!: number;
  @Int() depositCents!: number;
  @Int() receivedCents!: number;
  @Int() bonusVoidCents!: number;
  @Int() bonusMovedCents!: number;
}

export class PayoutPage extends PageView(PayoutRow) {
  /** Of everything found, reversed ones left out. */
  @ApiProperty({ type: PayoutTotals, required: false }) totals?: PayoutTotals;
}

export class PayoutRefundView {
  @ApiProperty({ enum: REFUND_BASES }) basis!: RefundBasis;
  @ApiProperty({ enum: ['principal', 'paid_ratio'] }) proposedBasis!: string;
  @Int() principalOnlyCents!: number;
  @Int() paidRatioCents!: number;
  @Int() listPriceCents!: number;
  @Int() giftPointsTaken!: number;
  @Int() pointsForfeited!: number;
  @Int() principalDebtCents!: number;
  @Int() bonusDebtCents!: number;
  @MaybeText() walletDebtHow!: string | null;
  @Int() pointsDebt!: number;
  @MaybeText() pointsDebtHow!: string | null;
  @Int() pointsDebtPaidCents!: number;
}

export class PayoutReversalView {
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: string;
  @ApiProperty() staffName!: string;
  @ApiProperty() reason!: string;
}

/** The document whole, as it is shown and printed. */
export class PayoutView extends PayoutRow {
  @MaybeText() tillName!: string | null;
  @MaybeText() storeAddress!: string | null;
  @MaybeText() storePhone!: string | null;
  @ApiProperty() levelName!: string;
  @MaybeText() phoneMasked!: string | null;
  @MaybeText() cardNoMasked!: string | null;
  /** What became of the card since. */
  @ApiProperty({ enum: CARD_STATUSES, nullable: true }) cardStatus!: CardStatus | null;
  @ApiProperty() cardExpired!: boolean;
  @MaybeText() toPhoneMasked!: string | null;
  /** How the card's deposit was paid, and goes back. */
  @ApiProperty({ type: 'string', nullable: true }) depositTender!: string | null;
  @Int() principalKeptCents!: number;
  @Int() bonusPaidCents!: number;
  @Int() heldVoidCents!: number;
  @Int() heldMovedCents!: number;
  @Int() entitledCents!: number;
  @Int() principalAfterCents!: number;
  @Int() bonusAfterCents!: number;
  @Int() pointsAfter!: number;
  @Int() printCount!: number;
  @ApiProperty({ type: PayoutRefundView, nullable: true }) refund!: PayoutRefundView | null;
  @ApiProperty({ type: PayoutReversalView, nullable: true }) reversal!: PayoutReversalView | null;
  @ApiProperty() receiptFooter!: string;
}

export class PayoutPrintView {
  @Int() printCount!: number;
}
