import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('payout')
export class Payout {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'receipt_no', type: 'text' }) receiptNo!: string;
  @Column({ name: 'entry_id', type: 'bigint' }) entryId!: number;
  @Column({ name: 'wallet_id', type: 'bigint' }) walletId!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'card_id', type: 'bigint', nullable: true }) cardId!: number | null;
  @Column({ name: 'to_wallet_id', type: 'bigint', nullable: true }) toWalletId!: number | null;
  @Column({ name: 'to_member_id', type: 'bigint', nullable: true }) toMemberId!: number | null;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ name: 'till_id', type: 'bigint', nullable: true }) tillId!: number | null;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'business_date', type: 'date' }) businessDate!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'text', nullable: true }) tender!: string | null;
  @Column({ name: 'paid_cents', type: 'bigint' }) paidCents!: number;
  @Column({ name: 'principal_cents', type: 'bigint' }) principalCents!: number;
  @Column({ name: 'principal_kept_cents', type: 'bigint' }) principalKeptCents!: number;
  @Column({ name: 'bonus_paid_cents', type: 'bigint' }) bonusPaidCents!: number;
  @Column({ name: 'deposit_cents', type: 'bigint' }) depositCents!: number;
  @Column({ name: 'received_cents', type: 'bigint' }) receivedCents!: number;
  @Column({ name: 'bonus_void_cents', type: 'bigint' }) bonusVoidCents!: number;
  @Column({ name: 'bonus_moved_cents', type: 'bigint' }) bonusMovedCents!: number;
  @Column({ name: 'held_void_cents', type: 'bigint' }) heldVoidCents!: number;
  @Column({ name: 'held_moved_cents', type: 'bigint' }) heldMovedCents!: number;
  @Column({ name: 'entitled_cents', type: 'bigint' }) entitledCents!: number;
  @Column({ name: 'principal_after_cents', type: 'bigint' }) principalAfterCents!: number;
  @Column({ name: 'bonus_after_cents', type: 'bigint' }) bonusAfterCents!: number;
  @Column({ name: 'points_after', type: 'bigint' }) pointsAfter!: number;
  @Column({ name: 'to_principal_after_cents', type: 'bigint', nullable: true })
  toPrincipalAfterCents!: number | null;
  @Column({ name: 'to_bonus_after_cents', type: 'bigint', nullable: true })
  toBonusAfterCents!: number | null;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'print_count', type: 'int' }) printCount!: number;
  @Column({ name: 'reversed_at', type: 'timestamptz', nullable: true }) reversedAt!: Date | null;
  @Column({ name: 'reversed_by', type: 'bigint', nullable: true }) reversedBy!: number | null;
  @Column({ name: 'reversal_reason', type: 'text', nullable: true }) reversalReason!: string | null;
  @Column({ name: 'reversal_entry_id', type: 'bigint', nullable: true })
  reversalEntryId!: number | null;
  @Column({ name: 'without_pin_cents', type: 'bigint' }) withoutPinCents!: number;
}

@Entity('payout_refund')
export class PayoutRefund {
  @PrimaryColumn({ name: 'payout_id', type: 'bigint' }) payoutId!: number;
  @Column({ type: 'text' }) basis!: string;
  @Column({ name: 'proposed_basis', type: 'text' }) proposedBasis!: string;
  @Column({ name: 'principal_only_cents', type: 'bigint' }) principalOnlyCents!: number;
  @Column({ name: 'paid_ratio_cents', type: 'bigint' }) paidRatioCents!: number;
  @Column({ name: 'list_price_cents', type: 'bigint' }) listPriceCents!: number;
  @Column({ name: 'gift_points_taken', type: 'bigint' }) giftPointsTaken!: number;
  @Column({ name: 'points_forfeited', type: 'bigint' }) pointsForfeited!: number;
  @Column({ name: 'principal_debt_cents', type: 'bigint' }) principalDebtCents!: number;
  @Column({ name: 'bonus_debt_cents', type: 'bigint' }) bonusDebtCents!: number;
  @Column({ name: 'wallet_debt_how', type: 'text', nullable: true }) walletDebtHow!: string | null;
  @Column({ name: 'points_debt', type: 'bigint' }) pointsDebt!: number;
  @Column({ name: 'points_debt_how', type: 'text', nullable: true }) pointsDebtHow!: string | null;
  @Column({ name: 'points_debt_paid_cents', type: 'bigint' }) pointsDebtPaidCents!: number;
}
