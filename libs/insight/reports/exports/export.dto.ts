import { FILE_LANGUAGES, type FileLanguage } from '#kernel/lists';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, ValidateBy } from 'class-validator';
import { Id, OneOf, Text } from '#kernel';
import {
  EXPORT_FORMATS,
  EXPORT_STATUSES,
  type ExportFormat,
  type ExportStatus,
} from '../report-words.js';

const FILTER_BYTES = 10_000;

// Filters are the report's own; the engine reads them by its definition.
const FilterValues = () =>
  applyDecorators(
    ApiProperty({
      type: 'object',
      additionalProperties: true,
      description: "the report's filter parameters, as in its rows",
    }),
    ValidateBy({
      name: 'isFilters',
      validator: {
        validate: (value) =>
          typeof value === 'object' &&
          value !== null &&
          !Array.isArray(value) &&
          JSON.stringify(value).length <= FILTER_BYTES,
      },
    }),
  );

const ColumnIds = () =>
  applyDecorators(
    ApiProperty({ type: [String], required: false }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(100),
    IsString({ each: true }),
  );

export class ExportRef {
  @Id() id!: number;
}

export class ExportInput {
  @FilterValues() filters!: Record<string, unknown>;
  @OneOf(EXPORT_FORMATS) format!: ExportFormat;
  @OneOf(FILE_LANGUAGES) locale!: FileLanguage;
  @Text({ max: 60, optional: true }) sort?: string;
  /** The columns that are shown, in their order; left out: all. */
  @ColumnIds() columns?: string[];
}

export class ExportView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() reportId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: EXPORT_FORMATS }) format!: ExportFormat;
  @ApiProperty({ enum: EXPORT_STATUSES }) status!: ExportStatus;
  @ApiProperty({ type: 'integer' }) rowsDone!: number;
  /** Known once it runs. */
  @ApiProperty({ type: 'integer', nullable: true }) rowsTotal!: number | null;
  @ApiProperty({ type: String, nullable: true }) fileName!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) fileBytes!: number | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) expiresAt!: Date | null;
  @ApiProperty({ type: String, nullable: true }) errorCode!: string | null;
}
