import { Flag, Id, Text } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { LEVEL_CHANGE_SOURCES, type LevelChangeSource } from './level-change.rules.js';

export class ChangeLevelInput {
  @Id() levelId!: number;
  /** The level that the member had when it was decided. */
  @Id() fromLevelId!: number;
  @Text({ max: 200 }) reason!: string;
  /** No rule changes a pinned level, up or down. */
  @Flag({ optional: true }) pinned?: boolean;
}

export class LevelChangedView {
  @ApiProperty({ type: 'integer' }) fromLevelId!: number;
  @ApiProperty({ type: 'integer' }) toLevelId!: number;
  /** False where the member has that level already, or a pinned one stays. */
  @ApiProperty() changed!: boolean;
}

export class LevelChangeRow {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() fromLevelName!: string;
  @ApiProperty() toLevelName!: string;
  @ApiProperty({ enum: LEVEL_CHANGE_SOURCES }) source!: LevelChangeSource;
  @ApiProperty({ type: 'string', nullable: true }) reason!: string | null;
  @ApiProperty() pinned!: boolean;
  @ApiProperty({ type: 'string', nullable: true }) staffName!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) storeName!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: Date;
}
