import {
  type Actor,
  assertInScope,
  Audit,
  type CommandOutcome,
  Commands,
  Db,
  type Tx,
} from '#kernel';
import { Injectable } from '@nestjs/common';
import { assertAct } from './card-acts.js';
import { typedCardNo } from './card-number.rules.js';
import type {
  ExtendCardInput,
  ExtendedCardView,
  ExtendedManyView,
  ExtendManyInput,
} from './card-validity.dto.js';
import { CardError } from './card.errors.js';
import { CARD_ACTS } from './card.rules.js';
import { CardsRepository } from './cards.repository.js';

/** How long the benefits of a card last. The principal never ends. */
@Injectable()
export class CardValidity {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly repository: CardsRepository,
  ) {}

  /** Moves a card's last day later. Errors: card.not_found, card.not_active, card.not_later. */
  async extend(
    actor: Actor,
    cardNo: string,
    { expiresOn = null, reason }: ExtendCardInput,
    key: string,
  ): Promise<CommandOutcome<ExtendedCardView>> {
    const request = { cardNo: typedCardNo(cardNo), expiresOn, reason };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.extend', actor, request }, async () => {
        const card = await this.repository.lock(tx, request.cardNo);
        if (!card) throw CardError.notFound();
        assertAct(card.status, 'extend');
        const before = card.expiresOn;
        if (before === null || (expiresOn !== null && expiresOn <= before)) {
          throw CardError.notLater({ expiresOn: before });
        }
        await this.setLastDay(tx, actor, [card.id], expiresOn, reason);
        await this.audit.record(tx, actor, {
          action: 'card.extend',
          subjectKind: 'card',
          subjectId: card.id,
          before: { expiresOn: before },
          after: { expiresOn },
          reason,
        });
        return { cardNo: card.cardNo, expiresOn };
      }),
    );
  }

  /** Extends every card in use that ends in a window; a card that lasts longer already stays. Errors: access.store_forbidden. */
  async extendMany(
    actor: Actor,
    input: ExtendManyInput,
    key: string,
  ): Promise<CommandOutcome<ExtendedManyView>> {
    const { from, to, storeId, expiresOn, reason } = input;
    if (storeId) assertInScope(actor, storeId);
    const storeIds = storeId ? [storeId] : actor.storeIds;
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.extend_many', actor, request: input }, async () => {
        const cards = await tx.query<{ id: number }>(
          `SELECT id FROM card WHERE expires_on BETWEEN $1 AND $2 AND expires_on < $3 AND store_id = ANY ($4::bigint[])
              AND status = ANY ($5::text[]) ORDER BY id FOR NO KEY UPDATE`,
          [from, to, expiresOn, storeIds, CARD_ACTS.extend.from],
        );
        const ids = cards.map(({ id }) => id);
        tx.locked('card', ids);
        await this.setLastDay(tx, actor, ids, expiresOn, reason);
        await this.audit.record(tx, actor, {
          action: 'card.extend_many',
          subjectKind: 'card',
          subjectId: storeId ? `store ${storeId}` : 'stores',
          after: { from, to, expiresOn, cards: ids.length },
          reason,
          ...(storeId ? { storeId } : {}),
        });
        return { cards: ids.length };
      }),
    );
  }

  /** How many cards `extendMany` would extend. Errors: access.store_forbidden. */
  async countMany(actor: Actor, input: ExtendManyInput): Promise<ExtendedManyView> {
    const { from, to, storeId, expiresOn } = input;
    if (storeId) assertInScope(actor, storeId);
    return this.db.one<ExtendedManyView>(
      `SELECT count(*) AS cards FROM card WHERE expires_on BETWEEN $1 AND $2 AND expires_on < $3 AND store_id = ANY ($4::bigint[])
          AND status = ANY ($5::text[])`,
      [from, to, expiresOn, storeId ? [storeId] : actor.storeIds, CARD_ACTS.extend.from],
    );
  }

  private async setLastDay(
    tx: Tx,
    actor: Actor,
    ids: readonly number[],
    expiresOn: string | null,
    reason: string,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO card_extension (card_id, from_on, to_on, reason, staff_id, store_id)
       SELECT id, expires_on, $2::date, $3, $4, $5 FROM card WHERE id = ANY ($1::bigint[])`,
      [ids, expiresOn, reason, actor.staffId, actor.till?.storeId ?? null],
    );
    await tx.query('UPDATE card SET expires_on = $2 WHERE id = ANY ($1::bigint[])', [
      ids,
      expiresOn,
    ]);
  }
}
