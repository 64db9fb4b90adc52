import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { TenderPlace } from './tender.rules.js';

@Entity('tender')
export class TenderEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) code!: string;
  @Column({ name: 'name_zh', type: 'text' }) nameZh!: string;
  @Column({ name: 'name_en', type: 'text' }) nameEn!: string;
  @Column({ type: 'text' }) place!: TenderPlace;
  @Column({ name: 'in_drawer', type: 'boolean' }) inDrawer!: boolean;
  @Column({ type: 'boolean' }) counted!: boolean;
  @Column({ name: 'asks_reference', type: 'boolean' }) asksReference!: boolean;
  @Column({ type: 'boolean' }) refundable!: boolean;
  @Column({ name: 'till_key', type: 'text' }) tillKey!: string;
  @Column({ name: 'all_stores', type: 'boolean' }) allStores!: boolean;
  @Column({ type: 'int' }) position!: number;
  @Column({ name: 'built_in', type: 'boolean' }) builtIn!: boolean;
  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true }) retiredAt!: Date | null;
  @Column({ type: 'int' }) version!: number;
}

@Entity('tender_store')
export class TenderStoreEntity {
  @PrimaryColumn({ name: 'tender_id', type: 'bigint' }) tenderId!: number;
  @PrimaryColumn({ name: 'store_id', type: 'bigint' }) storeId!: number;
}
