import { Id, PageQuery, PageView, SortBy, Text, Version, Whole } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { LEVEL_SORTS } from './level-list.query.js';

export class LevelQuery extends PageQuery {
  @SortBy(LEVEL_SORTS) sort?: string;
}

export class LevelRef {
  @Id() id!: number;
}

export class EditLevelInput {
  @Text({ max: 20 }) name!: string;
  /** 9000 = 9 折 = pays 90 %. */
  @Whole({ min: 1, max: 10_000 }) payRateBps!: number;
  /** 10000 = 1 point a yuan. */
  @Whole({ min: 0, max: 1_000_000 }) pointsPerYuanBps!: number;
  @Version() version!: number;
}

export class LevelView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer' }) rank!: number;
  @ApiProperty({ type: 'integer' }) payRateBps!: number;
  @ApiProperty({ type: 'integer' }) pointsPerYuanBps!: number;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class CountedLevelView extends LevelView {
  @ApiProperty({ type: 'integer' }) memberCount!: number;
}

export class LevelPage extends PageView(CountedLevelView) {}
