import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('receipt_counter')
export class ReceiptCounter {
  @PrimaryColumn({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @PrimaryColumn({ name: 'business_date', type: 'date' }) businessDate!: string;
  @Column({ name: 'last_number', type: 'int' }) lastNumber!: number;
}
