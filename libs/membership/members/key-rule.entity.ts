import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('key_rule')
export class KeyRule {
  @PrimaryColumn({ type: 'text' }) subject!: string;
  @Column({ type: 'int' }) rule!: number;
  @Column({ name: 'through_id', type: 'bigint' }) throughId!: number;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}

@Entity('number_collision')
export class NumberCollision {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) kind!: 'phone' | 'barcode' | 'sku';
  @Column({ type: 'text' }) number!: string;
  @Column({ name: 'kept_by', type: 'bigint' }) keptBy!: number;
  @Column({ name: 'other_id', type: 'bigint' }) otherId!: number;
  @Column({ name: 'other_number', type: 'text' }) otherNumber!: string;
  @Column({ name: 'found_at', type: 'timestamptz' }) foundAt!: Date;
}
