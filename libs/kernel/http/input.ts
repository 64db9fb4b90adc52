import { applyDecorators, type Type as NestType } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
  ValidateBy,
} from 'class-validator';
import { MAX_CENTS, MAX_QTY_MILLI } from '../values/bounds.js';
import { isDate } from '../values/calendar.js';
import { foldName, foldPhone, phoneKind, plainCode, visibleText } from '../values/folding.js';

interface Optional {
  optional?: boolean;
}

// A refusal says what the limit is; in the unit of the field.
const limit = (value: number) => ({ context: { limit: value } });

const maybe = (optional?: boolean) => (optional ? [IsOptional()] : []);

// Query strings carry text: digits become a number, anything else stays and is refused by IsInt.
const fromText = Transform(({ value, options }: { value: unknown; options: object }) =>
  !('keepsText' in options) && typeof value === 'string' && /^-?\d{1,15}$/.test(value)
    ? Number(value)
    : value,
);

/** A whole number. */
export function Whole(
  options: Optional & { min?: number; max?: number; description?: string } = {},
): PropertyDecorator {
  const { min = 0, max = Number.MAX_SAFE_INTEGER, optional, description } = options;
  return applyDecorators(
    ApiProperty({
      type: 'integer',
      minimum: min,
      maximum: max,
      required: !optional,
      nullable: !!optional,
      ...(description ? { description } : {}),
    }),
    ...maybe(optional),
    fromText,
    IsInt(),
    Min(min, limit(min)),
    Max(max, limit(max)),
  );
}

/** Money in the minor unit (分). */
export const Cents = (options: Optional & { min?: number; max?: number } = {}) =>
  Whole({ min: 0, max: MAX_CENTS, description: 'cents', ...options });
export const Points = (options: Optional & { min?: number; max?: number } = {}) =>
  Whole({ min: 0, max: 1_000_000_000, description: 'points', ...options });
/** A quantity in thousandths of its unit. */
export const QtyMilli = (options: Optional & { min?: number; max?: number } = {}) =>
  Whole({ min: 1, max: MAX_QTY_MILLI, description: 'thousandths', ...options });
export const Id = (options: Optional = {}) => Whole({ min: 1, ...options });

/** Text without control characters and without letters that nobody sees; trimmed; empty optional text counts as absent. */
export function Text(
  options: Optional & { min?: number; max: number; pattern?: RegExp },
): PropertyDecorator {
  return textOf((text) => visibleText(text).trim(), options);
}

/** The name of a person, written one way. */
export const PersonName = (options: Optional & { max: number }) => textOf(foldName, options);

/** A code of goods or of their categories, typed or scanned: kept in half width, as it is looked up. */
export const PlainCode = (options: Optional & { max: number; pattern: RegExp }) =>
  textOf(plainCode, options);

function textOf(
  folded: (text: string) => string,
  options: Optional & { min?: number; max: number; pattern?: RegExp },
): PropertyDecorator {
  const { min = 1, max, optional, pattern } = options;
  return applyDecorators(
    ApiProperty({
      type: 'string',
      minLength: min,
      maxLength: max,
      required: !optional,
      nullable: !!optional,
      ...(pattern ? { pattern: pattern.source } : {}),
    }),
    Transform(({ value }: { value: unknown }) => {
      if (typeof value !== 'string') return value;
      const text = folded(value);
      return text === '' && optional ? undefined : text;
    }),
    ...maybe(optional),
    IsString(),
    MinLength(min, limit(min)),
    MaxLength(max, limit(max)),
    Matches(/^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uD800-\uDFFF]*$/u),
    ...(pattern ? [Matches(pattern)] : []),
  );
}

/** A password or PIN: taken as typed. */
export function Secret(
  options: Optional & { min?: number; max?: number; pattern?: RegExp } = {},
): PropertyDecorator {
  const { min = 1, max = 200, optional, pattern } = options;
  return applyDecorators(
    ApiProperty({
      type: 'string',
      format: 'password',
      minLength: min,
      maxLength: max,
      required: !optional,
    }),
    ...maybe(optional),
    IsString(),
    MinLength(min, limit(min)),
    MaxLength(max, limit(max)),
    ...(pattern ? [Matches(pattern)] : []),
  );
}

