import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('message_template')
export class MessageTemplateEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) body!: string;
  @Column({ name: 'created_by', type: 'bigint', nullable: true }) createdBy!: number | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
  @Column({ name: 'archived_at', type: 'timestamptz', nullable: true }) archivedAt!: Date | null;
  @Column({ type: 'int' }) version!: number;
}

@Entity('message_gate')
export class MessageGateEntity {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ name: 'free_at', type: 'timestamptz' }) freeAt!: Date;
}
