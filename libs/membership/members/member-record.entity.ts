import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { FieldKind } from './member-field.rules.js';
import type { TagColor } from './member.rules.js';

@Entity('member_photo')
export class MemberPhoto {
  @PrimaryColumn({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'content_type', type: 'text' }) contentType!: string;
  @Column({ type: 'bytea' }) bytes!: Buffer;
  @Column({ name: 'uploaded_by', type: 'bigint', nullable: true }) uploadedBy!: number | null;
  @Column({ name: 'uploaded_at', type: 'timestamptz' }) uploadedAt!: Date;
}

@Entity('tag')
export class Tag {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) color!: TagColor;
  @Column({ type: 'int' }) version!: number;
}

@Entity('member_tag')
export class MemberTag {
  @PrimaryColumn({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @PrimaryColumn({ name: 'tag_id', type: 'bigint' }) tagId!: number;
  @Column({ name: 'added_by', type: 'bigint', nullable: true }) addedBy!: number | null;
  @Column({ name: 'added_at', type: 'timestamptz' }) addedAt!: Date;
}

/** Who of the staff is which member. */
@Entity('staff_member')
export class StaffMember {
  @PrimaryColumn({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'marked_by', type: 'bigint' }) markedBy!: number;
  @Column({ name: 'marked_at', type: 'timestamptz' }) markedAt!: Date;
}

@Entity('member_field')
export class MemberField {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) label!: string;
  @Column({ type: 'text' }) kind!: FieldKind;
  @Column({ type: 'jsonb' }) options!: string[];
  @Column({ type: 'boolean' }) required!: boolean;
  @Column({ type: 'boolean' }) active!: boolean;
  @Column({ type: 'int' }) position!: number;
  @Column({ type: 'int' }) version!: number;
}

@Entity('member_contact')
export class MemberContact {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ type: 'text' }) channel!: string;
  @Column({ type: 'text' }) body!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ name: 'staff_id', type: 'bigint', nullable: true }) staffId!: number | null;
  @Column({ name: 'store_id', type: 'bigint', nullable: true }) storeId!: number | null;
  @Column({ name: 'follow_up_on', type: 'date', nullable: true }) followUpOn!: string | null;
  @Column({ name: 'followed_up_at', type: 'timestamptz', nullable: true })
  followedUpAt!: Date | null;
  @Column({ name: 'followed_up_by', type: 'bigint', nullable: true }) followedUpBy!: number | null;
}

/** The number is sealed: see identity-seal.ts. */
@Entity('member_identity')
export class MemberIdentity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'document_kind', type: 'text' }) documentKind!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'number_sealed', type: 'bytea', nullable: true }) numberSealed!: Buffer | null;
  @Column({ name: 'number_last4', type: 'text', nullable: true }) numberLast4!: string | null;
  @Column({ name: 'seen_by', type: 'bigint' }) seenBy!: number;
  @Column({ name: 'seen_at', type: 'timestamptz' }) seenAt!: Date;
  @Column({ name: 'store_id', type: 'bigint', nullable: true }) storeId!: number | null;
}

/** A merged member's id leads to the member it is now. */
@Entity('member_alias')
export class MemberAlias {
  @PrimaryColumn({ name: 'alias_member_id', type: 'bigint' }) aliasMemberId!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'merged_at', type: 'timestamptz' }) mergedAt!: Date;
  @Column({ name: 'merged_by', type: 'bigint', nullable: true }) mergedBy!: number | null;
}
