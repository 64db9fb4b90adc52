import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('adjustment')
export class Adjustment {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'receipt_no', type: 'text' }) receiptNo!: string;
  @Column({ name: 'entry_id', type: 'bigint' }) entryId!: number;
  @Column({ name: 'wallet_id', type: 'bigint' }) walletId!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ name: 'till_id', type: 'bigint', nullable: true }) tillId!: number | null;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'business_date', type: 'date' }) businessDate!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'bigint' }) amount!: number;
  @Column({ type: 'bigint' }) repaid!: number;
  @Column({ name: 'expires_on', type: 'date', nullable: true }) expiresOn!: string | null;
  @Column({ name: 'balance_after', type: 'bigint' }) balanceAfter!: number;
  @Column({ type: 'text' }) reason!: string;
}
