import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

// Columns only, for the drift check and for reading. The ledger's functions do all writing.

@Entity({ schema: 'ledger', name: 'account' })
export class LedgerAccount {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'owner_id', type: 'bigint' })
  ownerId!: number;

  @Column({ type: 'text' })
  unit!: string;

  @Column({ type: 'smallint' })
  normal!: number;

  @Column({ type: 'bigint' })
  balance!: number;

  @Column({ type: 'bigint' })
  held!: number;

  @Column({ type: 'bigint' })
  debt!: number;

  @Column({ name: 'value_cents', type: 'bigint' })
  valueCents!: number;

  @Column({ type: 'bigint' })
  version!: number;

  @Column({ type: 'bigint', nullable: true })
  floor!: number | null;
}

@Entity({ schema: 'ledger', name: 'entry' })
export class LedgerEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'business_date', type: 'date' })
  businessDate!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ name: 'staff_id', type: 'bigint', nullable: true })
  staffId!: number | null;

  @Column({ name: 'shift_id', type: 'bigint', nullable: true })
  shiftId!: number | null;

  @Column({ name: 'till_id', type: 'bigint', nullable: true })
  tillId!: number | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'document_kind', type: 'text', nullable: true })
  documentKind!: string | null;

  @Column({ name: 'document_no', type: 'text', nullable: true })
  documentNo!: string | null;

  @Column({ name: 'member_id', type: 'bigint', nullable: true })
  memberId!: number | null;

  @Column({ name: 'store_id', type: 'bigint' })
  storeId!: number;

  @Column({ name: 'home_store_id', type: 'bigint', nullable: true })
  homeStoreId!: number | null;

  @Column({ name: 'card_store_id', type: 'bigint', nullable: true })
  cardStoreId!: number | null;

  @Column({ name: 'drawer_store_id', type: 'bigint', nullable: true })
  drawerStoreId!: number | null;

  @Column({ name: 'reverses_entry_id', type: 'bigint', nullable: true })
  reversesEntryId!: number | null;

  @Column({ name: 'relates_entry_id', type: 'bigint', nullable: true })
  relatesEntryId!: number | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

@Entity({ schema: 'ledger', name: 'posting' })
export class LedgerPosting {
  @PrimaryColumn({ name: 'entry_id', type: 'bigint' })
  entryId!: number;

  @PrimaryColumn({ type: 'smallint' })
  seq!: number;

  @Column({ type: 'text', nullable: true })
  facet!: string | null;

  @Column({ name: 'account_id', type: 'bigint', nullable: true })
  accountId!: number | null;

  @Column({ name: 'store_id', type: 'bigint', nullable: true })
  storeId!: number | null;

  @Column({ type: 'text', nullable: true })
  house!: string | null;

  @Column({ type: 'text' })
  unit!: string;

  @Column({ type: 'bigint' })
  amount!: number;

  @Column({ name: 'value_cents', type: 'bigint' })
  valueCents!: number;

  @Column({ type: 'bigint', nullable: true })
  version!: number | null;

  @Column({ name: 'after_amount', type: 'bigint', nullable: true })
  afterAmount!: number | null;
}

@Entity({ schema: 'ledger', name: 'reversal' })
export class LedgerReversal {
  @PrimaryColumn({ name: 'reversed_entry_id', type: 'bigint' })
  reversedEntryId!: number;

  @Column({ name: 'entry_id', type: 'bigint' })
  entryId!: number;
}

@Entity({ schema: 'ledger', name: 'lot' })
export class LedgerLot {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column({ name: 'account_id', type: 'bigint' })
  accountId!: number;

  @Column({ type: 'text' })
  unit!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'boolean' })
  joined!: boolean;

  @Column({ type: 'boolean' })
  gifted!: boolean;

  @Column({ type: 'boolean' })
  grace!: boolean;

  @Column({ name: 'origin_entry_id', type: 'bigint' })
  originEntryId!: number;

  @Column({ name: 'origin_store_id', type: 'bigint' })
  originStoreId!: number;

  @Column({ name: 'origin_on', type: 'date' })
  originOn!: string;

  @Column({ name: 'expires_on', type: 'date', nullable: true })
  expiresOn!: string | null;

  @Column({ name: 'releases_on', type: 'date', nullable: true })
  releasesOn!: string | null;

  @Column({ type: 'text', nullable: true })
  tender!: string | null;

  @Column({ type: 'text' })
  terms!: string;

  @Column({ type: 'bigint' })
  granted!: number;

  @Column({ type: 'bigint' })
  remaining!: number;

  @Column({ type: 'bigint' })
  expired!: number;

  @Column({ type: 'bigint' })
  forgiven!: number;

  @Column({ name: 'value_cents', type: 'bigint' })
  valueCents!: number;

  @Column({ name: 'parent_lot_id', type: 'bigint', nullable: true })
  parentLotId!: number | null;
}

@Entity({ schema: 'ledger', name: 'lot_move' })
export class LedgerLotMove {
  @PrimaryColumn({ name: 'entry_id', type: 'bigint' })
  entryId!: number;

  @PrimaryColumn({ type: 'smallint' })
  seq!: number;

  @Column({ name: 'lot_id', type: 'bigint' })
  lotId!: number;

  @Column({ name: 'account_id', type: 'bigint' })
  accountId!: number;

  @Column({ name: 'origin_entry_id', type: 'bigint', nullable: true })
  originEntryId!: number | null;

  @Column({ type: 'text' })
  facet!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'bigint' })
  amount!: number;

  @Column({ name: 'value_cents', type: 'bigint' })
  valueCents!: number;
}

/** An account of a merged member, or of one who was erased: nothing but a reversal moves it any more. */
@Entity({ schema: 'ledger', name: 'closed_account' })
export class LedgerClosedAccount {
  @PrimaryColumn({ name: 'account_id', type: 'bigint' })
  accountId!: number;

  @Column({ name: 'closed_at', type: 'timestamptz' })
  closedAt!: Date;
}
