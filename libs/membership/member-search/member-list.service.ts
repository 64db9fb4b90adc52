import {
  type Actor,
  atField,
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
import { MemberError, MemberTagsRepository, type TagChange } from '#membership/members';
import { run, sql } from '#kernel/lists';
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
    private readonly tags: MemberTagsRepository,
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
   * Errors: member.tag_unknown, member.nobody_chosen, member.too_many_chosen.
   */
  tag(actor: Actor, input: BulkTagInput, key: string): Promise<CommandOutcome<BulkTaggedView>> {
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'member.bulk_tag', actor, request: input }, async () => {
        const { add = [], remove = [], memberIds, filter } = input;
        const names = await this.tagNames(tx, { add, remove });
        const members = await this.chosen(tx, memberIds, filter && filterOf(filter));
        const changed = await this.tags.change(tx, members, { add, remove }, actor.staffId);
        const done = { members: members.length, ...changed };
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

  private async tagNames(tx: Tx, { add, remove }: TagChange): Promise<Map<number, string>> {
    const ids = [...add, ...remove];
    const names = await this.tags.names(tx, ids);
    const isUnknown = (id: number): boolean => !names.has(id);
    if (!ids.length || ids.some(isUnknown))
      throw atField(remove.some(isUnknown) ? 'remove' : 'add', MemberError.tagUnknown());
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
