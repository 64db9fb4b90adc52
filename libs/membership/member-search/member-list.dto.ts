import { CARD_STATUSES, type CardStatus } from '#membership/cards';
import { DateOnly, Flag, IdList, Nested, OneOf, PageView, SortBy, Text, Whole } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { MEMBER_SORTS, type MemberListFilter } from './member-list.query.js';

const SOME_IDS = { optional: true, max: 100 };

/** What a list of members is narrowed to. */
export class MemberFilterInput {
  @Text({ max: 60, optional: true }) q?: string;
  @IdList(SOME_IDS) levelId?: number[];
  @IdList(SOME_IDS) homeStoreId?: number[];
  /** Members with any of these tags. */
  @IdList(SOME_IDS) tagId?: number[];
  /** Joined from this day on … */
  @DateOnly({ optional: true }) from?: string;
  /** … to this day, both included. */
  @DateOnly({ optional: true }) to?: string;
  /** Members who hold a card in this status. */
  @OneOf(CARD_STATUSES, { optional: true }) cardStatus?: CardStatus;
  @Flag({ optional: true }) hasDebt?: boolean;
  @Flag({ optional: true }) registered?: boolean;
}

export class MemberListQuery extends MemberFilterInput {
  @Whole({ min: 1, max: 100_000, optional: true }) page?: number;
  @Whole({ min: 1, max: 200, optional: true }) pageSize?: number;
  @SortBy(MEMBER_SORTS) sort?: string;
}

export class MemberRow {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'integer' }) memberNo!: number;
  /** The nickname where there is no name. */
  @ApiProperty({ type: 'string', nullable: true }) name!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) nickname!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) phoneMasked!: string | null;
  @ApiProperty({ type: 'integer' }) levelId!: number;
  @ApiProperty() levelName!: string;
  @ApiProperty() homeStoreName!: string;
  @ApiProperty({ format: 'date' }) joinedOn!: string;
  @ApiProperty({ type: 'integer' }) cardCount!: number;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: [String] }) tags!: string[];
  @ApiProperty() registered!: boolean;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) lastVisitOn!: string | null;
}
export const MemberRowPage = PageView(MemberRow);

/** Tags for several members at once: those named, or all that a list shows. */
export class BulkTagInput {
  @IdList({ optional: true, max: 500 }) memberIds?: number[];
  /** All that match; counts only where no members are named. */
  @Nested(() => MemberFilterInput, { optional: true }) filter?: MemberFilterInput;
  @IdList({ optional: true, max: 20 }) add?: number[];
  @IdList({ optional: true, max: 20 }) remove?: number[];
}

export class BulkTaggedView {
  /** How many members were looked at. */
  @ApiProperty({ type: 'integer' }) members!: number;
  /** Tags put on and taken off; those that were there or missing already don't count. */
  @ApiProperty({ type: 'integer' }) added!: number;
  @ApiProperty({ type: 'integer' }) removed!: number;
}

/** The same filter, whether it came with a query, a body or a report. */
export function filterOf(input: MemberFilterInput): MemberListFilter {
  const some = (ids?: number[]) => (ids?.length ? ids : null);
  const { q, from, to, cardStatus, hasDebt, registered } = input;
  return {
    q: q || null,
    level: some(input.levelId),
    homeStore: some(input.homeStoreId),
    tag: some(input.tagId),
    joined: from || to ? { from, to } : null,
    cardStatus: cardStatus ?? null,
    hasDebt: hasDebt ?? null,
    registered: registered ?? null,
  };
}
