import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('card_range')
export class CardRange {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ type: 'text' }) prefix!: string;
  @Column({ type: 'boolean' }) active!: boolean;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'created_by', type: 'bigint', nullable: true }) createdBy!: number | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'deactivated_at', type: 'timestamptz', nullable: true })
  deactivatedAt!: Date | null;
  @Column({ type: 'int' }) version!: number;
}

@Entity('card')
export class Card {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'card_no', type: 'text' }) cardNo!: string;
  @Column({ name: 'member_id', type: 'bigint', nullable: true }) memberId!: number | null;
  @Column({ name: 'wallet_id', type: 'bigint', nullable: true }) walletId!: number | null;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ type: 'text' }) status!: string;
  @Column({ name: 'deposit_cents', type: 'bigint' }) depositCents!: number;
  @Column({ name: 'fee_cents', type: 'bigint' }) feeCents!: number;
  @Column({ name: 'expires_on', type: 'date', nullable: true }) expiresOn!: string | null;
  @Column({ name: 'issued_on', type: 'date', nullable: true }) issuedOn!: string | null;
  @Column({ name: 'issued_by', type: 'bigint', nullable: true }) issuedBy!: number | null;
  @Column({ name: 'replaces_card_id', type: 'bigint', nullable: true }) replacesCardId!:
    number | null;
  @Column({ name: 'status_changed_at', type: 'timestamptz' }) statusChangedAt!: Date;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'text' }) origin!: string;
  @Column({ name: 'deposit_store_id', type: 'bigint', nullable: true }) depositStoreId!:
    number | null;
  @Column({ name: 'stock_state', type: 'text', nullable: true }) stockState!: string | null;
  @Column({ name: 'day_limit_cents', type: 'bigint', nullable: true }) dayLimitCents!:
    number | null;
}

@Entity('card_charge')
export class CardCharge {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'receipt_no', type: 'text' }) receiptNo!: string;
  @Column({ name: 'entry_id', type: 'bigint' }) entryId!: number;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'card_id', type: 'bigint' }) cardId!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ name: 'till_id', type: 'bigint', nullable: true }) tillId!: number | null;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'business_date', type: 'date' }) businessDate!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'text' }) tender!: string;
  @Column({ name: 'tender_reference', type: 'text', nullable: true }) tenderReference!:
    string | null;
  @Column({ name: 'deposit_cents', type: 'bigint' }) depositCents!: number;
  @Column({ name: 'fee_cents', type: 'bigint' }) feeCents!: number;
}

@Entity('card_extension')
export class CardExtension {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'card_id', type: 'bigint' }) cardId!: number;
  @Column({ name: 'from_on', type: 'date', nullable: true }) fromOn!: string | null;
  @Column({ name: 'to_on', type: 'date', nullable: true }) toOn!: string | null;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'staff_id', type: 'bigint', nullable: true }) staffId!: number | null;
  @Column({ name: 'store_id', type: 'bigint', nullable: true }) storeId!: number | null;
  @Column({ type: 'timestamptz' }) at!: Date;
}

@Entity('card_virtual_code')
export class CardVirtualCode {
  @PrimaryColumn({ name: 'card_id', type: 'bigint' }) cardId!: number;
  @Column({ type: 'text' }) handle!: string;
  @Column({ type: 'bytea' }) secret!: Buffer;
  @Column({ name: 'last_step', type: 'bigint' }) lastStep!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
