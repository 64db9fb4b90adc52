import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('store')
export class StoreEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) type!: 'head_office' | 'branch';
  @Column({ type: 'text' }) region!: string;
  @Column({ type: 'text' }) timezone!: string;
  @Column({ name: 'cutover_hour', type: 'int' }) cutoverHour!: number;
  @Column({ type: 'text', nullable: true }) phone!: string | null;
  @Column({ type: 'text', nullable: true }) address!: string | null;
  @Column({ type: 'boolean' }) active!: boolean;
  @Column({ type: 'int' }) version!: number;
}

@Entity('till')
export class TillEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'boolean' }) active!: boolean;
}
