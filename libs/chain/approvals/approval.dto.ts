import { Cents, Id, IdList, OneOf, PlainPageQuery, PageView, Pin, Secret, Text } from '#kernel';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { APPROVAL_LIMITS, type ApprovalLimit } from './day-limit.rules.js';
import { areFacts, REQUEST_STATUSES, type ApprovalFacts } from './approval.rules.js';

const FACTS = {
  type: 'object' as const,
  additionalProperties: {
    oneOf: [
      { type: 'string' as const },
      { type: 'integer' as const },
      { type: 'boolean' as const },
    ],
    nullable: true,
  },
};

const Facts = () =>
  applyDecorators(
    ApiProperty(FACTS),
    ValidateBy({ name: 'areFacts', validator: { validate: areFacts } }),
  );

/** A second person, part of a command: login and PIN on the same screen, or a request that was approved. */
export class ApprovalInput {
  @Text({ max: 60, optional: true }) login?: string | null;
  @Pin({ optional: true }) pin?: string;
  @Id({ optional: true }) requestId?: number | null;
}

/** The params of approval.required, but for the amount of the limit. */
export class AskInput {
  @Text({ max: 60, pattern: /^[a-z0-9_.]+$/ }) kind!: string;
  @Text({ max: 40, pattern: /^[a-z_]+$/ }) subjectKind!: string;
  @Id() subjectId!: number;
  @Id() storeId!: number;
  @Cents() amountCents!: number;
  @Facts() facts!: ApprovalFacts;
  @OneOf(APPROVAL_LIMITS, { optional: true }) limit?: ApprovalLimit;
  @Text({ max: 200, optional: true }) note?: string | null;
}

export class RequestRef {
  @Id() id!: number;
}

export class DecideInput {
  @OneOf(['approve', 'refuse']) decision!: 'approve' | 'refuse';
  @Text({ max: 200, optional: true }) note?: string | null;
}

export class RequestQuery extends PlainPageQuery {
  @OneOf(REQUEST_STATUSES, { optional: true }) status?: string;
  @IdList({ optional: true }) storeIds?: number[];
}

export class RequestView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() kind!: string;
  @ApiProperty() subjectKind!: string;
  @ApiProperty({ type: 'integer' }) subjectId!: number;
  @ApiProperty({ type: 'string', nullable: true }) subjectName!: string | null;
  /** Of a member: enough to tell two of one name apart. */
  @ApiProperty({ type: 'string', nullable: true }) subjectPhoneMasked!: string | null;
  /** The other member of the act, where the facts name one (toMemberId). */
  @ApiProperty({ type: 'string', nullable: true }) otherName!: string | null;
  @ApiProperty({ type: 'integer' }) storeId!: number;
  @ApiProperty() storeName!: string;
  @ApiProperty({ type: 'string', nullable: true }) tillName!: string | null;
  @ApiProperty({ type: 'integer' }) amountCents!: number;
  @ApiProperty(FACTS) facts!: ApprovalFacts;
  /** Why it is asked: the amount of the act, or what the day comes to with it. */
  @ApiProperty({ enum: APPROVAL_LIMITS }) limit!: ApprovalLimit;
  @ApiProperty({ type: 'string', nullable: true }) note!: string | null;
  @ApiProperty({ enum: REQUEST_STATUSES }) status!: (typeof REQUEST_STATUSES)[number];
  @ApiProperty() askedByName!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) askedAt!: Date;
  @ApiProperty({ type: 'string', format: 'date-time' }) expiresAt!: Date;
  @ApiProperty({ type: 'string', nullable: true }) decidedByName!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) decidedAt!: Date | null;
  @ApiProperty({ type: 'string', nullable: true }) decisionNote!: string | null;
  /** Asked by the person who reads. */
  @ApiProperty() own!: boolean;
  @ApiProperty() mayDecide!: boolean;
}

export class RequestPage extends PageView(RequestView) {}

export class WaitingView {
  /** Requests that wait for this person's decision. */
  @ApiProperty({ type: 'integer' }) count!: number;
}

export class AskedView {
  @ApiProperty({ type: 'integer' }) requestId!: number;
  @ApiProperty({ type: 'string', format: 'date-time' }) expiresAt!: Date;
}

export class DecidedView {
  @ApiProperty({ type: 'integer' }) requestId!: number;
  @ApiProperty({ enum: REQUEST_STATUSES }) status!: string;
}

export class SetStaffPinInput {
  @Secret() password!: string;
  @Pin() pin!: string;
}

export class StaffPinView {
  @ApiProperty() set!: boolean;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) setAt!: Date | null;
  /** Wrong PINs since the last right one: somebody may be guessing. */
  @ApiProperty({ type: 'integer' }) failures!: number;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) lockedUntil!: Date | null;
}