/** Six digits. */
export const Pin = (options: Optional = {}) =>
  Secret({ min: 6, max: 6, pattern: /^\d{6}$/, ...options });

/** A phone number, written one way: a mobile of 11 digits, a landline with its area code, +code and number from abroad. */
export function Phone(options: Optional = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'string',
      pattern: '^\\+?[0-9]{7,15}$',
      required: !options.optional,
      nullable: !!options.optional,
    }),
    Transform(({ value }: { value: unknown }) => {
      if (typeof value !== 'string') return value;
      const phone = foldPhone(value);
      return phone === '' && options.optional ? undefined : phone;
    }),
    ...maybe(options.optional),
    ValidateBy({
      name: 'isPhone',
      validator: {
        validate: (value) => typeof value === 'string' && phoneKind(value) !== undefined,
      },
    }),
  );
}

/** `values` may grow until the first request: capabilities declare theirs after this file is loaded. */
export function OneOf(values: readonly string[], options: Optional = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: String,
      enum: values as string[],
      required: !options.optional,
      nullable: !!options.optional,
    }),
    ...maybe(options.optional),
    IsIn(values),
  );
}

/** A column to sort by; '-' before one that goes down. */
export const SortBy = (sorts: Readonly<Record<string, unknown>>): PropertyDecorator =>
  OneOf(
    Object.keys(sorts).flatMap((name) => [name, `-${name}`]),
    { optional: true },
  );

export function Flag(options: Optional = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'boolean', required: !options.optional }),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    ...maybe(options.optional),
    IsBoolean(),
  );
}

/** 'YYYY-MM-DD', a day that exists, in a century that can be counted on in (days and months are added to it). */
export function DateOnly(options: Optional = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'string',
      format: 'date',
      required: !options.optional,
      nullable: !!options.optional,
    }),
    ...maybe(options.optional),
    ValidateBy({
      name: 'isCalendarDate',
      validator: {
        validate: (value) =>
          typeof value === 'string' &&
          isDate(value) &&
          value >= '1900-01-01' &&
          value <= '2999-12-31',
      },
    }),
  );
}

export function ListOf(
  type: () => NestType<object>,
  options: Optional & { min?: number; max: number },
): PropertyDecorator {
  return applyDecorators(
    // Swagger knows a lazy type by the function's name: it must be written here.
    ApiProperty({
      type: () => type(),
      isArray: true,
      minItems: options.min ?? 0,
      maxItems: options.max,
      required: !options.optional,
      nullable: !!options.optional,
    }),
    ...maybe(options.optional),
    IsArray(),
    ArrayMinSize(options.min ?? 0, limit(options.min ?? 0)),
    ArrayMaxSize(options.max, limit(options.max)),
    ValidateNested({ each: true }),
    Type(type),
  );
}

export function Nested(type: () => NestType<object>, options: Optional = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: () => type(),
      required: !options.optional,
      nullable: !!options.optional,
    }),
    ...maybe(options.optional),
    ValidateBy({
      name: 'isObject',
      validator: {
        validate: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
      },
    }),
    ValidateNested(),
    Type(type),
  );
}

/** Ids in a query string: '1,2,3' or repeated. */
export function IdList(options: Optional & { max?: number } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: [Number], required: !options.optional }),
    Transform(({ value }: { value: unknown }) => {
      if (value === undefined || value === '') return undefined;
      const items = (Array.isArray(value) ? value : [value]).flatMap((item: unknown) =>
        typeof item === 'string' ? item.split(',') : [item],
      );
      return items.map((item) =>
        typeof item === 'string' && /^\d{1,15}$/.test(item) ? Number(item) : item,
      );
    }),
    ...maybe(options.optional),
    IsArray(),
    ArrayMaxSize(options.max ?? 500, limit(options.max ?? 500)),
    IsInt({ each: true }),
    Min(1, { each: true }),
  );
}
