import { Flag, Id, PageQuery, PageView, SortBy, Text, Version } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { CARD_RANGE_SORTS } from './card-range-list.query.js';

export class CardRangeQuery extends PageQuery {
  @Id({ optional: true }) storeId?: number;
  @Flag({ optional: true }) active?: boolean;
  @SortBy(CARD_RANGE_SORTS) sort?: string;
}

export class CardRangeRef {
  @Id() id!: number;
}

export class NewCardRangeInput {
  @Id() storeId!: number;
  /** Four digits behind the chain's prefix; left out: the next free ones. */
  @Text({ min: 4, max: 4, pattern: /^\d{4}$/, optional: true }) range?: string | null;
  @Text({ max: 100, optional: true }) note?: string | null;
}

export class EditCardRangeInput {
  @Flag() active!: boolean;
  @Text({ max: 100, optional: true }) note?: string | null;
  @Version() version!: number;
}

/** Numbers that a store may issue: all that begin with the prefix. */
export class CardRangeView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'integer' }) storeId!: number;
  @ApiProperty() storeName!: string;
  @ApiProperty() prefix!: string;
  @ApiProperty() active!: boolean;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'string', nullable: true }) note!: string | null;
  /** Cards with a number of the range, in stock or handed out. */
  @ApiProperty({ type: 'integer' }) used!: number;
  @ApiProperty({ type: 'integer' }) inStock!: number;
  @ApiProperty({ type: 'integer' }) capacity!: number;
  @ApiProperty({ type: 'string', format: 'date-time' }) createdAt!: Date;
}

export class CardRangePage extends PageView(CardRangeView) {}
