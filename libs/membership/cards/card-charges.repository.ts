import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { CardChargeSlipView } from './card-charge.dto.js';

export type CardChargeKind = 'issue' | 'replacement';

export interface CardChargeRow {
  receiptNo: string;
  entryId: number;
  kind: CardChargeKind;
  cardId: number;
  memberId: number;
  storeId: number;
  tillId: number;
  staffId: number;
  businessDate: string;
  at: Date;
  tender: string;
  tenderReference: string | null;
  depositCents: number;
  feeCents: number;
}

type Slip = Omit<CardChargeSlipView, 'phoneMasked' | 'cardNoMasked' | 'receiptFooter'> & {
  storeId: number;
  phone: string | null;
  cardNo: string;
};

@Injectable()
export class CardChargesRepository {
  async insert(tx: Tx, row: CardChargeRow): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO card_charge (receipt_no, entry_id, kind, card_id, member_id, store_id, till_id, staff_id, business_date, at, tender,
                                deposit_cents, fee_cents, tender_reference)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
      [
        row.receiptNo,
        row.entryId,
        row.kind,
        row.cardId,
        row.memberId,
        row.storeId,
        row.tillId,
        row.staffId,
        row.businessDate,
        row.at,
        row.tender,
        row.depositCents,
        row.feeCents,
        row.tenderReference,
      ],
    );
    return id;
  }

  slip(sql: Sql, id: number, today: string): Promise<Slip | undefined> {
    return sql.maybe<Slip>(
      `SELECT h.id AS "chargeId", h.receipt_no AS "receiptNo", h.kind, h.business_date AS "businessDate", h.at, h.store_id AS "storeId",
              s.name AS "storeName", s.address AS "storeAddress", s.phone AS "storePhone", i.name AS "tillName", p.name AS "staffName",
              h.member_id AS "memberId", coalesce(m.name, m.nickname) AS "memberName", m.phone, c.card_no AS "cardNo", c.status AS "cardStatus",
              coalesce(c.expires_on < $2::date, false) AS "cardExpired", h.tender, h.tender_reference AS reference,
              h.deposit_cents AS "depositCents", h.fee_cents AS "feeCents"
         FROM card_charge h JOIN store s ON s.id = h.store_id JOIN staff p ON p.id = h.staff_id JOIN member m ON m.id = h.member_id
         JOIN card c ON c.id = h.card_id LEFT JOIN till i ON i.id = h.till_id
        WHERE h.id = $1`,
      [id, today],
    );
  }
}
