import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { SegmentVisibility } from './segment.rules.js';

@Entity('segment')
export class SegmentEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  // A SegmentFilter: which parts a condition has, only who declares it knows.
  @Column({ type: 'jsonb' }) filter!: object;
  @Column({ type: 'text' }) visibility!: SegmentVisibility;
  @Column({ name: 'owner_id', type: 'bigint' }) ownerId!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
  @Column({ name: 'archived_at', type: 'timestamptz', nullable: true }) archivedAt!: Date | null;
  @Column({ type: 'int' }) version!: number;
}

@Entity('segment_count')
export class SegmentCountEntity {
  @PrimaryColumn({ name: 'segment_id', type: 'bigint' }) segmentId!: number;
  @PrimaryColumn({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ type: 'bigint' }) members!: number;
  @Column({ name: 'counted_at', type: 'timestamptz' }) countedAt!: Date;
}
