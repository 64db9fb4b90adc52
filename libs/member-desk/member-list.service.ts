import {
  type Actor,
  Audit,
  businessDateOf,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  maskPhone,
  type Page,
  type Tx,
} from '#kernel';
import { MemberError } from '#members';
import { run, sql } from '#reports';
import { Injectable } from '@nestjs/common';
import {
  type BulkTagInput,
  type BulkTaggedView,
  filterOf,
  type MemberListQuery,
  type MemberRow,
} from './member-list.dto.js';
import { type MemberListFilter, memberMatches } from './member-list.query.js';
import { memberList } from './member-list.report.js';

/** The chain's clock where nobody sits at a till: a list spans many stores. */
const CHAIN_CLOCK = { timezone: 'Asia/Shanghai', cutoverHour: 0 };
/** The most that one act tags. */
const MOST_TAGGED = 10_000;

/** The list of members: pages of it, and what is done with many of them at once. */
@Injectable()
export class MemberListService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly audit: Audit,
  ) {}

  /** A page of the chain's members, the newest first. */
  async page(actor: Actor, query: MemberListQuery): Promise<Page<MemberRow>> {
    const today = businessDateOf(this.clock.now(), actor.till ?? CHAIN_CLOCK);
    const scope = { storeIds: actor.storeIds, today };
    const { rows, ...page } = await this.db.read((snapshot) =>
      memberList.page<MemberRow & { phone: string | null }>(
        snapshot,
        filterOf(query),
        scope,
        query,
      ),
    );
    return {
      ...page,
      rows: rows.map(({ phone, ...row }) => ({ ...row, phoneMasked: maskPhone(phone) })),
    };
  }

  /**
   * Puts tags on members and takes others off, as one act: those named, or all that match.
   * Errors: member.tag_not_found, member.nobody_chosen, member.too_many_chosen.
   */
  tag(actor: Actor, input: BulkTagInput, key: string): Promise<CommandOutcome<BulkTaggedView>> {
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'member.bulk_tag', actor, request: input }, async () => {
        const { add = [], remove = [], memberIds, filter } = input;
        const names = await this.tagNames(tx, [...add, ...remove]);
        const members = await this.chosen(tx, memberIds, filter && filterOf(filter));
        await this.lock(tx, members);
        const added = await tx.query(
          `INSERT INTO member_tag (member_id, tag_id, added_by)
           SELECT m.id, t.id, $3 FROM unnest($1::bigint[]) AS m(id) CROSS JOIN unnest($2::bigint[]) AS t(id)
           ON CONFLICT DO NOTHING RETURNING 1`,
          [members, add.filter((id) => !remove.includes(id)), actor.staffId],
        );
        const removed = await tx.query(
          'DELETE FROM member_tag WHERE member_id = ANY ($1::bigint[]) AND tag_id = ANY ($2::bigint[]) RETURNING 1',
          [members, remove],
        );
        const done = { members: members.length, added: added.length, removed: removed.length };
        const named = (ids: readonly number[]) => ids.map((id) => names.get(id));
        await this.audit.record(tx, actor, {
          action: 'member.bulk_tag',
          subjectKind: 'member_list',
          subjectId: members.length,
          after: {
            ...done,
            add: named(add),
            remove: named(remove),
            ...(memberIds?.length ? { memberIds } : { filter: filter ?? {} }),
          },
        });
        return done;
      }),
    );
  }

  // Tags are part of a member's record: a form that was opened before sees that they changed. Locked in the order of ids.
  private async lock(tx: Tx, memberIds: readonly number[]): Promise<void> {
    await tx.query(
      `UPDATE member SET version = version + 1 WHERE id IN (
         SELECT id FROM member WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE)`,
      [memberIds],
    );
    tx.locked(
      'member',
      [...memberIds].sort((a, b) => a - b),
    );
  }

  private async tagNames(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
    const tags = await tx.query<{ id: number; name: string }>(
      'SELECT id, name FROM tag WHERE id = ANY ($1::bigint[]) FOR SHARE',
      [ids],
    );
    const names = new Map(tags.map(({ id, name }) => [id, name]));
    if (!ids.length || ids.some((id) => !names.has(id))) throw MemberError.tagNotFound();
    return names;
  }

  private async chosen(
    tx: Tx,
    memberIds: readonly number[] | undefined,
    filter: MemberListFilter | undefined,
  ): Promise<number[]> {
    if (!memberIds?.length && !filter) throw MemberError.nobodyChosen();
    const named = memberIds?.length ? sql`m.id = ANY (${memberIds}::bigint[]) AND` : sql``;
    const matches = memberMatches(memberIds?.length ? {} : (filter ?? {}));
    // In one order for all, so that two of these acts wait for each other and not in a circle.
    const rows = await run<{ id: number }>(
      tx,
      sql`SELECT m.id FROM member m WHERE ${named} ${matches} ORDER BY m.id LIMIT ${MOST_TAGGED + 1}`,
    );
    if (!rows.length) throw MemberError.nobodyChosen();
    if (rows.length > MOST_TAGGED) throw MemberError.tooManyChosen({ limit: MOST_TAGGED });
    return rows.map(({ id }) => id);
  }
}
