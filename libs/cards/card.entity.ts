import { registerEntities } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('card_range')
export class CardRange {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ type: 'text' }) prefix!: string;
  @Column({ type: 'boolean' }) active!: boolean;
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
}

registerEntities(CardRange, Card);
