import { ApprovalInput } from '#chain/approvals';
import { Id, Nested, Pin, Text } from '#kernel';
import { IdentityProofInput, TagView } from '#membership/members';
import { ApiProperty } from '@nestjs/swagger';
import { TAKEN_FACTS, type TakenFact } from './merge.rules.js';

export class MergeWith {
  /** The record that ends. */
  @Id() mergedMemberId!: number;
}

/** Both PINs, or one document that is right for both records. */
export class MergeProofInput extends IdentityProofInput {
  /** Of the record that ends; `pin` is of the one that stays. */
  @Pin({ optional: true }) mergedPin?: string;
}

export class MergeInput extends MergeWith {
  @Text({ max: 200, optional: true }) reason?: string | null;
  @Nested(() => MergeProofInput, { optional: true }) proof?: MergeProofInput | null;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class MergeCardView {
  @ApiProperty() cardNo!: string;
  @ApiProperty() status!: string;
}

/** Amounts as they can be spent; what is not released yet stands beside them. */
export class MergeValueView {
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) heldBonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: 'integer' }) debtCents!: number;
  @ApiProperty({ type: 'integer' }) pointsDebt!: number;
}

export class MergeSideView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'string', nullable: true }) name!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) nickname!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) phoneMasked!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) photo!: string | null;
  @ApiProperty() levelName!: string;
  @ApiProperty() homeStoreName!: string;
  @ApiProperty({ format: 'date' }) joinedOn!: string;
  @ApiProperty() registered!: boolean;
  @ApiProperty() hasPin!: boolean;
  @ApiProperty({ type: MergeValueView }) value!: MergeValueView;
  @ApiProperty({ type: [MergeCardView] }) cards!: MergeCardView[];
  @ApiProperty({ type: [TagView] }) tags!: TagView[];
  /** Channels that are allowed. */
  @ApiProperty({ type: [String] }) consents!: string[];
  @ApiProperty({ type: 'integer' }) contacts!: number;
}

export class MergeResultView {
  @ApiProperty({ type: 'string', nullable: true }) name!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) phoneMasked!: string | null;
  @ApiProperty() levelName!: string;
  @ApiProperty({ type: MergeValueView }) value!: MergeValueView;
  @ApiProperty({ type: 'integer' }) cards!: number;
  @ApiProperty({ type: [TagView] }) tags!: TagView[];
  @ApiProperty({ type: [String] }) consents!: string[];
  /** What the survivor gets from the other record. */
  @ApiProperty({ enum: TAKEN_FACTS, isArray: true }) taken!: TakenFact[];
  @ApiProperty() takesPhoto!: boolean;
  @ApiProperty() takesIdentity!: boolean;
  /** So much is in one of the two that both records must be shown to be one person, and somebody else agrees. */
  @ApiProperty() needsConsent!: boolean;
}

export class MergePreview {
  @ApiProperty({ type: MergeSideView }) survivor!: MergeSideView;
  @ApiProperty({ type: MergeSideView }) merged!: MergeSideView;
  @ApiProperty({ type: MergeResultView }) result!: MergeResultView;
}

export class MergedView {
  @ApiProperty({ type: 'integer' }) memberId!: number;
  @ApiProperty({ type: 'integer' }) mergedMemberId!: number;
  @ApiProperty({ type: 'integer' }) entryId!: number;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: 'integer' }) cards!: number;
  /** The PIN of the one who stays has stopped: another is set at the counter. */
  @ApiProperty() pinEnded!: boolean;
}

export class EraseInput {
  /** The member's name, or nickname, as the screen shows it: typed, so that nobody erases by a slip. */
  @Text({ max: 40 }) confirmation!: string;
  @Text({ max: 200, optional: true }) reason?: string | null;
}

export class EraseStanding {
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: 'integer' }) debtCents!: number;
  @ApiProperty({ type: 'integer' }) pointsDebt!: number;
  @ApiProperty({ type: 'integer' }) cards!: number;
  /** Nothing is left to settle. */
  @ApiProperty() clear!: boolean;
}

export class ErasedView {
  @ApiProperty({ type: 'integer' }) memberId!: number;
}
