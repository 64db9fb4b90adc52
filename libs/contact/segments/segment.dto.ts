import { CONDITION_GROUPS, type ConditionGroupName } from '#chain/conditions';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { Id, OneOf, PageQuery, PageView, PlainPageQuery, SortBy, Text, Version } from '#kernel';
import { MEMBER_SORTS } from '#membership/member-search';
import { SEGMENT_SORTS, WHOSE } from './segment-list.query.js';
import {
  SEGMENT_VISIBILITIES,
  type Condition,
  type SegmentFilter,
  type SegmentVisibility,
} from './segment.rules.js';

const FILTER_BYTES = 20_000;

// The tree of conditions is read by the filter's own reader, which names each wrong value by its path.
export const FilterTree = () =>
  applyDecorators(
    ApiProperty({
      type: 'object',
      additionalProperties: true,
      description:
        'conditions as data: { match: all|any, not?, conditions: [...] }, see docs/contact/segments-and-messages.md',
    }),
    ValidateBy({
      name: 'isObject',
      validator: {
        validate: (value) =>
          typeof value === 'object' &&
          value !== null &&
          !Array.isArray(value) &&
          JSON.stringify(value).length <= FILTER_BYTES,
      },
    }),
  );

export class SegmentRef {
  @Id() id!: number;
}

export class SegmentQuery extends PageQuery {
  @OneOf(WHOSE, { optional: true }) whose?: (typeof WHOSE)[number];
  @SortBy(SEGMENT_SORTS) sort?: string;
}

export class SaveSegmentInput {
  @Text({ max: 60 }) name!: string;
  @FilterTree() filter!: Record<string, unknown>;
  @OneOf(SEGMENT_VISIBILITIES) visibility!: SegmentVisibility;
}

export class EditSegmentInput extends SaveSegmentInput {
  /** The one that was read. */
  @Version() version!: number;
}

export class PreviewSegmentInput {
  @FilterTree() filter!: Record<string, unknown>;
}

export class SegmentView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @FilterTree() filter!: SegmentFilter;
  @ApiProperty({ enum: SEGMENT_VISIBILITIES }) visibility!: SegmentVisibility;
  @ApiProperty({ type: 'integer' }) ownerId!: number;
  @ApiProperty() ownerName!: string;
  /** Whether the person who asks may change it. */
  @ApiProperty() editable!: boolean;
  /** How many members they last saw in it, and when; null where they never counted. */
  @ApiProperty({ type: 'integer', nullable: true }) members!: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) countedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time' }) updatedAt!: Date;
  @ApiProperty({ type: 'integer' }) version!: number;
}
export class SegmentPage extends PageView(SegmentView) {}

export class SegmentMemberQuery extends PlainPageQuery {
  @SortBy(MEMBER_SORTS) sort?: string;
}

export class SegmentMember {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) phoneMasked!: string | null;
  @ApiProperty() levelName!: string;
  @ApiProperty() homeStoreName!: string;
  @ApiProperty({ format: 'date' }) joinedOn!: string;
  @ApiProperty({ type: 'integer', description: 'cents' }) principalCents!: number;
  @ApiProperty({ type: 'integer', description: 'cents' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
}
export class SegmentMemberPage extends PageView(SegmentMember) {}

export class SegmentPreview {
  @ApiProperty({ type: 'integer' }) members!: number;
  @ApiProperty({ type: 'integer' }) withPhone!: number;
  @ApiProperty({ type: [SegmentMember] }) sample!: SegmentMember[];
}

export class SegmentOption {
  @ApiProperty() value!: string;
  @ApiProperty() label!: string;
}
export class SegmentFieldOption {
  @ApiProperty() code!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ enum: ['text', 'number', 'date', 'choice', 'flag'] }) kind!: string;
  @ApiProperty({ type: [String] }) options!: string[];
}
/** A condition that some capability declares. */
export class SegmentCondition {
  @ApiProperty() field!: string;
  @ApiProperty({
    type: String,
    enum: CONDITION_GROUPS,
    nullable: true,
    description: 'where it is offered; null: nowhere, or by a list of its own',
  })
  group!: ConditionGroupName | null;
  @ApiProperty({ description: 'which parts it has: flag, choice, range, day, act, expiry …' })
  shape!: string;
  @ApiProperty({
    type: String,
    enum: ['cents', 'whole'],
    nullable: true,
    description: 'what the numbers of a range are',
  })
  unit!: 'cents' | 'whole' | null;
  @ApiProperty({ description: 'whether a day may never have been' }) never!: boolean;
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'how it may stand in a filter',
  })
  examples!: Condition[];
  @ApiProperty({ description: 'whether its choices are ids' }) ids!: boolean;
  @ApiProperty({ type: [SegmentOption], description: 'what it chooses from, within one’s stores' })
  choices!: SegmentOption[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'the key of the words of its choices; null: their labels are names',
  })
  words!: string | null;
}
/** What a condition can be chosen from. */
export class SegmentOptions {
  @ApiProperty({ type: [SegmentCondition] }) conditions!: SegmentCondition[];
  @ApiProperty({ type: [SegmentOption] }) levels!: SegmentOption[];
  @ApiProperty({ type: [SegmentOption] }) stores!: SegmentOption[];
  @ApiProperty({ type: [SegmentOption] }) regions!: SegmentOption[];
  @ApiProperty({ type: [SegmentOption] }) tags!: SegmentOption[];
  @ApiProperty({ type: [SegmentFieldOption] }) fields!: SegmentFieldOption[];
}
