import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('lookup_miss')
export class LookupMiss {
  @PrimaryColumn({ type: 'text' }) scope!: string;
  @PrimaryColumn({ name: 'subject_id', type: 'bigint' }) subjectId!: number;
  @Column({ name: 'minute_from', type: 'timestamptz' }) minuteFrom!: Date;
  @Column({ name: 'minute_misses', type: 'int' }) minuteMisses!: number;
  @Column({ name: 'hour_from', type: 'timestamptz' }) hourFrom!: Date;
  @Column({ name: 'hour_misses', type: 'int' }) hourMisses!: number;
}
