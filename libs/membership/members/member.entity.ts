import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('member')
export class Member {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ type: 'text', nullable: true }) nickname!: string | null;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'text', nullable: true }) phone!: string | null;
  @Column({ type: 'text' }) gender!: string;
  @Column({ name: 'birthday_calendar', type: 'text', nullable: true }) birthdayCalendar!:
    string | null;
  @Column({ name: 'birth_year', type: 'int', nullable: true }) birthYear!: number | null;
  @Column({ name: 'birth_month', type: 'int', nullable: true }) birthMonth!: number | null;
  @Column({ name: 'birth_day', type: 'int', nullable: true }) birthDay!: number | null;
  @Column({ name: 'birth_leap_month', type: 'boolean' }) birthLeapMonth!: boolean;
  @Column({ name: 'birthday_preference', type: 'text', nullable: true })
  birthdayPreference!: string | null;
  @Column({ type: 'text', nullable: true }) preferences!: string | null;
  @Column({ type: 'jsonb' }) custom!: object;
  @Column({ name: 'photo_tag', type: 'text', nullable: true }) photoTag!: string | null;
  @Column({ name: 'merged_into_id', type: 'bigint', nullable: true }) mergedIntoId!: number | null;
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true }) erasedAt!: Date | null;
  @Column({ name: 'level_id', type: 'bigint' }) levelId!: number;
  @Column({ name: 'level_pinned', type: 'boolean' }) levelPinned!: boolean;
  @Column({ name: 'home_store_id', type: 'bigint' }) homeStoreId!: number;
  @Column({ name: 'referrer_id', type: 'bigint', nullable: true }) referrerId!: number | null;
  @Column({ type: 'text' }) status!: string;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'pin_hash', type: 'text', nullable: true }) pinHash!: string | null;
  @Column({ name: 'pin_failures', type: 'int' }) pinFailures!: number;
  @Column({ name: 'pin_locked_until', type: 'timestamptz', nullable: true })
  pinLockedUntil!: Date | null;
  @Column({ name: 'pin_locks', type: 'int' }) pinLocks!: number;
  @Column({ name: 'pin_set_at', type: 'timestamptz', nullable: true }) pinSetAt!: Date | null;
  @Column({ name: 'earlier_spend_cents', type: 'bigint' }) earlierSpendCents!: number;
  @Column({ name: 'joined_on', type: 'date' }) joinedOn!: string;
  @Column({ name: 'joined_by', type: 'bigint', nullable: true }) joinedBy!: number | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
  @Column({ type: 'int' }) version!: number;
}

@Entity('member_key')
export class MemberKey {
  @PrimaryColumn({ type: 'text' }) key!: string;
  @PrimaryColumn({ type: 'text' }) kind!: string;
  @PrimaryColumn({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'seen_on', type: 'date' }) seenOn!: string;
}

@Entity('member_consent')
export class MemberConsent {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ type: 'text' }) channel!: string;
  @Column({ type: 'boolean' }) granted!: boolean;
  @Column({ type: 'text' }) source!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ name: 'staff_id', type: 'bigint', nullable: true }) staffId!: number | null;
}

/** The handle of a member's stored value: opened with the member, its amounts are in the ledger. */
@Entity('wallet')
export class Wallet {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
