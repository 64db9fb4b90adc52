import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Printed cards that came into a store, or went from one to another. */
@Entity('card_stock_document')
export class CardStockDocument {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'text' }) status!: string;
  @Column({ name: 'from_store_id', type: 'bigint', nullable: true }) fromStoreId!: number | null;
  @Column({ name: 'to_store_id', type: 'bigint' }) toStoreId!: number;
  @Column({ type: 'int' }) quantity!: number;
  @Column({ name: 'first_no', type: 'text' }) firstNo!: string;
  @Column({ name: 'last_no', type: 'text' }) lastNo!: string;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'made_by', type: 'bigint' }) madeBy!: number;
  @Column({ name: 'made_at', type: 'timestamptz' }) madeAt!: Date;
  @Column({ name: 'received_by', type: 'bigint', nullable: true }) receivedBy!: number | null;
  @Column({ name: 'received_at', type: 'timestamptz', nullable: true }) receivedAt!: Date | null;
  @Column({ name: 'difference_note', type: 'text', nullable: true }) differenceNote!: string | null;
}

@Entity('card_stock_line')
export class CardStockLine {
  @PrimaryColumn({ name: 'document_id', type: 'bigint' }) documentId!: number;
  @PrimaryColumn({ name: 'card_id', type: 'bigint' }) cardId!: number;
  @Column({ type: 'text' }) state!: string;
}
