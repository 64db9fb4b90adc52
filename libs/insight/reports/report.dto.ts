import { COLUMN_TYPES, type ColumnType, type LinkTarget } from '#kernel/lists';
import { ApiProperty } from '@nestjs/swagger';
import { Id, Text } from '#kernel';

export class ReportRef {
  @Text({ max: 60, pattern: /^[a-z-]+$/ }) reportId!: string;
}

export class ReportRowRef extends ReportRef {
  @Id() rowId!: number;
}

export class ReportFilterView {
  /** Its words: REPORT_TEXT.filters. */
  @ApiProperty() id!: string;
  @ApiProperty({ enum: ['period', 'stores', 'staff', 'choice', 'text', 'ids', 'flag'] })
  type!: string;
  /** The query parameters it reads. */
  @ApiProperty({ type: [String] }) params!: string[];
  @ApiProperty({ type: [String], required: false }) options?: string[];
  @ApiProperty({ required: false }) fallback?: string;
}

export class ReportColumnView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: COLUMN_TYPES }) type!: ColumnType;
  @ApiProperty({ enum: ['sum'], required: false }) total?: 'sum';
  /** The row carries the id as saleId or memberId. */
  @ApiProperty({ enum: ['sale', 'member'], required: false }) link?: LinkTarget;
  /** Which codes its values are. */
  @ApiProperty({ required: false }) words?: string;
  @ApiProperty() sortable!: boolean;
}

export class ReportDetailView {
  @ApiProperty({ type: [ReportColumnView] }) columns!: ReportColumnView[];
}

export class ReportView {
  @ApiProperty() id!: string;
  @ApiProperty() group!: string;
  @ApiProperty({ type: [ReportFilterView] }) filters!: ReportFilterView[];
  @ApiProperty({ type: [ReportColumnView] }) columns!: ReportColumnView[];
  @ApiProperty({ type: [String] }) orderBy!: string[];
  /** The flag of rows that count in no total. */
  @ApiProperty({ required: false }) totalsUnless?: string;
  @ApiProperty({ type: ReportDetailView, required: false }) detail?: ReportDetailView;
  @ApiProperty() exportable!: boolean;
}

const ROW_SCHEMA = { type: 'object', additionalProperties: true } as const;

export class ReportPage {
  @ApiProperty({ type: 'array', items: ROW_SCHEMA }) rows!: readonly object[];
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: 'integer' }) page!: number;
  @ApiProperty({ type: 'integer' }) pageSize!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) totals!: Record<
    string,
    number
  >;
}
