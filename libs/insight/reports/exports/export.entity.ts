import { type FileLanguage } from '#kernel/lists';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ExportFormat, ExportStatus } from '../report-words.js';

@Entity('export_job')
export class ExportJobEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'report_id', type: 'text' }) reportId!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text' }) format!: ExportFormat;
  @Column({ type: 'text' }) locale!: FileLanguage;
  @Column({ type: 'jsonb' }) filters!: Record<string, unknown>;
  @Column({ name: 'store_ids', type: 'bigint', array: true }) storeIds!: number[];
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'full_phones', type: 'boolean' }) fullPhones!: boolean;
  @Column({ type: 'text' }) status!: ExportStatus;
  @Column({ name: 'rows_done', type: 'bigint' }) rowsDone!: number;
  @Column({ name: 'rows_total', type: 'bigint', nullable: true }) rowsTotal!: number | null;
  @Column({ name: 'file_name', type: 'text', nullable: true }) fileName!: string | null;
  @Column({ name: 'file_bytes', type: 'bigint', nullable: true }) fileBytes!: number | null;
  @Column({ name: 'error_code', type: 'text', nullable: true }) errorCode!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true }) expiresAt!: Date | null;
}
