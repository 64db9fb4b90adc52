import { Injectable } from '@nestjs/common';
import {
  maskPhone,
  pageOf,
  type Actor,
  type Page,
  type PageQuery,
  type Sql,
  type Tx,
} from '#kernel';
import type { Ask } from './segment-audience.js';
import type {
  SegmentFieldOption,
  SegmentMember,
  SegmentOption,
  SegmentOptions,
  SegmentQuery,
  SegmentView,
} from './segment.dto.js';
import { segmentList } from './segment-list.report.js';
import type { SegmentFilter, SegmentVisibility } from './segment.rules.js';

export type SegmentRecord = Omit<SegmentView, 'editable'>;

export interface NewSegment {
  name: string;
  filter: SegmentFilter;
  visibility: SegmentVisibility;
}

const RECORD = `SELECT g.id, g.name, g.filter, g.visibility, g.owner_id AS "ownerId", o.name AS "ownerName", n.members, n.counted_at AS "countedAt",
    g.updated_at AS "updatedAt", g.version
  FROM segment g JOIN staff o ON o.id = g.owner_id LEFT JOIN segment_count n ON n.segment_id = g.id AND n.staff_id = $1`;
const SEEN = "g.archived_at IS NULL AND (g.owner_id = $1 OR g.visibility = 'shared')";

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

  async insert(tx: Tx, ownerId: number, segment: NewSegment): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      'INSERT INTO segment (name, filter, visibility, owner_id) VALUES ($1, $2, $3, $4) RETURNING id',
      [segment.name, JSON.stringify(segment.filter), segment.visibility, ownerId],
    );
    return id;
  }

  async update(tx: Tx, id: number, segment: NewSegment, at: Date): Promise<void> {
    await tx.query(
      'UPDATE segment SET name = $2, filter = $3, visibility = $4, updated_at = $5, version = version + 1 WHERE id = $1',
      [id, segment.name, JSON.stringify(segment.filter), segment.visibility, at],
    );
  }

  async archive(tx: Tx, id: number, at: Date): Promise<void> {
    await tx.query(
      'UPDATE segment SET archived_at = $2, version = version + 1 WHERE id = $1 AND archived_at IS NULL',
      [id, at],
    );
  }

  async keepCount(sql: Sql, id: number, staffId: number, members: number, at: Date): Promise<void> {
    await sql.query(
      `INSERT INTO segment_count (segment_id, staff_id, members, counted_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (segment_id, staff_id) DO UPDATE SET members = excluded.members, counted_at = excluded.counted_at`,
      [id, staffId, members, at],
    );
  }

  async count(ask: Ask, where: string): Promise<{ members: number; withPhone: number }> {
    const [counted] = await ask<{ members: number; withPhone: number }>(
      () =>
        `SELECT count(*) AS members, count(m.phone) AS "withPhone" FROM member m WHERE ${where}`,
    );
    return counted ?? { members: 0, withPhone: 0 };
  }

  /** Newest members first. */
  async members(ask: Ask, where: string, limit: number, offset = 0): Promise<SegmentMember[]> {
    const rows = await ask<Omit<SegmentMember, 'phoneMasked'> & { phone: string | null }>(
      (few, after) => `
        WITH found AS MATERIALIZED (SELECT m.id FROM member m WHERE ${where} ORDER BY m.id DESC LIMIT ${few}::int OFFSET ${after}::int)
        SELECT m.id, coalesce(m.name, m.nickname) AS name, m.phone, l.name AS "levelName", s.name AS "homeStoreName", m.joined_on AS "joinedOn",
               coalesce(p.balance, 0) AS "principalCents", coalesce(b.balance, 0) AS "bonusCents", coalesce(x.balance, 0) AS points
          FROM found f JOIN member m ON m.id = f.id JOIN level l ON l.id = m.level_id JOIN store s ON s.id = m.home_store_id
          JOIN wallet w ON w.member_id = m.id
          LEFT JOIN ledger.account p ON p.kind = 'principal' AND p.owner_id = w.id AND p.unit = 'CNY'
          LEFT JOIN ledger.account b ON b.kind = 'bonus' AND b.owner_id = w.id AND b.unit = 'CNY'
          LEFT JOIN ledger.account x ON x.kind = 'points' AND x.owner_id = m.id AND x.unit = 'PTS'
         ORDER BY m.id DESC`,
      limit,
      offset,
    );
    return rows.map(({ phone, ...row }) => ({ ...row, phoneMasked: maskPhone(phone) }));
  }

  async page(ask: Ask, where: string, query: PageQuery): Promise<Page<SegmentMember>> {
    const { page, pageSize, limit, offset } = pageOf(query);
    const { members } = await this.count(ask, where);
    return {
      rows: await this.members(ask, where, limit, offset),
      total: members,
      page,
      pageSize,
    };
  }

  async options(sql: Sql, actor: Actor): Promise<SegmentOptions> {
    const choices = (text: string, params: unknown[] = []) =>
      sql.query<SegmentOption>(text, params);
    const mine = [actor.storeIds];
    return {
      levels: await choices('SELECT id::text AS value, name AS label FROM level ORDER BY rank'),
      stores: await choices(
        "SELECT id::text AS value, name AS label FROM store WHERE id = ANY ($1) AND type = 'branch' ORDER BY id",
        mine,
      ),
      regions: await choices(
        "SELECT DISTINCT region AS value, region AS label FROM store WHERE id = ANY ($1) AND type = 'branch' AND region <> '' ORDER BY region",
        mine,
      ),
      tags: await choices('SELECT id::text AS value, name AS label FROM tag ORDER BY name'),
      fields: await sql.query<SegmentFieldOption>(
        'SELECT code, label, kind, options FROM member_field WHERE active ORDER BY position, id',
      ),
    };
  }
}
