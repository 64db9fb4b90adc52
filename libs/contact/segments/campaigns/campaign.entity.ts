import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { SegmentFilter } from '../segment.rules.js';
import type { CampaignStatus } from './campaign.rules.js';

@Entity('campaign')
export class CampaignEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'segment_id', type: 'bigint', nullable: true }) segmentId!: number | null;
  @Column({ name: 'template_id', type: 'bigint', nullable: true }) templateId!: number | null;
  @Column({ type: 'jsonb' }) filter!: SegmentFilter;
  @Column({ name: 'all_stores', type: 'boolean' }) allStores!: boolean;
  @Column({ name: 'store_ids', type: 'bigint', array: true }) storeIds!: number[];
  @Column({ type: 'text' }) body!: string;
  @Column({ type: 'text' }) signature!: string;
  @Column({ name: 'opt_out', type: 'text' }) optOut!: string;
  @Column({ name: 'price_mills', type: 'int' }) priceMills!: number;
  @Column({ type: 'bigint' }) expected!: number;
  @Column({ type: 'text' }) status!: CampaignStatus;
  @Column({ name: 'error_code', type: 'text', nullable: true }) errorCode!: string | null;
  @Column({ name: 'scheduled_at', type: 'timestamptz' }) scheduledAt!: Date;
  @Column({ name: 'prepared_at', type: 'timestamptz', nullable: true }) preparedAt!: Date | null;
  @Column({ name: 'beat_at', type: 'timestamptz', nullable: true }) beatAt!: Date | null;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
  @Column({ name: 'created_by', type: 'bigint' }) createdBy!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
