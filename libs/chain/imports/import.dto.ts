import { OneOf, PlainPageQuery, PageView, Id, SortBy, Text } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { IMPORT_SORTS } from './import-list.query.js';
import {
  IMPORT_LOCALES,
  IMPORT_STATUSES,
  type Findings,
  type ImportLocale,
  type ImportMapping,
  type ImportStatus,
  type Outcome,
  type RowProblem,
  type SheetFacts,
} from './import.types.js';

export class ImportRef {
  @Id() id!: number;
}

export class UploadQuery {
  /** As it is called on the computer it came from; only shown. */
  @Text({ max: 200 }) fileName!: string;
  /** The previous system's name. */
  @Text({ max: 40 }) source!: string;
  @OneOf(IMPORT_LOCALES) locale!: ImportLocale;
  /** What is imported; left out: members. */
  @Text({ max: 20, optional: true }) kind?: string;
}

export class TemplateQuery {
  @OneOf(IMPORT_LOCALES) locale!: ImportLocale;
  /** As for the upload. */
  @Text({ max: 20, optional: true }) kind?: string;
}

export class ImportListQuery extends PlainPageQuery {
  @SortBy(IMPORT_SORTS) sort?: string;
}

const Anything = (nullable: boolean) =>
  ApiProperty({ type: 'object', additionalProperties: true, nullable });

export class ImportView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() kind!: string;
  @ApiProperty() source!: string;
  @ApiProperty() fileName!: string;
  @ApiProperty({ type: 'integer' }) fileBytes!: number;
  @ApiProperty({ enum: ['xlsx', 'csv'], nullable: true }) fileKind!: 'xlsx' | 'csv' | null;
  @ApiProperty({ enum: IMPORT_LOCALES }) locale!: ImportLocale;
  @ApiProperty({ enum: IMPORT_STATUSES }) status!: ImportStatus;
  @ApiProperty() staffName!: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  /** What was found in the file: headers, some rows, the suggested mapping. */
  @Anything(true) sheet!: SheetFacts | null;
  @Anything(true) mapping!: ImportMapping | null;
  /** What the dry run found. */
  @Anything(true) findings!: Findings | null;
  @Anything(true) signedTotals!: Record<string, number> | null;
  @ApiProperty({ type: String, nullable: true }) signedByName!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) signedAt!: Date | null;
  @Anything(true) outcome!: Outcome | null;
  @ApiProperty({ type: String, nullable: true }) errorCode!: string | null;
  @Anything(true) errorParams!: Record<string, string | number> | null;
  @ApiProperty({ type: 'integer' }) rowsTotal!: number;
  @ApiProperty({ type: 'integer' }) rowsDone!: number;
  @ApiProperty({ type: 'integer' }) errorRows!: number;
  @ApiProperty() hasErrorFile!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: Date;
}
export const ImportViewPage = PageView(ImportView);

export class WrongRowView {
  @ApiProperty({ type: 'integer' }) lineNo!: number;
  /** The cells as they read, in the order of the file's columns. */
  @ApiProperty({ type: [String] }) cells!: string[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  problems!: RowProblem[];
}
export const WrongRowPage = PageView(WrongRowView);

export class ImportStartedView {
  @ApiProperty({ type: 'integer' }) importId!: number;
  @ApiProperty({ enum: IMPORT_STATUSES }) status!: ImportStatus;
}
