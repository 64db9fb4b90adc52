import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, Matches } from 'class-validator';
import {
  Cents,
  Flag,
  Id,
  OneOf,
  PageQuery,
  PageView,
  PlainCode,
  plainCode,
  SortBy,
  Text,
  Version,
  Whole,
} from '#kernel';
import { PRODUCT_SORTS } from './product-list.query.js';
import {
  PRODUCT_KINDS,
  PRODUCT_STATUSES,
  type ProductKind,
  type ProductStatus,
} from './barcode.rules.js';

function Barcodes(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, isArray: true, required: false, maxItems: 10 }),
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((item: unknown) => (typeof item === 'string' ? plainCode(item) : item))
        : value,
    ),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(10),
    Matches(/^[0-9A-Za-z-]{4,32}$/, { each: true }),
  );
}

export class ProductInput {
  @PlainCode({ max: 32, pattern: /^[0-9A-Za-z._-]+$/ }) sku!: string;
  @Text({ max: 80 }) name!: string;
  @OneOf(PRODUCT_KINDS) kind!: ProductKind;
  @Text({ max: 12 }) unit!: string;
  @Id() categoryId!: number;
  @Cents() listPriceCents!: number;
  @Cents({ optional: true }) costCents?: number;
  @Flag({ optional: true }) discountable?: boolean;
  @Flag({ optional: true }) weighed?: boolean;
  /** On the tiles of every till. */
  @Flag({ optional: true }) favourite?: boolean;
  @Whole({ min: 0, max: 1_000_000, optional: true }) pointsFactorBps?: number;
  @OneOf(PRODUCT_STATUSES, { optional: true }) status?: ProductStatus;
  @Barcodes() barcodes?: string[];
}

export class EditProductInput extends ProductInput {
  @Version() version!: number;
}

export class StorePriceInput {
  /** Absent or null: the store sells at the list price again. */
  @Cents({ optional: true }) priceCents?: number | null;
  /** Of the product: its store prices are part of it. */
  @Version() version!: number;
}

export class ProductRef {
  @Id() id!: number;
}

export class StorePriceRef extends ProductRef {
  @Id() storeId!: number;
}

export class ProductQuery extends PageQuery {
  @Id({ optional: true }) categoryId?: number;
  @OneOf(PRODUCT_KINDS, { optional: true }) kind?: ProductKind;
  @OneOf(PRODUCT_STATUSES, { optional: true }) status?: ProductStatus;
  @SortBy(PRODUCT_SORTS) sort?: string;
}

export class ProductLookupQuery {
  @Text({ max: 60 }) q!: string;
}

export class CategoryInput {
  @PlainCode({ max: 20, pattern: /^[0-9A-Za-z._-]+$/ }) code!: string;
  @Text({ max: 40 }) name!: string;
  @Id({ optional: true }) parentId?: number;
  @Whole({ max: 10_000, optional: true }) sort?: number;
}

export class CategoryView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer' }) depth!: number;
  @ApiProperty({ type: () => CategoryView, isArray: true }) children!: CategoryView[];
}

export class ProductRow {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() sku!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: PRODUCT_KINDS }) kind!: ProductKind;
  @ApiProperty() unit!: string;
  @ApiProperty({ type: 'integer' }) categoryId!: number;
  @ApiProperty() categoryName!: string;
  @ApiProperty({ type: String, isArray: true }) barcodes!: string[];
  @ApiProperty({ type: 'integer' }) listPriceCents!: number;
  /** At the till's store; the list price without a till. */
  @ApiProperty({ type: 'integer' }) priceCents!: number;
  @ApiProperty() discountable!: boolean;
  @ApiProperty() weighed!: boolean;
  @ApiProperty() favourite!: boolean;
  @ApiProperty({ enum: PRODUCT_STATUSES }) status!: ProductStatus;
  @ApiProperty({ type: 'integer' }) version!: number;
  /** Thousandths on hand at the till's store; null for services and without a till. */
  @ApiProperty({ type: 'integer', nullable: true }) onHandMilli!: number | null;
}
export class ProductPage extends PageView(ProductRow) {}

export class StorePriceView {
  @ApiProperty({ type: 'integer' }) storeId!: number;
  @ApiProperty() storeName!: string;
  @ApiProperty({ type: 'integer' }) priceCents!: number;
}

export class ProductDetail extends ProductRow {
  @ApiProperty({ type: 'integer' }) costCents!: number;
  @ApiProperty({ type: 'integer' }) pointsFactorBps!: number;
  @ApiProperty({ type: StorePriceView, isArray: true }) storePrices!: StorePriceView[];
}

export class DeskProduct {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() sku!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: PRODUCT_KINDS }) kind!: ProductKind;
  @ApiProperty() unit!: string;
  @ApiProperty({ type: String, nullable: true }) barcode!: string | null;
  @ApiProperty({ type: 'integer' }) priceCents!: number;
  @ApiProperty() discountable!: boolean;
  @ApiProperty() weighed!: boolean;
  @ApiProperty({ type: 'integer' }) pointsFactorBps!: number;
  @ApiProperty({ type: 'integer', nullable: true }) onHandMilli!: number | null;
  @ApiProperty() categoryName!: string;
}

export class ProductLookupView {
  @ApiProperty({ enum: ['exact', 'candidates', 'none'] }) match!: 'exact' | 'candidates' | 'none';
  @ApiProperty({ type: DeskProduct, isArray: true }) products!: DeskProduct[];
}
