import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The document of a member who was taken over: one for each row of a file. */
@Entity('import_row')
export class ImportRow {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'row_key', type: 'text' }) rowKey!: string;
  @Column({ name: 'member_no_key', type: 'text', nullable: true }) memberNoKey!: string | null;
  @Column({ type: 'text' }) fingerprint!: string;
  @Column({ name: 'import_id', type: 'bigint' }) importId!: number;
  @Column({ name: 'line_no', type: 'int' }) lineNo!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'card_id', type: 'bigint', nullable: true }) cardId!: number | null;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'business_date', type: 'date' }) businessDate!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ name: 'entry_id', type: 'bigint', nullable: true }) entryId!: number | null;
  @Column({ name: 'principal_cents', type: 'bigint' }) principalCents!: number;
  @Column({ name: 'bonus_cents', type: 'bigint' }) bonusCents!: number;
  @Column({ type: 'bigint' }) points!: number;
  @Column({ name: 'spend_cents', type: 'bigint' }) spendCents!: number;
}
