import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ProductKind, ProductStatus } from './barcode.rules.js';
import type { ProductKeyKind } from './product-key.rules.js';

@Entity('category')
export class Category {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'parent_id', type: 'bigint', nullable: true }) parentId!: number | null;
  @Column({ type: 'int' }) depth!: number;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'int' }) sort!: number;
}

@Entity('product')
export class Product {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) sku!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) kind!: ProductKind;
  @Column({ type: 'text' }) unit!: string;
  @Column({ name: 'category_id', type: 'bigint' }) categoryId!: number;
  @Column({ name: 'list_price_cents', type: 'bigint' }) listPriceCents!: number;
  @Column({ name: 'cost_cents', type: 'bigint' }) costCents!: number;
  @Column({ type: 'boolean' }) discountable!: boolean;
  @Column({ type: 'boolean' }) weighed!: boolean;
  /** On the tiles of every till. */
  @Column({ type: 'boolean' }) favourite!: boolean;
  @Column({ name: 'points_factor_bps', type: 'int' }) pointsFactorBps!: number;
  @Column({ type: 'text' }) status!: ProductStatus;
  @Column({ type: 'int' }) version!: number;
  /** One of all prices that were ever set; the database gives a new one when the price changes. */
  @Column({ name: 'price_version', type: 'bigint', insert: false, update: false })
  priceVersion!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
  /** Had its SKU in another writing before SKUs had one. */
  @Column({ name: 'sku_doubled', type: 'boolean' }) skuDoubled!: boolean;
}

@Entity('product_barcode')
export class ProductBarcode {
  @PrimaryColumn({ type: 'text' }) barcode!: string;
  @Column({ name: 'product_id', type: 'bigint' }) productId!: number;
  /** Made by the database as foldBarcode() makes it. */
  @Column({ type: 'text', insert: false, update: false }) folded!: string;
  @Column({ type: 'boolean' }) doubled!: boolean;
}

@Entity('product_key')
export class ProductKeyRow {
  @PrimaryColumn({ type: 'text' }) key!: string;
  @PrimaryColumn({ type: 'text' }) kind!: ProductKeyKind;
  @PrimaryColumn({ name: 'product_id', type: 'bigint' }) productId!: number;
}

@Entity('store_price')
export class StorePrice {
  @PrimaryColumn({ name: 'product_id', type: 'bigint' }) productId!: number;
  @PrimaryColumn({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ name: 'price_cents', type: 'bigint' }) priceCents!: number;
  @Column({ name: 'price_version', type: 'bigint', insert: false, update: false })
  priceVersion!: number;
}
