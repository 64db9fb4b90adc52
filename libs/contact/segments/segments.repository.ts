import { Injectable } from '@nestjs/common';
import { maskPhone, pageOf, type Page, type Sql, type Tx } from '#kernel';
import { memberRows } from '#membership/member-search';
import { run, sql } from '#kernel/lists';
import type { Ask } from './segment-audience.js';
import type {
  SegmentMember,
  SegmentMemberQuery,
  SegmentQuery,
  SegmentView,
} from './segment.dto.js';
import { segmentList } from './segment-list.report.js';

export type SegmentRecord = Omit<SegmentView, 'editable'>;

const RECORD = `SELECT g.id, g.name, g.filter, g.visibility, g.owner_id AS "ownerId", o.name AS "ownerName", n.members, n.counted_at AS "countedAt",
    g.updated_at AS "updatedAt", g.version
  FROM segment g JOIN staff o ON o.id = g.owner_id LEFT JOIN segment_count n ON n.segment_id = g.id AND n.staff_id = $1`;
const SEEN = "g.archived_at IS NULL AND (g.owner_id = $1 OR g.visibility = 'shared')";

/** As the list of members is sorted; a segment is a question, its order is made anew. */
const MEMBER_ORDER: Record<string, string> = {
  name: 'coalesce(m.name, m.nickname) COLLATE by_name',
  levelName: '(SELECT l.name FROM level l WHERE l.id = m.level_id) COLLATE by_name',
  homeStoreName: '(SELECT s.name FROM store s WHERE s.id = m.home_store_id) COLLATE by_name',
  joinedOn: 'm.joined_on',
};

interface MembersAsked {
  today: string;
  limit: number;
  offset?: number;
  sort?: string | undefined;
}

@Injectable()
export class SegmentsRepository {
  find(sql: Sql, staffId: number, id: number): Promise<SegmentRecord | undefined> {
    return sql.maybe(`${RECORD} WHERE ${SEEN} AND g.id = $2`, [staffId, id]);
  }

  lock(tx: Tx, staffId: number, id: number): Promise<SegmentRecord | undefined> {
    return tx.maybe(`${RECORD} WHERE ${SEEN} AND g.id = $2 FOR UPDATE OF g`, [staffId, id]);
  }

  list(sql: Sql, staffId: number, query: SegmentQuery): Promise<Page<SegmentRecord>> {
    const filters = { q: query.q, segmentWhose: query.whose };
    return segmentList.page<SegmentRecord>(sql, filters, { storeIds: [], staffId }, query);
  }

  async count(ask: Ask, where: string): Promise<{ members: number; withPhone: number }> {
    const [counted] = await ask<{ members: number; withPhone: number }>(
      () =>
        `SELECT count(*) AS members, count(m.phone) AS "withPhone" FROM member m WHERE ${where}`,
    );
    return counted ?? { members: 0, withPhone: 0 };
  }

  /** Newest members first, or by what was asked; with what they may spend on the day. */
  async members(
    ask: Ask,
    where: string,
    { today, limit, offset = 0, sort = '-memberNo' }: MembersAsked,
  ): Promise<SegmentMember[]> {
    const way = sort.startsWith('-') ? 'DESC' : 'ASC';
    const by = MEMBER_ORDER[sort.replace('-', '')] ?? 'm.id';
    const keys = await ask<{ id: number }>(
      (few, after) =>
        `SELECT m.id FROM member m WHERE ${where} ORDER BY ${by} ${way}, m.id ${way} LIMIT ${few}::int OFFSET ${after}::int`,
      limit,
      offset,
    );
    const ids = keys.map(({ id }) => id);
    const rows = await run<SegmentMember & { phone: string | null }>(
      ask.tx,
      memberRows(sql`SELECT unnest(${ids}::bigint[]) AS id`, today),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      if (!row) return [];
      const { name, levelName, homeStoreName, joinedOn, principalCents, bonusCents, points } = row;
      const phoneMasked = maskPhone(row.phone);
      const who = { id, name, phoneMasked, levelName, homeStoreName, joinedOn };
      return [{ ...who, principalCents, bonusCents, points }];
    });
  }

  async page(
    ask: Ask,
    where: string,
    today: string,
    query: SegmentMemberQuery,
  ): Promise<Page<SegmentMember>> {
    const { page, pageSize, limit, offset } = pageOf(query);
    const { members } = await this.count(ask, where);
    return {
      rows: await this.members(ask, where, { today, limit, offset, sort: query.sort }),
      total: members,
      page,
      pageSize,
    };
  }
}
