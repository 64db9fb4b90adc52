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
  @Column({ name: 'root_id', type: 'bigint', nullable: true }) rootId!: number | null;
  @Column({ type: 'int' }) version!: number;
  @Column({ name: 'per_multiple', type: 'boolean' }) perMultiple!: boolean;
  @Column({ name: 'first_after_months', type: 'int' }) firstAfterMonths!: number;
  @Column({ name: 'grants_level_id', type: 'bigint', nullable: true }) grantsLevelId!:
    number | null;
  @Column({ name: 'replaced_at', type: 'timestamptz', nullable: true }) replacedAt!: Date | null;
  @Column({ name: 'made_by', type: 'bigint', nullable: true }) madeBy!: number | null;
  @Column({ name: 'made_at', type: 'timestamptz' }) madeAt!: Date;
  @Column({ type: 'jsonb' }) gives!: object[];
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
  @Column({ name: 'tender_reference', type: 'text', nullable: true }) tenderReference!:
    string | null;
  @Column({ name: 'principal_cents', type: 'bigint' }) principalCents!: number;
  @Column({ name: 'bonus_cents', type: 'bigint' }) bonusCents!: number;
  @Column({ type: 'bigint' }) points!: number;
  @Column({ name: 'rule_id', type: 'bigint', nullable: true }) ruleId!: number | null;
  @Column({ name: 'principal_after_cents', type: 'bigint' }) principalAfterCents!: number;
  @Column({ name: 'bonus_after_cents', type: 'bigint' }) bonusAfterCents!: number;
  @Column({ name: 'points_after', type: 'bigint' }) pointsAfter!: number;
  @Column({ name: 'rule_times', type: 'int' }) ruleTimes!: number;
  @Column({ name: 'bonus_debt_repaid_cents', type: 'bigint' }) bonusDebtRepaidCents!: number;
  @Column({ name: 'level_change_id', type: 'bigint', nullable: true }) levelChangeId!:
    number | null;
  @Column({ name: 'print_count', type: 'int' }) printCount!: number;
  @Column({ type: 'jsonb' }) gave!: object[];
}

@Entity('top_up_reversal')
export class TopUpReversal {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ name: 'receipt_no', type: 'text' }) receiptNo!: string;
  @Column({ name: 'top_up_id', type: 'bigint' }) topUpId!: number;
  @Column({ name: 'entry_id', type: 'bigint' }) entryId!: number;
  @Column({ name: 'wallet_id', type: 'bigint' }) walletId!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'store_id', type: 'bigint' }) storeId!: number;
  @Column({ name: 'till_id', type: 'bigint', nullable: true }) tillId!: number | null;
  @Column({ name: 'staff_id', type: 'bigint' }) staffId!: number;
  @Column({ name: 'business_date', type: 'date' }) businessDate!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'text' }) tender!: string;
  @Column({ name: 'principal_cents', type: 'bigint' }) principalCents!: number;
  @Column({ name: 'bonus_cents', type: 'bigint' }) bonusCents!: number;
  @Column({ type: 'bigint' }) points!: number;
  @Column({ name: 'principal_debt_cents', type: 'bigint' }) principalDebtCents!: number;
  @Column({ name: 'bonus_debt_cents', type: 'bigint' }) bonusDebtCents!: number;
  @Column({ name: 'points_debt', type: 'bigint' }) pointsDebt!: number;
  @Column({ name: 'level_back_to_id', type: 'bigint', nullable: true }) levelBackToId!:
    number | null;
  @Column({ type: 'text' }) reason!: string;
  @Column({ type: 'jsonb' }) took!: object[];
}

@Entity('wallet_statement')
export class WalletStatement {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: number;
  @Column({ type: 'text' }) code!: string;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ name: 'wallet_id', type: 'bigint' }) walletId!: number;
  @Column({ name: 'from_on', type: 'date' }) fromOn!: string;
  @Column({ name: 'to_on', type: 'date' }) toOn!: string;
  @Column({ name: 'last_entry_id', type: 'bigint' }) lastEntryId!: number;
  @Column({ name: 'closing_cents', type: 'bigint' }) closingCents!: number;
  @Column({ type: 'int' }) lines!: number;
  @Column({ type: 'text' }) hash!: string;
  @Column({ name: 'made_by', type: 'bigint' }) madeBy!: number;
  @Column({ name: 'store_id', type: 'bigint', nullable: true }) storeId!: number | null;
  @Column({ name: 'made_at', type: 'timestamptz' }) madeAt!: Date;
}
