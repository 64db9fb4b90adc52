import { TenderCode, TenderReference } from '#chain/tenders';
import { ApprovalInput } from '#chain/approvals';
import {
  Cents,
  DateOnly,
  Id,
  Nested,
  OneOf,
  PageQuery,
  PageView,
  Pin,
  SortBy,
  Text,
} from '#kernel';
import { IdentityProofInput } from '#membership/members';
import { ApiProperty } from '@nestjs/swagger';
import { CARD_SORTS } from './card-list.query.js';
import {
  CARD_ORIGINS,
  CARD_STATUSES,
  CARD_STOCK_STATES,
  type CardOrigin,
  type CardStatus,
  type CardStockState,
} from './card.rules.js';

const MAX_CARD_CHARGE_CENTS = 1_000_00;

export class CardRef {
  @Text({ min: 4, max: 32, pattern: /^[0-9A-Za-z]+$/ }) cardNo!: string;
}

/** Left out: the next number of the store, the chain's deposit and fee. */
export class CardTermsInput {
  @Text({ max: 40, optional: true }) cardNo?: string | null;
  @Cents({ max: MAX_CARD_CHARGE_CENTS, optional: true }) depositCents?: number | null;
  @Cents({ max: MAX_CARD_CHARGE_CENTS, optional: true }) feeCents?: number | null;
  /** How deposit and fee are paid. */
  @TenderCode({ optional: true }) tender?: string;
  @TenderReference() reference?: string | null;
  /** The last day of its benefits. Left out: as the chain's setting says. */
  @DateOnly({ optional: true }) expiresOn?: string | null;
}

export class IssueCardInput extends CardTermsInput {
  /** The member's first PIN. */
  @Pin({ optional: true }) pin?: string | null;
  /** A family card: it spends this member's wallet. */
  @Id({ optional: true }) walletOfMemberId?: number | null;
  /** Of a family card: how its owner agrees, and what the card may spend a day with its holder's PIN. */
  @Nested(() => IdentityProofInput, { optional: true }) ownerProof?: IdentityProofInput | null;
  @Cents({ min: 1, optional: true }) dayLimitCents?: number | null;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class IssuedCardView {
  @ApiProperty({ type: 'integer' }) cardId!: number;
  @ApiProperty() cardNo!: string;
  /** Its slip, where it cost something. */
  @ApiProperty({ type: 'integer', required: false }) chargeId?: number;
  @ApiProperty({ required: false }) chargeReceiptNo?: string;
}

export class NextCardNoView {
  @ApiProperty() cardNo!: string;
}

export class CardStatusView {
  @ApiProperty() cardNo!: string;
  @ApiProperty({ enum: CARD_STATUSES }) status!: CardStatus;
}

export class CardListQuery extends PageQuery {
  @OneOf(CARD_STATUSES, { optional: true }) status?: CardStatus;
  @OneOf(CARD_ORIGINS, { optional: true }) origin?: CardOrigin;
  @Id({ optional: true }) storeId?: number;
  @SortBy(CARD_SORTS) sort?: string;
}

class CardSummary {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() cardNo!: string;
  @ApiProperty({ enum: CARD_STATUSES }) status!: CardStatus;
  @ApiProperty() storeName!: string;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) issuedOn!: string | null;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) expiresOn!: string | null;
  /** Past its last day: level price, points and bonus rest, the principal does not. */
  @ApiProperty() expired!: boolean;
}

export class CardOfMember extends CardSummary {}

export class CardRow extends CardSummary {
  @ApiProperty({ enum: CARD_ORIGINS }) origin!: CardOrigin;
  @ApiProperty({ enum: CARD_STOCK_STATES, nullable: true }) stockState!: CardStockState | null;
  @ApiProperty({ type: 'integer', nullable: true }) memberId!: number | null;
  @ApiProperty({ type: 'string', nullable: true }) memberName!: string | null;
}
export const CardRowPage = PageView(CardRow);
