import { bulkInsert, restartIdentity } from '#kernel';
import type pg from 'pg';

const HEAD_OFFICE = 1;
const COLUMNS = ['name', 'phone', 'levelName', 'homeStoreName'];

const view = (
  id: number,
  name: string,
  filters: Record<string, string>,
  columns: readonly string[],
) => ({
  id,
  list_id: 'members',
  name,
  staff_id: HEAD_OFFICE,
  shared: true,
  filters,
  columns: columns.map((column) => ({ id: column })),
  sort: '',
});

/** Views that head office shares, and keys that know when their members were last here. */
export async function demoLists(client: pg.Client, at: Date): Promise<void> {
  const views = [
    view(1, '金卡和钻石卡', { levelId: '3,4' }, [...COLUMNS, 'principalCents', 'lastVisitOn']),
    view(2, '挂失待处理', { cardStatus: 'lost' }, [...COLUMNS, 'cardCount', 'principalCents']),
    view(3, '有欠款', { hasDebt: 'true' }, [...COLUMNS, 'principalCents', 'points']),
  ];
  await bulkInsert(
    client,
    'list_view',
    views.map((row) => ({ ...row, created_at: at, updated_at: at })),
  );
  await restartIdentity(client, 'list_view');
  // Fresh tables have no statistics, and without them this takes minutes.
  await client.query('ANALYZE sale, member, member_key');
  await client.query(
    `UPDATE member_key k SET seen_on = coalesce(v.seen_on, m.joined_on)
       FROM member m LEFT JOIN (SELECT s.member_id, max(s.business_date) AS seen_on FROM sale s GROUP BY s.member_id) v ON v.member_id = m.id
      WHERE k.member_id = m.id AND k.kind <> 'phone'`,
  );
}
