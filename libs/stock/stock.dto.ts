import { ApiProperty } from '@nestjs/swagger';
import { Cents, Id, ListOf, PageQuery, PageView, QtyMilli, Text } from '#kernel';

export class StockQuery extends PageQuery {
  @Id({ optional: true }) storeId?: number;
}

export class StockRow {
  @ApiProperty({ type: 'integer' }) productId!: number;
  @ApiProperty() sku!: string;
  @ApiProperty() name!: string;
  @ApiProperty() unit!: string;
  @ApiProperty({ type: 'integer' }) storeId!: number;
  @ApiProperty() storeName!: string;
  /** Thousandths. */
  @ApiProperty({ type: 'integer' }) onHandMilli!: number;
  @ApiProperty({ type: 'integer' }) valueCents!: number;
}
export class StockPage extends PageView(StockRow) {}

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
