import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Env, FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { ReportEngine } from '../../insight/reports/report-engine.js';
import { ExportFiles } from '../../insight/reports/exports/export-files.js';
import { ExportRunner } from '../../insight/reports/exports/export-runner.js';
import { ExportsRepository } from '../../insight/reports/exports/exports.repository.js';

const dataDir = await mkdtemp(path.join(tmpdir(), 'shuke-audit-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { app, as, db, org } = await testApp({ clock, env: { DATA_DIR: dataDir } });
const head = as('head');
const manager = as('manager');

beforeAll(async () => {
  await db.query(
    "UPDATE role SET permissions = permissions || '{audit.read,report.export}' WHERE code = 'manager'",
  );
  const record = (storeId: number | null, action: string, before: object, after: object) =>
    db.query(
      `INSERT INTO audit_record (at, staff_id, store_id, action, subject_kind, subject_id, before, after)
       VALUES ($1, $2, $3, $4, 'product', '7', $5, $6)`,
      [clock.now(), org.staffIds.head, storeId, action, before, after],
    );
  await record(
    org.renminId,
    'product.store_price',
    { priceCents: 10_00 },
    { priceCents: 1_234_00 },
  );
  await record(null, 'product.edit', { discountable: true }, { discountable: false });
});

const FILTERS = { subjectKind: 'product' };
async function file(who: typeof head, filters: object = FILTERS, locale = 'zh-CN') {
  const asked = await who.post('/api/v1/reports/audit-list/exports', {
    ...{ format: 'csv', locale, filters },
    columns: ['action', 'subjectKind', 'subjectId', 'changes', 'storeName'],
  });
  await new ExportRunner(
    db,
    new ExportsRepository(),
    new ReportEngine(db),
    new ExportFiles(app.get(Env), clock),
    clock,
  ).run({ exportId: asked.body.id }, { outboxId: 1, signal: new AbortController().signal });
  const text = await readFile(path.join(dataDir, 'exports', `${asked.body.id}.csv`), 'utf8');
  return { id: asked.body.id as number, lines: text.trim().split('\r\n').slice(1) };
}

describe('the audit log as a file', () => {
  it('says in words what was done and what changed, in both languages', async () => {
    expect((await file(head)).lines).toEqual([
      '修改商品,商品,7,参与折扣: 是 → 否,',
      '修改门店价,商品,7,"门店价: ¥10.00 → ¥1,234.00",人民路店',
    ]);
    expect((await file(head, FILTERS, 'en')).lines[0]).toMatch(/Yes → No/);
  });

  it('has what belongs to no store for the whole chain only, and while they are of the whole chain', async () => {
    expect((await file(manager)).lines).toHaveLength(1);
    expect((await file(head, { ...FILTERS, storeId: org.renminId })).lines).toHaveLength(1);
    const { id } = await file(head);
    const taken = () => head.get(`/api/v1/exports/${id}/file`);
    expect((await taken()).status).toBe(200);
    const chain = (allStores: boolean) =>
      db.query("UPDATE role SET all_stores = $1 WHERE code = 'head_office'", [allStores]);
    await db.query(
      'INSERT INTO staff_store (staff_id, store_id) SELECT $1, id FROM store ON CONFLICT DO NOTHING',
      [org.staffIds.head],
    );
    await chain(false);
    expect((await as('head').get(`/api/v1/exports/${id}/file`)).body.code).toBe(
      'export.no_longer_allowed',
    );
    await chain(true);
  });

  it('takes days as the chain counts them', async () => {
    const of = async (query: Record<string, string>) =>
      (await head.get('/api/v1/audit', { query: { ...FILTERS, ...query } })).body.total;
    await db.query(
      `INSERT INTO audit_record (at, staff_id, action, subject_kind, subject_id) VALUES ('2026-11-22T16:30:00Z', $1, 'product.edit', 'product', '8')`,
      [org.staffIds.head],
    );
    // Half past midnight of the 23rd.
    expect(await of({ from: '2026-11-23', to: '2026-11-23' })).toBe(1);
    expect(await of({ from: '2026-11-22', to: '2026-11-22' })).toBe(2);
  });
});
