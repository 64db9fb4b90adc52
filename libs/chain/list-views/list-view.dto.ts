import { Flag, Id, ListOf, Text, Version, Whole } from '#kernel';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';

/** The list's own id, as its page names it. */
const ListId = () => Text({ max: 60, pattern: /^[a-z][a-z0-9.-]*$/ });

const MAX_FILTERS = 30;
const MAX_FILTER_TEXT = 500;
export const MAX_COLUMNS = 60;

function isFilters(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MAX_FILTERS &&
    entries.every(
      ([name, text]) =>
        /^[A-Za-z]\w{0,39}$/.test(name) &&
        typeof text === 'string' &&
        text.length <= MAX_FILTER_TEXT &&
        /^[^\u0000-\u001F\uD800-\uDFFF]*$/u.test(text),
    )
  );
}

// Filters are the list's own, as its address carries them.
const Filters = () =>
  applyDecorators(
    ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }),
    ValidateBy({ name: 'isFilters', validator: { validate: isFilters } }),
  );

/** A column that is shown; without a width it takes what its content needs. */
export class ColumnLayout {
  @Text({ max: 60, pattern: /^[A-Za-z][\w.-]*$/ }) id!: string;
  /** Pixels. */
  @Whole({ min: 48, max: 1_200, optional: true }) width?: number;
}

export class ListRef {
  @ListId() list!: string;
}

export class ListViewRef {
  @Id() id!: number;
}

export class LayoutInput {
  @ListOf(() => ColumnLayout, { min: 1, max: MAX_COLUMNS }) columns!: ColumnLayout[];
}

/** What a view keeps. */
export class ListViewInput {
  @Text({ max: 30 }) name!: string;
  /** For everybody: needs the right to share. */
  @Flag({ optional: true }) shared?: boolean;
  @Filters() filters!: Record<string, string>;
  @ListOf(() => ColumnLayout, { min: 0, max: MAX_COLUMNS }) columns!: ColumnLayout[];
  @Text({ max: 60, optional: true, pattern: /^-?[A-Za-z]\w*$/ }) sort?: string | null;
}

export class ChangeListViewInput extends ListViewInput {
  @Version() version!: number;
}

export class NewListViewInput extends ListViewInput {
  @ListId() list!: string;
}

export class ListViewView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty() shared!: boolean;
  /** Whether the reader may change it. */
  @ApiProperty() mine!: boolean;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) filters!: Record<
    string,
    string
  >;
  @ApiProperty({ type: [ColumnLayout] }) columns!: ColumnLayout[];
  @ApiProperty() sort!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class ListStateView {
  /** The person's own columns; null where they never touched them. */
  @ApiProperty({ type: [ColumnLayout], nullable: true }) columns!: ColumnLayout[] | null;
  /** Shared ones first, by name. */
  @ApiProperty({ type: [ListViewView] }) views!: ListViewView[];
  /** Whether this person may share views. */
  @ApiProperty() canShare!: boolean;
}
