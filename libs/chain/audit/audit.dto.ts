import { ApiProperty } from '@nestjs/swagger';
import { DateOnly, Id, PageQuery, PageView, SortBy, Text } from '#kernel';
import { AUDIT_SORTS } from './audit-list.query.js';

export class AuditQuery extends PageQuery {
  @Text({ max: 60, optional: true }) action?: string;
  @Text({ max: 40, optional: true }) subjectKind?: string;
  @Text({ max: 60, optional: true }) subjectId?: string;
  @Id({ optional: true }) staffId?: number;
  @Id({ optional: true }) storeId?: number;
  @SortBy(AUDIT_SORTS) sort?: string;
  /** Days of the chain, both included. */
  @DateOnly({ optional: true }) from?: string;
  @DateOnly({ optional: true }) to?: string;
}

export class AuditRow {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
  @ApiProperty({ type: String, nullable: true }) staffName!: string | null;
  @ApiProperty({ type: String, nullable: true }) storeName!: string | null;
  @ApiProperty() action!: string;
  @ApiProperty() subjectKind!: string;
  @ApiProperty() subjectId!: string;
  @ApiProperty({ type: Object, nullable: true }) before!: object | null;
  @ApiProperty({ type: Object, nullable: true }) after!: object | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

export class AuditPage extends PageView(AuditRow) {}
