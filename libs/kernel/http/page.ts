import { ApiProperty } from '@nestjs/swagger';
import type { Type } from '@nestjs/common';
import { Text, Whole } from './input.js';

/** Which page of a list that nobody searches. */
export class PlainPageQuery {
  @Whole({ min: 1, max: 100_000, optional: true }) page?: number;
  @Whole({ min: 1, max: 200, optional: true }) pageSize?: number;
}

export class PageQuery extends PlainPageQuery {
  @Text({ max: 60, optional: true }) q?: string;
}

export interface Page<T> {
  rows: T[];
  total: number;
  page: number;
  pageSize: number;
  /** The total is more than was worth counting. */
  atLeast?: boolean;
}

/** LIMIT and OFFSET of the asked page, and the page to answer with. */
export function pageOf(query: PlainPageQuery): {
  page: number;
  pageSize: number;
  limit: number;
  offset: number;
} {
  const page = query.page ?? 1;
  const pageSize = query.pageSize ?? 50;
  return { page, pageSize, limit: pageSize, offset: (page - 1) * pageSize };
}

/** The OpenAPI class of a page of `row`. */
export function PageView<T>(row: Type<T>): Type<Page<T>> {
  class PageOfRows {
    @ApiProperty({ type: row, isArray: true }) rows!: T[];
    @ApiProperty({ type: 'integer' }) total!: number;
    @ApiProperty({ type: 'integer' }) page!: number;
    @ApiProperty({ type: 'integer' }) pageSize!: number;
    /** There are more than `total`: too many to be counted for a list. */
    @ApiProperty({ required: false }) atLeast?: boolean;
  }
  Object.defineProperty(PageOfRows, 'name', { value: `${row.name}Page` });
  return PageOfRows;
}
