import { registerEntities } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('top_up_rule')
export class TopUpRule {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'level_id', type: 'bigint', nullable: true }) levelId!: number | null;
  @Column({ name: 'store_id', type: 'bigint', nullable: true }) storeId!: number | null;
  @Column({ name: 'starts_on', type: 'date' }) startsOn!: string;
  @Column({ name: 'ends_on', type: 'date', nullable: true }) endsOn!: string | null;
  @Column({ name: 'pay_cents', type: 'bigint' }) payCents!: number;
  @Column({ name: 'bonus_cents', type: 'bigint' }) bonusCents!: number;
  @Column({ name: 'bonus_valid_days', type: 'int', nullable: true }) bonusValidDays!: number | null;
  @Column({ name: 'bonus_instalments', type: 'int' }) bonusInstalments!: number;
  @Column({ type: 'bigint' }) points!: number;
  @Column({ type: 'boolean' }) active!: boolean;
}

@Entity('top_up')
export class TopUp {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'receipt_no', type: 'text' }) receiptNo!: string;
  @Column({ name: 'entry_id', type: 'bigint' }) entryId!: number;
  @Column({ name: 'wallet_id', type: 'bigint' }) walletId!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'card_id', type: 'bigint', nullable: true }) cardId!: number | null;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ name: 'till_id', type: 'bigint', nullable: true }) tillId!: number | null;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'business_date', type: 'date' }) businessDate!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'text' }) tender!: string;
  @Column({ name: 'principal_cents', type: 'bigint' }) principalCents!: number;
  @Column({ name: 'bonus_cents', type: 'bigint' }) bonusCents!: number;
  @Column({ type: 'bigint' }) points!: number;
  @Column({ name: 'rule_id', type: 'bigint', nullable: true }) ruleId!: number | null;
  @Column({ name: 'principal_after_cents', type: 'bigint' }) principalAfterCents!: number;
  @Column({ name: 'bonus_after_cents', type: 'bigint' }) bonusAfterCents!: number;
  @Column({ name: 'points_after', type: 'bigint' }) pointsAfter!: number;
}

registerEntities(TopUpRule, TopUp);
