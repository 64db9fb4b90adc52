import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('level')
export class Level {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'int' }) rank!: number;
  @Column({ name: 'pay_rate_bps', type: 'int' }) payRateBps!: number;
  @Column({ name: 'points_per_yuan_bps', type: 'int' }) pointsPerYuanBps!: number;
  @Column({ type: 'int' }) version!: number;
}
