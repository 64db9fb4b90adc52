import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('role')
export class RoleEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', array: true }) permissions!: string[];
  @Column({ name: 'all_stores', type: 'boolean' }) allStores!: boolean;
}

@Entity('staff')
export class StaffEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) login!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'password_hash', type: 'text' }) passwordHash!: string;
  @Column({ name: 'home_store_id', type: 'bigint' }) homeStoreId!: number;
  @Column({ type: 'boolean' }) active!: boolean;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

@Entity('staff_role')
export class StaffRoleEntity {
  @PrimaryColumn({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @PrimaryColumn({ name: 'role_id', type: 'bigint' }) roleId!: number;
}

@Entity('staff_store')
export class StaffStoreEntity {
  @PrimaryColumn({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @PrimaryColumn({ name: 'store_id', type: 'bigint' }) storeId!: number;
}

@Entity('session')
export class SessionEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'token_hash', type: 'bytea' }) tokenHash!: Buffer;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'till_id', type: 'bigint', nullable: true }) tillId!: number | null;
  @Column({ name: 'till_since', type: 'timestamptz', nullable: true }) tillSince!: Date | null;
  @Column({ name: 'till_lost_to', type: 'bigint', nullable: true }) tillLostTo!: number | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'last_seen_at', type: 'timestamptz' }) lastSeenAt!: Date;
  @Column({ name: 'locked_at', type: 'timestamptz', nullable: true }) lockedAt!: Date | null;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
  @Column({ type: 'text', nullable: true }) address!: string | null;
  @Column({ name: 'user_agent', type: 'text', nullable: true }) userAgent!: string | null;
}

@Entity('login_attempt')
export class LoginAttemptEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) login!: string;
  @Column({ type: 'text' }) address!: string;
  @Column({ type: 'text', nullable: true }) device!: string | null;
  @Column({ type: 'timestamptz' }) at!: Date;
}

@Entity('known_device')
export class KnownDeviceEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' }) tokenHash!: Buffer;
  @PrimaryColumn({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'last_seen_at', type: 'timestamptz' }) lastSeenAt!: Date;
}
