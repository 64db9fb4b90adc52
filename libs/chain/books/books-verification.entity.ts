import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('books_verification')
export class BooksVerificationEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt!: Date;
  @Column({ name: 'duration_ms', type: 'int' }) durationMs!: number;
  @Column({ name: 'staff_id', type: 'bigint', nullable: true }) staffId!: number | null;
  @Column({ type: 'int' }) checks!: number;
  @Column({ type: 'jsonb' }) findings!: object[];
  @Column({ type: 'jsonb' }) results!: object[];
}
