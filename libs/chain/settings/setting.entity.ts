import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('setting')
export class SettingEntity {
  @PrimaryColumn({ type: 'text' }) key!: string;
  @PrimaryColumn({ type: 'int' }) version!: number;
  @Column({ type: 'jsonb' }) value!: unknown;
  @Column({ name: 'staff_id', type: 'bigint', nullable: true }) staffId!: number | null;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: Date;
}
