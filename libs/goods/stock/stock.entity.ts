import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('stock_document')
export class StockDocument {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'document_no', type: 'text' }) documentNo!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ name: 'business_date', type: 'date' }) businessDate!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'entry_id', type: 'bigint' }) entryId!: number;
  @Column({ type: 'text', nullable: true }) note!: string | null;
}

@Entity('stock_document_line')
export class StockDocumentLine {
  @PrimaryColumn({ name: 'document_id', type: 'bigint' }) documentId!: number;
  @PrimaryColumn({ name: 'line_no', type: 'int' }) lineNo!: number;
  @Column({ name: 'product_id', type: 'bigint' }) productId!: number;
  @Column({ name: 'qty_milli', type: 'bigint' }) qtyMilli!: number;
  @Column({ name: 'value_cents', type: 'bigint' }) valueCents!: number;
}
