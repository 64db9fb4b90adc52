import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('command')
export class CommandEntity {
  @PrimaryColumn({ type: 'uuid' }) key!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'staff_id', type: 'bigint', nullable: true }) staffId!: number | null;
  @Column({ name: 'store_id', type: 'bigint', nullable: true }) storeId!: number | null;
  @Column({ type: 'text' }) fingerprint!: string;
  @Column({ type: 'jsonb' }) result!: object;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

@Entity('outbox')
export class OutboxEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) topic!: string;
  @Column({ type: 'jsonb' }) payload!: object;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'relayed_at', type: 'timestamptz', nullable: true }) relayedAt!: Date | null;
  @Column({ name: 'claimed_until', type: 'timestamptz', nullable: true })
  claimedUntil!: Date | null;
  @Column({ type: 'int' }) attempts!: number;
  @Column({ name: 'last_error', type: 'text', nullable: true }) lastError!: string | null;
  @Column({ name: 'failed_at', type: 'timestamptz', nullable: true }) failedAt!: Date | null;
}

@Entity('queue_state')
export class QueueStateEntity {
  @PrimaryColumn({ type: 'text' }) queue!: string;
  @PrimaryColumn({ type: 'text' }) state!: string;
  @Column({ type: 'int' }) jobs!: number;
  @Column({ type: 'timestamptz' }) at!: Date;
}

@Entity('audit_record')
export class AuditRecordEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ name: 'staff_id', type: 'bigint', nullable: true }) staffId!: number | null;
  @Column({ name: 'store_id', type: 'bigint', nullable: true }) storeId!: number | null;
  @Column({ type: 'text' }) action!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: string;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ type: 'jsonb', nullable: true }) before!: object | null;
  @Column({ type: 'jsonb', nullable: true }) after!: object | null;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
}
