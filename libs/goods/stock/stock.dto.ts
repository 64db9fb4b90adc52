import { ApiProperty } from '@nestjs/swagger';
import { Cents, Id, ListOf, OneOf, PageQuery, PageView, QtyMilli, SortBy, Text } from '#kernel';
import { STOCK_SORTS, STOCK_STATES, type StockState } from './stock-list.query.js';

export class StockQuery extends PageQuery {
  @Id({ optional: true }) storeId?: number;
  /** With all below it. */
  @Id({ optional: true }) categoryId?: number;
  @OneOf(STOCK_STATES, { optional: true }) state?: StockState;
  @SortBy(STOCK_SORTS) sort?: string;
}

export class StockRow {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'integer' }) productId!: number;
  @ApiProperty() sku!: string;
  @ApiProperty() name!: string;
  @ApiProperty() unit!: string;
  @ApiProperty() categoryName!: string;
  @ApiProperty({ type: 'integer' }) storeId!: number;
  @ApiProperty() storeName!: string;
  /** Thousandths. */
  @ApiProperty({ type: 'integer' }) onHandMilli!: number;
  @ApiProperty({ type: 'integer' }) valueCents!: number;
}
export class StockTotals {
  @ApiProperty({ type: 'integer' }) valueCents!: number;
}
export class StockPage extends PageView(StockRow) {
  @ApiProperty({ type: StockTotals, required: false }) totals?: StockTotals;
}

export class OpeningLineInput {
  @Id() productId!: number;
  @QtyMilli() qtyMilli!: number;
  /** What the whole line cost, not one piece. */
  @Cents() valueCents!: number;
}

export class OpeningInput {
  @Id() storeId!: number;
  @ListOf(() => OpeningLineInput, { min: 1, max: 500 }) lines!: OpeningLineInput[];
  @Text({ max: 200, optional: true }) note?: string;
}

export class OpeningResult {
  @ApiProperty({ type: 'integer' }) documentId!: number;
  @ApiProperty() documentNo!: string;
}
