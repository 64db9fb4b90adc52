import {
  type Actor,
  assertInScope,
  assertVersion,
  Audit,
  type CommandOutcome,
  Commands,
  Db,
  type Sql,
} from '#kernel';
import { Settings } from '#settings';
import { Injectable } from '@nestjs/common';
import { CARD_SECRET_LENGTH } from './card-number.rules.js';
import type { CardRangeView, EditCardRangeInput, NewCardRangeInput } from './card-range.dto.js';
import { CardError } from './card.errors.js';

const CAPACITY = 10 ** CARD_SECRET_LENGTH;

// ':' comes right after '9': everything that begins with the prefix lies below it.
const LIST = `
  SELECT r.id, r.store_id AS "storeId", s.name AS "storeName", r.prefix, r.active, r.version, r.note, r.created_at AS "createdAt",
         n.used, n.in_stock AS "inStock", ${CAPACITY} AS capacity
    FROM card_range r JOIN store s ON s.id = r.store_id
   CROSS JOIN LATERAL (SELECT count(*) AS used, count(*) FILTER (WHERE c.status = 'in_stock') AS in_stock FROM card c
                        WHERE c.card_no COLLATE "C" >= r.prefix COLLATE "C" AND c.card_no COLLATE "C" < (r.prefix || ':') COLLATE "C") n`;

/** The numbers that head office gives to its stores. Numbers of a previous system stay valid outside of every range. */
@Injectable()
export class CardRanges {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly settings: Settings,
  ) {}

  /** The ranges of the actor's stores, with how much of them is used. */
  list(actor: Actor): Promise<CardRangeView[]> {
    return this.db.query<CardRangeView>(
      `${LIST} WHERE r.store_id = ANY ($1::bigint[]) ORDER BY s.type = 'head_office' DESC, s.id, r.prefix`,
      [actor.storeIds],
    );
  }

  /** Gives a store a range. Errors: access.store_forbidden, card.range_taken. */
  async create(
    actor: Actor,
    input: NewCardRangeInput,
    key: string,
  ): Promise<CommandOutcome<CardRangeView>> {
    const { storeId, note = null } = input;
    assertInScope(actor, storeId);
    const chain = await this.settings.get('card.chain_prefix');
    return this.db.write((tx) =>
      this.commands.once(
        tx,
        { key, name: 'card.create_range', actor, request: input },
        async () => {
          const prefix = chain + (input.range ?? (await nextRange(tx, chain)));
          const { id } = await tx.one<{ id: number }>(
            'INSERT INTO card_range (store_id, prefix, note, created_by) VALUES ($1, $2, $3, $4) RETURNING id',
            [storeId, prefix, note, actor.staffId],
          );
          await this.audit.record(tx, actor, {
            action: 'card_range.create',
            subjectKind: 'card_range',
            subjectId: id,
            after: { prefix, storeId, note },
            storeId,
          });
          return this.get(tx, id);
        },
      ),
    );
  }

  /** No new number comes from an inactive range; the cards that have one stay as they are. Errors: card.range_not_found, record.changed. */
  edit(actor: Actor, id: number, input: EditCardRangeInput): Promise<CardRangeView> {
    return this.db.write(async (tx) => {
      const before = await tx.maybe<{
        storeId: number;
        active: boolean;
        note: string | null;
        version: number;
      }>(
        'SELECT store_id AS "storeId", active, note, version FROM card_range WHERE id = $1 FOR NO KEY UPDATE',
        [id],
      );
      if (!before) throw CardError.rangeNotFound();
      assertInScope(actor, before.storeId);
      const { storeId, version, ...now } = before;
      const record = { subjectKind: 'card_range', subjectId: id, version, now };
      await assertVersion(tx, input.version, record);
      const { active, note = before.note } = input;
      await tx.query(
        'UPDATE card_range SET active = $2, note = $3, version = version + 1, deactivated_at = CASE WHEN $2 THEN NULL ELSE coalesce(deactivated_at, now()) END WHERE id = $1',
        [id, active, note],
      );
      await this.audit.record(tx, actor, {
        action: 'card_range.edit',
        subjectKind: 'card_range',
        subjectId: id,
        before: now,
        after: { active, note },
        storeId,
      });
      return this.get(tx, id);
    });
  }

  private async get(sql: Sql, id: number): Promise<CardRangeView> {
    const range = await sql.maybe<CardRangeView>(`${LIST} WHERE r.id = $1`, [id]);
    if (!range) throw CardError.rangeNotFound();
    return range;
  }
}

// The first one behind the highest of the chain; where that was 9999 a hole is for somebody to choose.
async function nextRange(sql: Sql, chain: string): Promise<string> {
  const { next } = await sql.one<{ next: number }>(
    'SELECT coalesce(max(substr(prefix, 5)::int), 0) + 1 AS next FROM card_range WHERE substr(prefix, 1, 4) = $1',
    [chain],
  );
  if (next > 9_999) throw CardError.rangeTaken();
  return String(next).padStart(4, '0');
}
