import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type TestAnswer, testApp } from '#workshop/testing';
import { FIXTURE_PIN } from '../../../../libs/membership/members/members.fixtures.js';
import { ErasingService } from '../../../../libs/membership/merging/erasing.service.js';
import { MergeRepository } from '../../../../libs/membership/merging/merge.repository.js';
import { aSaver } from './act-samples.fixtures.js';
import { twoPlaces } from './place.fixtures.js';
import { aWorld } from './world.fixtures.js';

// Every member of the walks, after every act was done with them, is erased: no column of the database knows their names and
// phones any more. A new table or fact that keeps one is found here.
const { jest } = import.meta;
const api = await testApp({ books: 'damaged' });
const { db, as } = api;
const { here } = await twoPlaces(api);

interface Person {
  id: number;
  name: string;
  phone: string | null;
}

type Saver = Awaited<ReturnType<typeof aSaver>>;

/** What the acts of the walks leave out: what is asked, looked for, sent, imported, taken away as a file. */
async function moreOf(one: Saver, other: Saver): Promise<void> {
  const done = async (answer: Promise<TestAnswer>) => {
    const { status, text } = await answer;
    expect(status < 300 ? null : text).toBeNull();
  };
  const key = () => ({ key: randomUUID() });
  const on = `/api/v1/members/${one.memberId}`;
  const { desk, head, approval, storeId } = here;
  const transfer = { toMemberId: other.memberId, amountCents: 600_00, pin: FIXTURE_PIN };
  const asked = await desk.post(`${on}/transfers`, transfer, key());
  expect(asked.body).toMatchObject({ code: 'approval.required' });
  const { kind, subjectKind, subjectId, amountCents, facts } = asked.body.params;
  const request = { kind, subjectKind, subjectId, amountCents, facts, storeId };
  await done(desk.post('/api/v1/approvals', { ...request, note: `给${other.name}` }, key()));
  await done(desk.post(`${on}/transfers`, { ...transfer, approval }, key()));
  await done(desk.patch(on, { version: 1, nickname: `小${one.name}`, note: one.name }));
  const document = { documentKind: 'id_card', name: one.name, version: 0 };
  const registered = await desk.put(`${on}/identity`, document, key());
  const anew = { ...document, documentKind: 'passport', version: registered.body.version };
  await done(desk.put(`${on}/identity`, { ...anew, approval }, key()));
  await done(desk.post(`${on}/contacts`, { channel: 'phone', body: one.name }, key()));
  for (const q of [one.phone, one.name])
    for (const path of ['members/lookup', 'members', 'sales', 'messages', 'top-ups', 'payouts'])
      await done(desk.get(`/api/v1/${path}?${new URLSearchParams({ q: q ?? '' })}`));
  for (const reportId of ['member-list', 'message-list', 'payout-list', 'top-up-list']) {
    const file = { filters: { q: one.phone }, format: 'xlsx', locale: 'zh-CN' };
    await done(desk.post(`/api/v1/reports/${reportId}/exports`, file, key()));
  }
  await db.query(
    `INSERT INTO message (kind, member_id, store_id, phone, body, segments, status) VALUES ('refund', $1, $2, $3, $4, 1, 'sent')`,
    [one.memberId, storeId, one.phone, `${one.name}您好`],
  );
  await db.query(
    "INSERT INTO member_consent (member_id, channel, granted, source) VALUES ($1, 'sms_marketing', true, 'desk')",
    [one.memberId],
  );
  const campaign = { name: '回馈', body: '{姓名}您好', memberIds: [one.memberId], expected: 1 };
  await done(head.post('/api/v1/campaigns', campaign, key()));
  const client = new pg.Client({ connectionString: api.database.superuserUrl });
  await client.connect();
  await client.query(
    `INSERT INTO number_collision (kind, number, kept_by, other_id, other_number) VALUES ('phone', $3, $1, $2, '86' || $3)`,
    [one.memberId, other.memberId, one.phone],
  );
  await client.query(
    `INSERT INTO import_line (import_id, line_no, cells) SELECT max(id), 77, jsonb_build_array($1::text, $2::text) FROM import_job`,
    [one.name, one.phone],
  );
  await client.query(
    `INSERT INTO import_row (row_key, fingerprint, import_id, line_no, member_id, store_id, staff_id, business_date, at, principal_cents, bonus_cents, points, spend_cents)
     SELECT 'x', 'x', max(id), 77, $1, $2, $3, '2026-11-22', now(), 0, 0, 0, 0 FROM import_job`,
    [one.memberId, storeId, here.staffId],
  );
  await client.end();
}

/** Where these texts stand in the database, as table.column. */
async function keptIn(words: readonly string[]): Promise<string[]> {
  const columns = await db.query<{ table: string; column: string }>(
    `SELECT format('%I.%I', c.table_schema, c.table_name) AS table, format('%I', c.column_name) AS column
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
        AND c.data_type IN ('text', 'json', 'jsonb', 'character varying', 'ARRAY')`,
  );
  const looked = columns.map(
    ({ table, column }) =>
      `SELECT '${table}.${column} ' || w AS found FROM unnest($1::text[]) w WHERE EXISTS (SELECT FROM ${table} t WHERE strpos(t.${column}::text, w) > 0)`,
  );
  const rows = await db.query<{ found: string }>(looked.join(' UNION ALL '), [words]);
  return rows.map(({ found }) => found);
}

it('leaves no name and no phone of anybody in any table', async () => {
  await aWorld(here);
  await moreOf(await aSaver(here, 900_00), await aSaver(here, 100_00));
  // The newest first: the receiver before the giver, and 王小12 before 王小1.
  const people = await db.query<Person>(
    "SELECT id, coalesce(name, nickname) AS name, phone FROM member WHERE status = 'active' ORDER BY id DESC",
  );
  // What they have left is no matter here.
  const service = ErasingService.prototype as unknown as { assertSettled(): Promise<void> };
  jest.spyOn(service, 'assertSettled').mockResolvedValue();
  jest.spyOn(MergeRepository.prototype, 'closeAccounts').mockResolvedValue();
  const head = as('head');
  const left: string[] = [];
  for (const [index, { id, name, phone }] of people.entries()) {
    const body = { confirmation: name };
    const answer = await head.post(`/api/v1/members/${id}/erasing`, body, { key: randomUUID() });
    expect(answer.status < 300 ? null : answer.text).toBeNull();
    // Of several with one name, the last.
    const others = people.slice(index + 1).map((other) => other.name);
    const words = [name, phone ?? name].filter((word) => !others.some((of) => of.includes(word)));
    left.push(...(await keptIn(words)));
  }
  expect(left).toEqual([]);
});
