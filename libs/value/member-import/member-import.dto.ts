import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { LIMITS } from '#chain/imports';
import { Cents, Id, MAX_CENTS, Nested, Whole } from '#kernel';
import type { SignedTotals } from './control-totals.rules.js';
import { IMPORT_FIELDS, type MemberColumns } from './import-fields.rules.js';

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

export class ImportMappingInput {
  /** Column of the file by field, counted from 0. */
  @Numbers({ names: IMPORT_FIELDS, min: 0, max: LIMITS.columns - 1 }) columns!: MemberColumns;
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
