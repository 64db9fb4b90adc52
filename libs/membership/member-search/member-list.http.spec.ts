import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Env, FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../cards/cards.fixtures.js';
import { aMember, type FixtureMember } from '../members/members.fixtures.js';
import { ReportEngine } from '../../insight/reports/report-engine.js';
import { ExportFiles } from '../../insight/reports/exports/export-files.js';
import { ExportRunner } from '../../insight/reports/exports/export-runner.js';
import { ExportsRepository } from '../../insight/reports/exports/exports.repository.js';
import { toppedUp } from '../../value/wallets/wallets.fixtures.js';

const dataDir = await mkdtemp(path.join(tmpdir(), 'shuke-lists-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { app, as, db, org } = await testApp({ clock, env: { DATA_DIR: dataDir } });
const head = as('head');
const cashier = as('cashier');

const people: Record<'ming' | 'mei' | 'lee', FixtureMember> = {} as never;
const tags = { vip: 0, tea: 0 };

beforeAll(async () => {
  people.ming = await aMember(db, {
    name: '王小明',
    phone: '19900002046',
    levelId: org.levelIds.gold,
    joinedOn: '2026-03-01',
  });
  people.mei = await aMember(db, {
    name: '王小美',
    phone: '19911112046',
    storeId: org.binjiangId,
    joinedOn: '2026-05-20',
  });
  people.lee = await aMember(db, { name: 'Anna Lee', nickname: '安娜', phone: null });
  await anActiveCard(db, { memberId: people.ming.memberId });
  await anActiveCard(db, { memberId: people.mei.memberId, status: 'lost' });
  await toppedUp(db, people.ming, { principalCents: 500_00, bonusCents: 50_00, points: 20 });
  for (const [code, name] of [
    ['vip', '贵宾'],
    ['tea', '爱喝茶'],
  ] as const) {
    const { id } = await db.one<{ id: number }>(
      "INSERT INTO tag (name, color) VALUES ($1, 'blue') RETURNING id",
      [name],
    );
    tags[code] = id;
  }
  await db.query('INSERT INTO member_tag (member_id, tag_id) VALUES ($1, $2)', [
    people.ming.memberId,
    tags.vip,
  ]);
  await db.query(
    "INSERT INTO member_identity (member_id, document_kind, name, seen_by) VALUES ($1, 'passport', '王小美', $2)",
    [people.mei.memberId, org.staffIds.head],
  );
});

const list = async (query: Record<string, string>) =>
  (await cashier.get('/api/v1/members', { query })).body;
const namesOf = (body: { rows: { name: string }[] }) => body.rows.map(({ name }) => name);

describe('the list of members', () => {
  it.each([
    ['level', () => ({ levelId: String(org.levelIds.gold) }), ['王小明']],
    [
      'levels',
      () => ({ levelId: `${org.levelIds.gold},${org.levelIds.ordinary}` }),
      ['Anna Lee', '王小美', '王小明'],
    ],
    ['home store', () => ({ homeStoreId: String(org.binjiangId) }), ['王小美']],
    ['tag', () => ({ tagId: String(tags.vip) }), ['王小明']],
    ['a tag nobody has', () => ({ tagId: String(tags.tea) }), []],
    ['day of joining', () => ({ from: '2026-03-01', to: '2026-04-30' }), ['王小明']],
    ['card status', () => ({ cardStatus: 'lost' }), ['王小美']],
    ['debt', () => ({ hasDebt: 'true' }), []],
    ['no debt', () => ({ hasDebt: 'false' }), ['Anna Lee', '王小美', '王小明']],
    ['real name seen', () => ({ registered: 'true' }), ['王小美']],
    ['search', () => ({ q: 'wangxiao' }), ['王小美', '王小明']],
    ['search by last four', () => ({ q: '2046' }), ['王小美', '王小明']],
    ['search and level', () => ({ q: '小', levelId: String(org.levelIds.gold) }), ['王小明']],
    ['joined, the first first', () => ({ sort: 'joinedOn', q: '王' }), ['王小明', '王小美']],
  ])('is narrowed by %s', async (_name, query, names) => {
    const body = await list(query());
    expect(namesOf(body)).toEqual(names);
    expect(body.total).toBe(names.length);
  });

  it('shows what is on the wallet today, tags and the last visit', async () => {
    const { rows } = await list({ levelId: String(org.levelIds.gold) });
    expect(rows[0]).toMatchObject({
      id: people.ming.memberId,
      phoneMasked: '199****2046',
      cardCount: 1,
      principalCents: 500_00,
      bonusCents: 50_00,
      points: 20,
      tags: ['贵宾'],
      registered: false,
      lastVisitOn: null,
    });
  });

  it('counts what may be spent today: no lot that has expired or waits, one that is released', async () => {
    const owner = await aMember(db, { name: '许多多' });
    const lot = (amountCents: number, releasesOn: string | null, expiresOn: string | null) => ({
      amountCents,
      releasesOn,
      expiresOn,
    });
    const bonusLots = [
      lot(1_00, null, '2026-11-21'),
      lot(2_00, '2026-11-22', null),
      lot(4_00, '2026-11-23', null),
      lot(8_00, null, '2026-11-22'),
    ];
    await toppedUp(db, owner, { principalCents: 100_00, bonusLots });
    const [row] = (await list({ q: '许多多' })).rows;
    expect(row).toMatchObject({ principalCents: 100_00, bonusCents: 10_00, points: 0 });
    const { wallet } = (await cashier.get(`/api/v1/members/${owner.memberId}`)).body;
    expect(wallet).toMatchObject({ principalCents: 100_00, bonusCents: 10_00, points: 0 });
  });

  it('refuses what is no filter', async () => {
    for (const query of ['cardStatus=gone', 'levelId=x', 'from=2026-02-30', 'sort=phone'])
      expect((await cashier.get('/api/v1/members', { query })).status).toBe(422);
  });
});

describe('tags for many members', () => {
  const tag = (body: object, key = randomUUID()) =>
    cashier.post('/api/v1/members/tags', body, { key });

  it('are put on and taken off in one act, recorded once', async () => {
    const memberIds = [people.ming.memberId, people.mei.memberId];
    const key = randomUUID();
    const body = { memberIds, add: [tags.tea], remove: [tags.vip] };
    const { status, body: done } = await tag(body, key);
    expect([status, done]).toEqual([200, { members: 2, added: 2, removed: 1 }]);
    expect(namesOf(await list({ tagId: String(tags.tea) }))).toEqual(['王小美', '王小明']);
    const again = await tag(body, key);
    expect([again.body, again.headers['idempotency-replayed']]).toEqual([done, 'true']);
    const records = await db.query<{ after: object }>(
      "SELECT after FROM audit_record WHERE action = 'member.bulk_tag'",
    );
    expect(records).toEqual([{ after: { ...done, add: ['爱喝茶'], remove: ['贵宾'], memberIds } }]);
  });

  it('reach all that the list shows', async () => {
    const filter = { q: '小', levelId: [org.levelIds.ordinary] };
    expect((await tag({ filter, add: [tags.vip] })).body).toMatchObject({ members: 1, added: 1 });
    expect(namesOf(await list({ tagId: String(tags.vip) }))).toEqual(['王小美']);
  });

  it.each([
    ['nobody', () => ({ add: [tags.vip] }), 'member.nobody_chosen'],
    [
      'nobody that matches',
      () => ({ filter: { q: '没有人' }, add: [tags.vip] }),
      'member.nobody_chosen',
    ],
    ['no tag', () => ({ filter: {}, add: [] }), 'member.tag_unknown'],
    ['a tag that is gone', () => ({ filter: {}, add: [999_999] }), 'member.tag_unknown'],
  ])('refuse %s', async (_name, body, code) => {
    expect((await tag(body())).body.code).toBe(code);
  });

  it('need the right to edit members', async () => {
    await db.query(
      "UPDATE role SET permissions = array_remove(permissions, 'member.edit') WHERE code = 'cashier'",
    );
    expect((await tag({ filter: {}, add: [tags.vip] })).status).toBe(403);
  });
});

describe('the list of members as a file', () => {
  const runExport = (exportId: number) =>
    new ExportRunner(
      db,
      new ExportsRepository(),
      new ReportEngine(db),
      new ExportFiles(app.get(Env), clock),
      clock,
    ).run({ exportId }, { outboxId: 1, signal: new AbortController().signal });
  const exported = async (who: typeof head, body: object): Promise<string[]> => {
    const asked = await who.post('/api/v1/reports/member-list/exports', {
      format: 'csv',
      locale: 'zh-CN',
      filters: {},
      ...body,
    });
    expect(asked.status).toBe(201);
    await runExport(asked.body.id);
    const file = await who.get(`/api/v1/exports/${asked.body.id}/file`);
    return file.text.replace('\uFEFF', '').trim().split('\r\n');
  };

  it('has the rows, columns and order that are shown', async () => {
    const lines = await exported(head, {
      filters: { q: '王', from: '2026-01-01' },
      sort: 'joinedOn',
      columns: ['homeStoreName', 'name', 'principalCents', 'joinedOn'],
    });
    expect(lines).toEqual([
      '归属门店,姓名,本金,入会日期',
      '人民路店,王小明,500.00,2026-03-01',
      '滨江店,王小美,0.00,2026-05-20',
      '合计,,500.00,',
    ]);
  });

  it('has whole phone numbers for those who may see them, and says so in the record', async () => {
    const columns = { filters: { q: '王小明' }, columns: ['name', 'phone'] };
    expect(await exported(head, columns)).toContain('王小明,19900002046');
    await db.query(
      "UPDATE role SET permissions = permissions || '{report.export}' WHERE code = 'cashier'",
    );
    expect(await exported(cashier, columns)).toContain('王小明,199****2046');
    const records = await db.query<{ full: boolean }>(
      "SELECT (after ->> 'fullPhones')::boolean AS full FROM audit_record WHERE action = 'report.export' ORDER BY id DESC LIMIT 2",
    );
    expect(records.map(({ full }) => full)).toEqual([false, true]);
  });

  it('is read on the screen of reports only in part too', async () => {
    const { body } = await head.get('/api/v1/reports/member-list/rows', { query: { q: '王小明' } });
    expect(body.rows[0].phone).toBe('199****2046');
    expect(
      (await head.get('/api/v1/reports')).body.map(({ id }: { id: string }) => id),
    ).not.toContain('member-list');
  });

  it('lists the same members as the page, whatever is asked', async () => {
    const asked: Record<string, string>[] = [
      {},
      { levelId: String(org.levelIds.gold) },
      { q: '2046' },
      { hasDebt: 'false', registered: 'true' },
      { cardStatus: 'active' },
      { tagId: `${tags.vip},${tags.tea}` },
    ];
    for (const filters of asked) {
      const page = await head.get('/api/v1/members', { query: filters });
      const rows = await head.get('/api/v1/reports/member-list/rows', { query: filters });
      expect(rows.body.rows.map(({ id }: { id: number }) => id)).toEqual(
        page.body.rows.map(({ id }: { id: number }) => id),
      );
    }
  });
});
