import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('import_job')
export class ImportJob {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'text' }) source!: string;
  @Column({ name: 'file_name', type: 'text' }) fileName!: string;
  @Column({ name: 'file_bytes', type: 'bigint' }) fileBytes!: number;
  @Column({ name: 'file_kind', type: 'text', nullable: true }) fileKind!: string | null;
  @Column({ type: 'text' }) locale!: string;
  @Column({ type: 'text' }) status!: string;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'jsonb', nullable: true }) sheet!: object | null;
  @Column({ type: 'jsonb', nullable: true }) mapping!: object | null;
  @Column({ type: 'jsonb', nullable: true }) findings!: object | null;
  @Column({ name: 'signed_totals', type: 'jsonb', nullable: true }) signedTotals!: object | null;
  @Column({ name: 'signed_by', type: 'bigint', nullable: true }) signedBy!: number | null;
  @Column({ name: 'signed_at', type: 'timestamptz', nullable: true }) signedAt!: Date | null;
  @Column({ name: 'business_date', type: 'date', nullable: true }) businessDate!: string | null;
  @Column({ type: 'jsonb', nullable: true }) outcome!: object | null;
  @Column({ name: 'error_code', type: 'text', nullable: true }) errorCode!: string | null;
  @Column({ name: 'error_params', type: 'jsonb', nullable: true }) errorParams!: object | null;
  @Column({ name: 'rows_total', type: 'int' }) rowsTotal!: number;
  @Column({ name: 'rows_done', type: 'int' }) rowsDone!: number;
  @Column({ name: 'line_done', type: 'int' }) lineDone!: number;
  @Column({ name: 'error_rows', type: 'int' }) errorRows!: number;
  @Column({ name: 'error_file', type: 'boolean' }) errorFile!: boolean;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
}

@Entity('import_line')
export class ImportLine {
  @PrimaryColumn({ name: 'import_id', type: 'bigint' }) importId!: number;
  @PrimaryColumn({ name: 'line_no', type: 'int' }) lineNo!: number;
  @Column({ type: 'jsonb' }) cells!: object;
  @Column({ type: 'text' }) state!: string;
  @Column({ type: 'jsonb', nullable: true }) problems!: object | null;
}
