import {
  type Actor,
  addRecord,
  assertInScope,
  assertVersion,
  Audit,
  changeRecord,
  type CommandOutcome,
  Commands,
  Db,
  lockRecord,
  type Page,
  type Sql,
} from '#kernel';
import { runMaybe, sql } from '#kernel/lists';
import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import type {
  CardRangeQuery,
  CardRangeView,
  EditCardRangeInput,
  NewCardRangeInput,
} from './card-range.dto.js';
import { cardRangeRows } from './card-range-list.query.js';
import { cardRangeList } from './card-range-list.report.js';
import { CardRange } from './card.entity.js';
import { CardError } from './card.errors.js';

/** The numbers that head office gives to its stores. Numbers of a previous system stay valid outside of every range. */
@Injectable()
export class CardRanges {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly settings: Settings,
  ) {}

  /** The ranges of the actor's stores, with how much of them is used. Errors: access.store_forbidden. */
  page(actor: Actor, query: CardRangeQuery): Promise<Page<CardRangeView>> {
    const { storeId } = query;
    if (storeId) assertInScope(actor, storeId);
    const scope = { storeIds: storeId ? [storeId] : actor.storeIds };
    return this.db.read((snapshot) => cardRangeList.page(snapshot, query, scope, query));
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
          const range = { storeId, prefix, note, createdBy: actor.staffId };
          const { id } = await addRecord(tx, CardRange, range);
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
      const before = await lockRecord(tx, CardRange, { id });
      if (!before) throw CardError.rangeNotFound();
      assertInScope(actor, before.storeId);
      const { storeId, version } = before;
      const now = { active: before.active, note: before.note };
      const record = { subjectKind: 'card_range', subjectId: id, version, now };
      await assertVersion(tx, input.version, record);
      const { active, note = before.note } = input;
      const deactivatedAt = active ? null : (before.deactivatedAt ?? (() => 'now()'));
      await changeRecord(tx, CardRange, id, { active, note, deactivatedAt });
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

  private async get(on: Sql, id: number): Promise<CardRangeView> {
    const range = await runMaybe<CardRangeView>(on, cardRangeRows(sql`SELECT ${id}::bigint AS id`));
    if (!range) throw CardError.rangeNotFound();
    return range;
  }
}

// The first one behind the highest of the chain; where that was 9999 a hole is for somebody to choose.
async function nextRange(on: Sql, chain: string): Promise<string> {
  const { next } = await on.one<{ next: number }>(
    'SELECT coalesce(max(substr(prefix, 5)::int), 0) + 1 AS next FROM card_range WHERE substr(prefix, 1, 4) = $1',
    [chain],
  );
  if (next > 9_999) throw CardError.rangeTaken();
  return String(next).padStart(4, '0');
}
