import { TenderCode } from '#chain/tenders';
import { ApprovalInput } from '#chain/approvals';
import { Cents, DateOnly, Flag, Id, Nested, OneOf, PageQuery, Pin, SortBy, Text } from '#kernel';
import { IdentityProofInput } from '#membership/members';
import { PAYOUT_SORTS, PAYOUT_STATES, type PayoutState } from './payout-list.query.js';
import { REFUND_BASES, type RefundBasis } from './refund.rules.js';

export const PAYOUT_KINDS = ['withdrawal', 'transfer', 'refund', 'closing'] as const;
export type PayoutKind = (typeof PAYOUT_KINDS)[number];

export class PayoutRef {
  @Id() id!: number;
}

/** Left out: all that may be paid out without consent. */
export class WithdrawalQuery {
  @Cents({ min: 1, optional: true }) amountCents?: number;
}

export class WithdrawalInput {
  @Cents({ min: 1 }) amountCents!: number;
  @TenderCode() tender!: string;
  /** The card shown; its wallet must be the member's own. */
  @Text({ max: 40, optional: true }) cardNo?: string | null;
  @Text({ max: 200, optional: true }) reason?: string | null;
  @Pin({ optional: true }) pin?: string;
  /** Of an owner without a PIN: the document that was seen. */
  @Nested(() => IdentityProofInput, { optional: true }) identity?: IdentityProofInput | null;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class TransferQuery extends WithdrawalQuery {
  @Id() toMemberId!: number;
}

export class TransferInput {
  @Id() toMemberId!: number;
  @Cents({ min: 1 }) amountCents!: number;
  @Text({ max: 40, optional: true }) cardNo?: string | null;
  @Text({ max: 200, optional: true }) reason?: string | null;
  /** The warning about the receiver's prepaid limit was read. */
  @Flag({ optional: true }) acceptLimit?: boolean;
  /** The giver's. */
  @Pin({ optional: true }) pin?: string;
  /** Of an owner without a PIN: the document that was seen. */
  @Nested(() => IdentityProofInput, { optional: true }) identity?: IdentityProofInput | null;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export const DEBT_WAYS = ['waive', 'pay'] as const;
export type DebtWay = (typeof DEBT_WAYS)[number];

/** How points and debts are settled beside the money. */
export class SettlementInput {
  /** Which computation is paid. */
  @OneOf(REFUND_BASES) basis!: RefundBasis;
  /** What the screen showed for it: where the books say something else by now, nothing is paid. */
  @Cents() amountCents!: number;
  @TenderCode() tender!: string;
  /** Needed where it is not what is proposed. */
  @Text({ max: 200, optional: true }) reason?: string | null;
  /** Points given with the top-ups that are paid back. */
  @OneOf(['take_back', 'leave']) giftPoints!: 'take_back' | 'leave';
  /** The points that are left then. */
  @OneOf(['keep', 'forfeit']) points!: 'keep' | 'forfeit';
  @OneOf(DEBT_WAYS, { optional: true }) walletDebt?: DebtWay | null;
  @OneOf(DEBT_WAYS, { optional: true }) pointsDebt?: DebtWay | null;
  /** What was agreed to be paid for the points owed. */
  @Cents({ optional: true }) pointsDebtCents?: number | null;
}

export class RefundInput extends SettlementInput {
  @Pin({ optional: true }) pin?: string;
  /** Of an owner without a PIN: the document that was seen. */
  @Nested(() => IdentityProofInput, { optional: true }) identity?: IdentityProofInput | null;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class ClosingInput {
  /** How a deposit is given back of which nothing says how it was paid. */
  @TenderCode() tender!: string;
  @Text({ max: 200, optional: true }) reason?: string | null;
  /** For the last card of a wallet. */
  @Nested(() => SettlementInput, { optional: true }) settlement?: SettlementInput | null;
  /** For a card of several: that its member asks; for the last one of a member without a PIN. */
  @Nested(() => IdentityProofInput, { optional: true }) identity?: IdentityProofInput | null;
  @Pin({ optional: true }) pin?: string;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class PayoutReversalInput {
  @Text({ max: 200 }) reason!: string;
  /** After the end of the business day another person approves from an amount on. */
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class PayoutQuery extends PageQuery {
  @OneOf(PAYOUT_KINDS, { optional: true }) kind?: PayoutKind;
  @DateOnly({ optional: true }) from?: string;
  @DateOnly({ optional: true }) to?: string;
  @Id({ optional: true }) storeId?: number;
  @Id({ optional: true }) staffId?: number;
  @Id({ optional: true }) memberId?: number;
  @TenderCode({ optional: true }) tender?: string;
  @OneOf(PAYOUT_STATES, { optional: true }) state?: PayoutState;
  @SortBy(PAYOUT_SORTS) sort?: string;
}
