import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('sale')
export class Sale {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'receipt_no', type: 'text' }) receiptNo!: string;
  @Column({ name: 'entry_id', type: 'bigint' }) entryId!: number;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ name: 'till_id', type: 'bigint' }) tillId!: number;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'member_id', type: 'bigint', nullable: true }) memberId!: number | null;
  @Column({ name: 'card_id', type: 'bigint', nullable: true }) cardId!: number | null;
  @Column({ name: 'level_id', type: 'bigint', nullable: true }) levelId!: number | null;
  @Column({ name: 'business_date', type: 'date' }) businessDate!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ name: 'list_cents', type: 'bigint' }) listCents!: number;
  @Column({ name: 'discount_cents', type: 'bigint' }) discountCents!: number;
  @Column({ name: 'due_cents', type: 'bigint' }) dueCents!: number;
  @Column({ name: 'principal_cents', type: 'bigint' }) principalCents!: number;
  @Column({ name: 'bonus_cents', type: 'bigint' }) bonusCents!: number;
  @Column({ name: 'received_cents', type: 'bigint' }) receivedCents!: number;
  /** Paid by what is neither stored value nor money; the points are a part of it. */
  @Column({ name: 'other_cents', type: 'bigint' }) otherCents!: number;
  @Column({ name: 'points_used', type: 'bigint' }) pointsUsed!: number;
  @Column({ name: 'change_cents', type: 'bigint' }) changeCents!: number;
  @Column({ name: 'cost_cents', type: 'bigint' }) costCents!: number;
  @Column({ name: 'points_earned', type: 'bigint' }) pointsEarned!: number;
  @Column({ name: 'principal_after_cents', type: 'bigint', nullable: true }) principalAfterCents!:
    number | null;
  @Column({ name: 'bonus_after_cents', type: 'bigint', nullable: true }) bonusAfterCents!:
    number | null;
  @Column({ name: 'points_after', type: 'bigint', nullable: true }) pointsAfter!: number | null;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'print_count', type: 'int' }) printCount!: number;
  @Column({ name: 'voided_at', type: 'timestamptz', nullable: true }) voidedAt!: Date | null;
  @Column({ name: 'voided_by', type: 'bigint', nullable: true }) voidedBy!: number | null;
  @Column({ name: 'void_reason', type: 'text', nullable: true }) voidReason!: string | null;
  @Column({ name: 'void_entry_id', type: 'bigint', nullable: true }) voidEntryId!: number | null;
  @Column({ name: 'spend_order_version', type: 'int', nullable: true }) spendOrderVersion!:
    number | null;
  @Column({ name: 'payer_id', type: 'bigint', nullable: true }) payerId!: number | null;
  @Column({ name: 'without_pin_cents', type: 'bigint' }) withoutPinCents!: number;
  @Column({ name: 'points_per_yuan_bps', type: 'int', nullable: true }) pointsPerYuanBps!:
    number | null;
  @Column({ name: 'returned_cents', type: 'bigint' }) returnedCents!: number;
  @Column({ name: 'returned_principal_cents', type: 'bigint' }) returnedPrincipalCents!: number;
  @Column({ name: 'returned_bonus_cents', type: 'bigint' }) returnedBonusCents!: number;
  @Column({ name: 'returned_received_cents', type: 'bigint' }) returnedReceivedCents!: number;
  @Column({ name: 'returned_other_cents', type: 'bigint' }) returnedOtherCents!: number;
  @Column({ name: 'returned_points', type: 'bigint' }) returnedPoints!: number;
}

@Entity('sale_line')
export class SaleLine {
  @PrimaryColumn({ name: 'sale_id', type: 'bigint' }) saleId!: number;
  @PrimaryColumn({ name: 'line_no', type: 'int' }) lineNo!: number;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'product_id', type: 'bigint', nullable: true }) productId!: number | null;
  @Column({ name: 'product_name', type: 'text' }) productName!: string;
  @Column({ name: 'qty_milli', type: 'bigint' }) qtyMilli!: number;
  @Column({ name: 'unit_price_cents', type: 'bigint' }) unitPriceCents!: number;
  @Column({ name: 'pay_rate_bps', type: 'int' }) payRateBps!: number;
  @Column({ name: 'list_cents', type: 'bigint' }) listCents!: number;
  @Column({ name: 'net_cents', type: 'bigint' }) netCents!: number;
  @Column({ name: 'bonus_part_cents', type: 'bigint' }) bonusPartCents!: number;
  @Column({ name: 'eligible_cents', type: 'bigint' }) eligibleCents!: number;
  @Column({ name: 'points_factor_bps', type: 'int' }) pointsFactorBps!: number;
  @Column({ name: 'cost_cents', type: 'bigint' }) costCents!: number;
  @Column({ name: 'returned_milli', type: 'bigint' }) returnedMilli!: number;
  @Column({ name: 'returned_cost_cents', type: 'bigint' }) returnedCostCents!: number;
  /** What the till said, where no product says it. */
  @Column({ name: 'category_id', type: 'bigint', nullable: true }) categoryId!: number | null;
  @Column({ name: 'price_source', type: 'text', nullable: true }) priceSource!: string | null;
  @Column({ name: 'price_version', type: 'bigint', nullable: true }) priceVersion!: number | null;
  /** Who served; null: a line from before, served by whoever sold. */
  @Column({ name: 'staff_ids', type: 'bigint', array: true, nullable: true }) staffIds!:
    number[] | null;
  @Column({ name: 'staff_bps', type: 'int', array: true, nullable: true }) staffBps!:
    number[] | null;
}

/** How much of a line was paid by what, and what of it came back: see component.rules.ts. */
@Entity('sale_component')
export class SaleComponentRow {
  @PrimaryColumn({ name: 'sale_id', type: 'bigint' }) saleId!: number;
  @PrimaryColumn({ name: 'line_no', type: 'int' }) lineNo!: number;
  @PrimaryColumn({ type: 'text' }) kind!: string;
  @Column({ type: 'bigint' }) cents!: number;
  @Column({ name: 'returned_cents', type: 'bigint' }) returnedCents!: number;
}

@Entity('sale_tender')
export class SaleTender {
  @PrimaryColumn({ name: 'sale_id', type: 'bigint' }) saleId!: number;
  @PrimaryColumn({ name: 'line_no', type: 'int' }) lineNo!: number;
  @Column({ type: 'text' }) tender!: string;
  @Column({ name: 'amount_cents', type: 'bigint' }) amountCents!: number;
  @Column({ name: 'given_cents', type: 'bigint' }) givenCents!: number;
  @Column({ type: 'text', nullable: true }) reference!: string | null;
  @Column({ type: 'bigint', nullable: true }) units!: number | null;
  @Column({ name: 'returned_units', type: 'bigint' }) returnedUnits!: number;
}
