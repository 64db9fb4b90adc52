import { ApiProperty } from '@nestjs/swagger';
import { IdList, OneOf, PageView, PlainPageQuery, SortBy } from '#kernel';
import { JOB_SORTS, JOB_STATES, type JobState } from './job-list.query.js';

export class JobQuery extends PlainPageQuery {
  @OneOf(JOB_STATES, { optional: true }) state?: JobState;
  @SortBy(JOB_SORTS) sort?: string;
}

export class JobView {
  @ApiProperty({ type: 'integer' }) id!: number;
  /** What happened: 'wallet-topped_up'. */
  @ApiProperty() topic!: string;
  @ApiProperty({ enum: JOB_STATES }) state!: JobState;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) failedAt!: Date | null;
  /** As the program says it, without numbers. */
  @ApiProperty({ type: String, nullable: true }) lastError!: string | null;
}

export class JobPage extends PageView(JobView) {}

export class QueueView {
  @ApiProperty() queue!: string;
  @ApiProperty({ type: 'integer' }) waiting!: number;
  @ApiProperty({ type: 'integer' }) active!: number;
  /** Tried again later, or not before a moment. */
  @ApiProperty({ type: 'integer' }) delayed!: number;
  @ApiProperty({ type: 'integer' }) failed!: number;
  /** When a worker said so last. */
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
}

export class QueuesView {
  @ApiProperty({ type: QueueView, isArray: true }) queues!: QueueView[];
  /** Outbox rows that are no job yet, and how old the oldest is. */
  @ApiProperty({ type: 'integer' }) waiting!: number;
  @ApiProperty({ type: 'integer' }) oldestSeconds!: number;
  @ApiProperty({ type: 'integer' }) failed!: number;
}

export class SendAgainInput {
  @IdList({ max: 200 }) ids!: number[];
}

export class SentAgainView {
  /** How many of them had failed and wait again. */
  @ApiProperty({ type: 'integer' }) jobs!: number;
}
