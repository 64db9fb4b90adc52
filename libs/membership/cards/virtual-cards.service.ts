import { randomBytes } from 'node:crypto';
import { type Actor, Audit, Clock, Db, type Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import { assertAct } from './card-acts.js';
import { typedCardNo } from './card-number.rules.js';
import { CardError } from './card.errors.js';
import { type CardRecord, CardsRepository } from './cards.repository.js';
import { readVirtualCode } from './virtual-code-form.rules.js';
import type { VirtualCodeView } from './virtual-code.dto.js';
import {
  CODE_SECONDS,
  codePart,
  endOfStep,
  judgeCode,
  stepOf,
  virtualCode,
} from './virtual-code.rules.js';

interface CodeRow {
  cardId: number;
  handle: string;
  secret: Buffer;
  lastStep: number;
}

const ROW = `SELECT card_id AS "cardId", handle, secret, last_step AS "lastStep" FROM card_virtual_code`;
const SECRET_BYTES = 32;
const HANDLE_BYTES = 5;

/** A card without plastic: a code that changes every minute and is read once. */
@Injectable()
export class VirtualCards {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly repository: CardsRepository,
  ) {}

  /** The code of this minute. The first one makes the card's secret. Errors: card.not_found, card.lost, card.not_active. */
  async show(actor: Actor, cardNo: string): Promise<VirtualCodeView> {
    const card = await this.repository.find(this.db, typedCardNo(cardNo));
    if (!card) throw CardError.notFound();
    assertAct(card.status, 'showCode');
    const step = stepOf(this.clock.now());
    const row = (await this.rowOf(card.id)) ?? (await this.make(actor, card.id));
    // A code that was read is of no use any more: the next one comes with the next minute.
    return {
      code: virtualCode(row, step),
      used: row.lastStep >= step,
      validUntil: endOfStep(step),
      seconds: CODE_SECONDS,
    };
  }

  /** The card of a code, which is used up by it; undefined where it is no code of any card. Errors: card.code_used, card.code_expired. */
  async resolve(sql: Sql, text: string): Promise<CardRecord | undefined> {
    const read = readVirtualCode(text);
    if (!read) return undefined;
    const row = await sql.maybe<CodeRow>(`${ROW} WHERE handle = $1`, [read.handle]);
    if (!row) return undefined;
    const verdict = judgeCode(row, read.proof, stepOf(this.clock.now()));
    if (verdict === 'wrong') return undefined;
    if (verdict === 'used') throw CardError.codeUsed();
    if (verdict === 'expired') throw CardError.codeExpired();
    // Two tills that read the same code at once: the row tells who was first.
    const mine = await sql.maybe(
      'UPDATE card_virtual_code SET last_step = $2 WHERE card_id = $1 AND last_step < $2 RETURNING card_id',
      [row.cardId, verdict.step],
    );
    if (!mine) throw CardError.codeUsed();
    return this.repository.findById(sql, row.cardId);
  }

  private rowOf(cardId: number): Promise<CodeRow | undefined> {
    return this.db.maybe<CodeRow>(`${ROW} WHERE card_id = $1`, [cardId]);
  }

  private make(actor: Actor, cardId: number): Promise<CodeRow> {
    return this.db.write(async (tx) => {
      const made = await tx.maybe(
        'INSERT INTO card_virtual_code (card_id, handle, secret) VALUES ($1, $2, $3) ON CONFLICT (card_id) DO NOTHING RETURNING card_id',
        [cardId, codePart(randomBytes(HANDLE_BYTES)), randomBytes(SECRET_BYTES)],
      );
      if (made) {
        await this.audit.record(tx, actor, {
          action: 'card.show_code',
          subjectKind: 'card',
          subjectId: cardId,
        });
      }
      return tx.one<CodeRow>(`${ROW} WHERE card_id = $1`, [cardId]);
    });
  }
}
