import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('member_level_change')
export class MemberLevelChange {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'from_level_id', type: 'bigint' }) fromLevelId!: number;
  @Column({ name: 'to_level_id', type: 'bigint' }) toLevelId!: number;
  @Column({ type: 'text' }) source!: string;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'boolean' }) pinned!: boolean;
  @Column({ name: 'staff_id', type: 'bigint', nullable: true }) staffId!: number | null;
  @Column({ name: 'store_id', type: 'bigint', nullable: true }) storeId!: number | null;
  @Column({ type: 'timestamptz' }) at!: Date;
}
