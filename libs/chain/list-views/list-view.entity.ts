import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ColumnLayout } from './list-view.dto.js';

@Entity('list_view')
export class ListViewEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'list_id', type: 'text' }) listId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ type: 'boolean' }) shared!: boolean;
  @Column({ type: 'jsonb' }) filters!: Record<string, string>;
  @Column({ type: 'jsonb' }) columns!: ColumnLayout[];
  @Column({ type: 'text' }) sort!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}

@Entity('list_layout')
export class ListLayoutEntity {
  @PrimaryColumn({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @PrimaryColumn({ name: 'list_id', type: 'text' }) listId!: string;
  @Column({ type: 'jsonb' }) columns!: ColumnLayout[];
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}
