import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('sale_return')
export class SaleReturn {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'receipt_no', type: 'text' }) receiptNo!: string;
  @Column({ name: 'entry_id', type: 'bigint' }) entryId!: number;
  @Column({ name: 'sale_id', type: 'bigint' }) saleId!: number;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ name: 'till_id', type: 'bigint', nullable: true }) tillId!: number | null;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'member_id', type: 'bigint', nullable: true }) memberId!: number | null;
  @Column({ name: 'business_date', type: 'date' }) businessDate!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'text' }) reason!: string;
  @Column({ type: 'bigint' }) cents!: number;
  @Column({ name: 'principal_cents', type: 'bigint' }) principalCents!: number;
  @Column({ name: 'bonus_cents', type: 'bigint' }) bonusCents!: number;
  @Column({ name: 'received_cents', type: 'bigint' }) receivedCents!: number;
  @Column({ name: 'other_cents', type: 'bigint' }) otherCents!: number;
  @Column({ name: 'cost_cents', type: 'bigint' }) costCents!: number;
  @Column({ type: 'bigint' }) points!: number;
  /** Those that had paid: they are the member's again. */
  @Column({ name: 'points_given', type: 'bigint' }) pointsGiven!: number;
  @Column({ name: 'points_owed', type: 'bigint' }) pointsOwed!: number;
  @Column({ name: 'principal_after_cents', type: 'bigint', nullable: true }) principalAfterCents!:
    number | null;
  @Column({ name: 'bonus_after_cents', type: 'bigint', nullable: true }) bonusAfterCents!:
    number | null;
  @Column({ name: 'points_after', type: 'bigint', nullable: true }) pointsAfter!: number | null;
  @Column({ name: 'print_count', type: 'int' }) printCount!: number;
}

@Entity('sale_return_line')
export class SaleReturnLine {
  @PrimaryColumn({ name: 'return_id', type: 'bigint' }) returnId!: number;
  @PrimaryColumn({ name: 'line_no', type: 'int' }) lineNo!: number;
  @Column({ name: 'qty_milli', type: 'bigint' }) qtyMilli!: number;
  @Column({ type: 'bigint' }) cents!: number;
  @Column({ name: 'cost_cents', type: 'bigint' }) costCents!: number;
  @Column({ type: 'text' }) goods!: string;
}

@Entity('sale_return_tender')
export class SaleReturnTender {
  @PrimaryColumn({ name: 'return_id', type: 'bigint' }) returnId!: number;
  @PrimaryColumn({ type: 'text' }) tender!: string;
  @Column({ name: 'amount_cents', type: 'bigint' }) amountCents!: number;
  @Column({ type: 'bigint', nullable: true }) units!: number | null;
}
