import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ApprovalFacts, RequestStatus } from './approval.rules.js';
import type { ApprovalLimit } from './day-limit.rules.js';

@Entity('staff_pin')
export class StaffPin {
  @PrimaryColumn({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ type: 'text' }) hash!: string;
  @Column({ type: 'int' }) failures!: number;
  @Column({ name: 'last_failed_at', type: 'timestamptz', nullable: true })
  lastFailedAt!: Date | null;
  @Column({ name: 'locked_at', type: 'timestamptz', nullable: true }) lockedAt!: Date | null;
  @Column({ name: 'set_at', type: 'timestamptz' }) setAt!: Date;
}

@Entity('approval_attempt')
export class ApprovalAttempt {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'asked_by', type: 'bigint' }) askedBy!: number;
  @Column({ type: 'timestamptz' }) at!: Date;
}

@Entity('approval_request')
export class ApprovalRequest {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: string;
  @Column({ name: 'subject_id', type: 'bigint' }) subjectId!: number;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ name: 'till_id', type: 'bigint', nullable: true }) tillId!: number | null;
  @Column({ name: 'amount_cents', type: 'bigint' }) amountCents!: number;
  @Column({ type: 'jsonb' }) facts!: ApprovalFacts;
  @Column({ name: 'reached_limit', type: 'text' }) limit!: ApprovalLimit;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'text' }) status!: Exclude<RequestStatus, 'expired'>;
  @Column({ name: 'asked_by', type: 'bigint' }) askedBy!: number;
  @Column({ name: 'asked_at', type: 'timestamptz' }) askedAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
  @Column({ name: 'decided_by', type: 'bigint', nullable: true }) decidedBy!: number | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
  @Column({ name: 'decision_note', type: 'text', nullable: true }) decisionNote!: string | null;
}

@Entity('approval')
export class ApprovalRecord {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: string;
  @Column({ name: 'subject_id', type: 'bigint' }) subjectId!: number;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ name: 'amount_cents', type: 'bigint' }) amountCents!: number;
  @Column({ name: 'done_by', type: 'bigint' }) doneBy!: number;
  @Column({ name: 'approved_by', type: 'bigint' }) approvedBy!: number;
  @Column({ name: 'request_id', type: 'bigint', nullable: true }) requestId!: number | null;
  @Column({ name: 'entry_id', type: 'bigint', nullable: true }) entryId!: number | null;
  @Column({ name: 'document_kind', type: 'text', nullable: true }) documentKind!: string | null;
  @Column({ name: 'document_id', type: 'bigint', nullable: true }) documentId!: number | null;
  @Column({ type: 'timestamptz' }) at!: Date;
}

/** What was done without a second person and counts towards the limits of a day. */
@Entity('unapproved_act')
export class UnapprovedAct {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) kind!: string;
  /** Null: handed to somebody who is no member. */
  @Column({ name: 'member_id', type: 'bigint', nullable: true }) memberId!: number | null;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'business_date', type: 'date' }) businessDate!: string;
  @Column({ name: 'amount_cents', type: 'bigint' }) amountCents!: number;
  @Column({ name: 'document_kind', type: 'text', nullable: true }) documentKind!: string | null;
  @Column({ name: 'document_id', type: 'bigint', nullable: true }) documentId!: number | null;
  @Column({ type: 'timestamptz' }) at!: Date;
}
