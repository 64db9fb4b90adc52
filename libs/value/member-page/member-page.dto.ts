import { CardOfMember, FamilyCardView } from '#membership/cards';
import { ConsentView, DuplicateView, ReferrerView, TagView } from '#membership/members';
import { WalletView } from '#value/wallets';
import { ApiProperty } from '@nestjs/swagger';

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
  /** What left that wallet today without its PIN, by whomever. */
  @ApiProperty({ type: 'integer' }) withoutPinTodayCents!: number;
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
  /** What left the own wallet today without its PIN: it counts towards the amount above which one is asked for. */
  @ApiProperty({ type: 'integer' }) withoutPinTodayCents!: number;
}
