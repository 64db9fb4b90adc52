import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { MessageStatus } from './message.rules.js';

@Entity('message')
export class MessageEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'outbox_id', type: 'bigint', nullable: true }) outboxId!: number | null;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'text' }) channel!: 'sms';
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ type: 'text', nullable: true }) phone!: string | null;
  @Column({ type: 'text' }) body!: string;
  @Column({ type: 'int' }) segments!: number;
  @Column({ type: 'text' }) status!: MessageStatus;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'text', nullable: true }) driver!: string | null;
  @Column({ name: 'provider_id', type: 'text', nullable: true }) providerId!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true }) sentAt!: Date | null;
  @Column({ name: 'campaign_id', type: 'bigint', nullable: true }) campaignId!: number | null;
  @Column({ name: 'sending_since', type: 'timestamptz', nullable: true })
  sendingSince!: Date | null;
  @Column({ type: 'int' }) attempts!: number;
}
