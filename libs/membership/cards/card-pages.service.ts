import { type Actor, businessDateOf, Clock, Db } from '#kernel';
import { Injectable } from '@nestjs/common';
import { typedCardNo } from './card-number.rules.js';
import type { CardChargeLine, CardEventView, CardView } from './card-page.dto.js';
import { CardError } from './card.errors.js';
import { CHAIN_CLOCK } from './chain-clock.js';

const CARD = `
  SELECT c.id, c.card_no AS "cardNo", c.status, c.origin, c.stock_state AS "stockState", s.name AS "storeName",
         CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'name', coalesce(m.name, m.nickname)) END AS member,
         CASE WHEN o.id <> m.id THEN json_build_object('id', o.id, 'name', coalesce(o.name, o.nickname)) END AS "walletOwner",
         c.issued_on AS "issuedOn", p.name AS "issuedByName", c.expires_on AS "expiresOn", coalesce(c.expires_on < $2::date, false) AS expired,
         c.deposit_cents AS "depositCents",
         (SELECT json_build_object('cardNo', b.card_no, 'status', b.status) FROM card b WHERE b.id = c.replaces_card_id) AS predecessor,
         (SELECT json_build_object('cardNo', n.card_no, 'status', n.status) FROM card n WHERE n.replaces_card_id = c.id) AS successor
    FROM card c JOIN store s ON s.id = c.store_id LEFT JOIN member m ON m.id = c.member_id LEFT JOIN wallet w ON w.id = c.wallet_id
    LEFT JOIN member o ON o.id = w.member_id LEFT JOIN staff p ON p.id = c.issued_by
   WHERE c.card_no = $1`;

const EVENTS = `
  SELECT a.at, a.action, p.name AS "staffName", s.name AS "storeName", a.reason, a.before, a.after
    FROM audit_record a LEFT JOIN staff p ON p.id = a.staff_id LEFT JOIN store s ON s.id = a.store_id
   WHERE a.subject_kind = 'card' AND a.subject_id = $1 ORDER BY a.id DESC LIMIT 100`;

const CHARGES = `
  SELECT id AS "chargeId", receipt_no AS "receiptNo", kind, business_date AS "businessDate", deposit_cents AS "depositCents",
         fee_cents AS "feeCents", tender
    FROM card_charge WHERE card_id = $1 ORDER BY id DESC`;

/** A card on a page of its own. Cards, as members, are the chain's: every store may look one up by its number. */
@Injectable()
export class CardPages {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Errors: card.not_found. */
  show(actor: Actor, cardNo: string): Promise<CardView> {
    const today = businessDateOf(this.clock.now(), actor.till ?? CHAIN_CLOCK);
    return this.db.read(async (sql) => {
      const card = await sql.maybe<Omit<CardView, 'charges' | 'events'>>(CARD, [
        typedCardNo(cardNo),
        today,
      ]);
      if (!card) throw CardError.notFound();
      return {
        ...card,
        charges: await sql.query<CardChargeLine>(CHARGES, [card.id]),
        events: await sql.query<CardEventView>(EVENTS, [String(card.id)]),
      };
    });
  }
}
