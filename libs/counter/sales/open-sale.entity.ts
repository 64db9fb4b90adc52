import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom a till has in its cart. */
@Entity('till_open_sale')
export class TillOpenSale {
  @PrimaryColumn({ name: 'till_id', type: 'bigint' }) tillId!: number;
  @Column({ name: 'member_id', type: 'bigint' }) memberId!: number;
  @Column({ type: 'timestamptz' }) since!: Date;
}
