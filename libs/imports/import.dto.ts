import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import {
  Cents,
  Id,
  MAX_CENTS,
  Nested,
  OneOf,
  PageQuery,
  PageView,
  SortBy,
  Text,
  Whole,
} from '#kernel';
import type { SignedTotals } from './control-totals.rules.js';
import { IMPORT_SORTS } from './import-list.query.js';
import { type ColumnMapping, IMPORT_FIELDS } from './import-fields.rules.js';
import type { RowProblem } from './import-row.rules.js';
import {
  IMPORT_LOCALES,
  IMPORT_STATUSES,
  type Findings,
  type ImportLocale,
  type ImportMapping,
  type ImportStatus,
  type Outcome,
  type SheetFacts,
} from './import.types.js';
import { LIMITS } from './reading/reading.types.js';

/** Sums of very many members. */
const MAX_SUM = Number.MAX_SAFE_INTEGER;
const MAX_WORDS = 200;
const MAX_WORD_LENGTH = 60;

// What the database takes as text.
const isWord = (name: string): boolean =>
  name.length <= MAX_WORD_LENGTH && name.isWellFormed() && !name.includes('\u0000');

/** An object of whole numbers by name. */
function Numbers(options: {
  names?: readonly string[];
  min: number;
  max: number;
  optional?: boolean;
}): PropertyDecorator {
  const { names, min, max, optional } = options;
  return applyDecorators(
    (optional ? ApiPropertyOptional : ApiProperty)({
      type: 'object',
      additionalProperties: { type: 'integer', minimum: min, maximum: max },
    }),
    ValidateBy({
      name: 'isNumbersByName',
      validator: {
        validate: (value: unknown) => {
          if (value === undefined || value === null) return optional === true;
          if (typeof value !== 'object' || Array.isArray(value)) return false;
          const entries = Object.entries(value);
          return (
            entries.length <= MAX_WORDS &&
            entries.every(
              ([name, number]) =>
                (names ? names.includes(name) : isWord(name)) &&
                Number.isSafeInteger(number) &&
                (number as number) >= min &&
                (number as number) <= max,
            )
          );
        },
      },
    }),
  );
}

export class ImportRef {
  @Id() id!: number;
}

export class UploadQuery {
  /** As it is called on the computer it came from; only shown. */
  @Text({ max: 200 }) fileName!: string;
  /** The previous system's name. */
  @Text({ max: 40 }) source!: string;
  @OneOf(IMPORT_LOCALES) locale!: ImportLocale;
}

export class TemplateQuery {
  @OneOf(IMPORT_LOCALES) locale!: ImportLocale;
}

export class ImportListQuery extends PageQuery {
  @SortBy(IMPORT_SORTS) sort?: string;
}

export class ImportMappingInput {
  /** Column of the file by field, counted from 0. */
  @Numbers({ names: IMPORT_FIELDS, min: 0, max: LIMITS.columns - 1 }) columns!: ColumnMapping;
  /** Level ids by words of the file that are no level's name. */
  @Numbers({ min: 1, max: MAX_SUM, optional: true }) levelWords?: Record<string, number>;
  @Numbers({ min: 1, max: MAX_SUM, optional: true }) storeWords?: Record<string, number>;
  /** For rows without a level; left out: the lowest. */
  @Id({ optional: true }) defaultLevelId?: number | null;
  /** For rows that name no store; left out: they are refused. Needed where no column names it. */
  @Id({ optional: true }) defaultStoreId?: number | null;
}

export class SignedTotalsInput implements SignedTotals {
  @Whole({ max: LIMITS.rows }) rows!: number;
  @Cents({ max: MAX_SUM }) principalCents!: number;
  @Cents({ max: MAX_SUM }) bonusCents!: number;
  @Whole({ max: MAX_SUM }) points!: number;
  @Whole({ max: MAX_CENTS }) visits!: number;
}

export class CommitImportInput {
  /** The control totals as the person has them from the previous system. */
  @Nested(() => SignedTotalsInput) totals!: SignedTotalsInput;
}

const Anything = (nullable: boolean) =>
  ApiProperty({ type: 'object', additionalProperties: true, nullable });

export class ImportView {
  @ApiProperty({ type: 'integer' }) id!: number;
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
  @Anything(true) signedTotals!: SignedTotals | null;
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
