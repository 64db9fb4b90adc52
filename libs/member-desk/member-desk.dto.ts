import { CardOfMember, FamilyCardView } from '#cards';
import { OneOf, Text, Whole } from '#kernel';
import { ConsentView, DuplicateView, MemberCandidate, ReferrerView, TagView } from '#members';
import { WalletView } from '#wallets';
import { ApiProperty } from '@nestjs/swagger';

export class LookupQuery {
  @Text({ max: 60 }) q!: string;
}

export class CardHitView {
  @ApiProperty() cardNo!: string;
  @ApiProperty() status!: string;
}

/** 'exact' only for a unique full card number or phone; everything else gives candidates. */
export class LookupView {
  @ApiProperty({ enum: ['exact', 'candidates', 'none'] }) match!: 'exact' | 'candidates' | 'none';
  @ApiProperty({ enum: ['card', 'phone'], required: false }) by?: 'card' | 'phone';
  @ApiProperty({ type: CardHitView, required: false }) card?: CardHitView;
  @ApiProperty({ type: [MemberCandidate] }) members!: MemberCandidate[];
}

export class BirthdayView {
  @ApiProperty({ enum: ['solar', 'lunar'] }) calendar!: 'solar' | 'lunar';
  @ApiProperty({ type: 'integer', nullable: true }) year!: number | null;
  @ApiProperty({ type: 'integer' }) month!: number;
  @ApiProperty({ type: 'integer' }) day!: number;
  @ApiProperty() leapMonth!: boolean;
}

export class MemberLevelView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer' }) payRateBps!: number;
  @ApiProperty({ type: 'integer' }) pointsPerYuanBps!: number;
}

export class HomeStoreView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** The owner of the wallet that a family card spends, and what the owner allows. */
export class PayerView {
  @ApiProperty({ type: 'integer' }) memberId!: number;
  @ApiProperty() name!: string;
  @ApiProperty() hasPin!: boolean;
  /** Cents a business day with the holder's PIN; null: the owner's PIN at every payment. */
  @ApiProperty({ type: 'integer', nullable: true }) dayLimitCents!: number | null;
  @ApiProperty({ type: 'integer' }) spentTodayCents!: number;
  /** What can be spent; the points stay the holder's own. */
  @ApiProperty({ type: WalletView }) wallet!: WalletView;
}

export class MemberCardView extends CardOfMember {
  /** Of a family card: whose wallet pays. Null: the member's own. */
  @ApiProperty({ type: PayerView, nullable: true }) payer!: PayerView | null;
}

/** A member whole, as the desk and the office show them. */
export class MemberDetail {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'string', nullable: true }) name!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) nickname!: string | null;
  @ApiProperty({ enum: ['unknown', 'female', 'male'] }) gender!: string;
  @ApiProperty({ type: 'string', nullable: true }) phoneMasked!: string | null;
  @ApiProperty({ enum: ['person', 'company'] }) kind!: 'person' | 'company';
  @ApiProperty({ type: 'string', nullable: true }) photo!: string | null;
  @ApiProperty({ type: BirthdayView, nullable: true }) birthday!: BirthdayView | null;
  @ApiProperty({ enum: ['leap', 'first', 'both'], nullable: true }) birthdayPreference!:
    'leap' | 'first' | 'both' | null;
  @ApiProperty() birthdayToday!: boolean;
  @ApiProperty({ type: MemberLevelView }) level!: MemberLevelView;
  @ApiProperty({ type: HomeStoreView }) homeStore!: HomeStoreView;
  @ApiProperty({ format: 'date' }) joinedOn!: string;
  @ApiProperty({ type: 'string', nullable: true }) note!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) preferences!: string | null;
  /** Values of the chain's custom fields by their code. */
  @ApiProperty({ type: 'object', additionalProperties: true }) custom!: Record<
    string,
    string | number | boolean
  >;
  @ApiProperty({ type: [TagView] }) tags!: TagView[];
  @ApiProperty({ type: ReferrerView, nullable: true }) referrer!: ReferrerView | null;
  /** How many members this one brought. */
  @ApiProperty({ type: 'integer' }) referredCount!: number;
  @ApiProperty({ type: [ConsentView] }) consents!: ConsentView[];
  /** The real name was seen. */
  @ApiProperty() registered!: boolean;
  @ApiProperty() levelPinned!: boolean;
  /** Other records that may be the same person. */
  @ApiProperty({ type: [DuplicateView] }) duplicates!: DuplicateView[];
  /** Ids that were merged into this one: they lead here. */
  @ApiProperty({ type: [Number] }) mergedIds!: number[];
  @ApiProperty() hasPin!: boolean;
  /** Of the staff member who this is: they don't serve themselves. */
  @ApiProperty({ type: 'string', nullable: true }) staffName!: string | null;
  @ApiProperty() smsService!: boolean;
  @ApiProperty() smsMarketing!: boolean;
  /** To be sent with a change. */
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: [MemberCardView] }) cards!: MemberCardView[];
  /** Other members' cards that spend this member's wallet. */
  @ApiProperty({ type: [FamilyCardView] }) familyCards!: FamilyCardView[];
  @ApiProperty({ type: 'integer' }) walletId!: number;
  @ApiProperty({ type: WalletView }) wallet!: WalletView;
}

export const ACTIVITY_GROUPS = ['purchases', 'value'] as const;
export type ActivityGroup = (typeof ACTIVITY_GROUPS)[number];

export class ActivityQuery {
  @Whole({ min: 1, max: 200, optional: true }) limit?: number;
  /** 'purchases': sales and their voids; 'value': everything else that moved value or money. Left out: both. */
  @OneOf(ACTIVITY_GROUPS, { optional: true }) group?: ActivityGroup;
  /** The `place` of the last row shown: the ones before it in time. */
  @Text({ max: 80, pattern: /^\d{1,16} \S+$/, optional: true })
  after?: string;
}

/** One act of a member; principal, bonus and points signed from the member's side. */
export class ActivityRow {
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: Date;
  @ApiProperty({ format: 'date' }) businessDate!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() storeName!: string;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ type: 'integer', nullable: true }) saleId!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) topUpId!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) payoutId!: number | null;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: 'integer' }) amountCents!: number;
  /** The other side of a family card: the owner whose wallet paid, or for the owner who used the card. */
  @ApiProperty({ type: 'string', nullable: true }) otherName!: string | null;
  /** To go on from here. */
  @ApiProperty() place!: string;
}
