import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { Env, FixedClock } from '#kernel';
import { testApp } from '#testing';
import { aShopper, shelved } from '../sales/sales.fixtures.js';
import { ReportEngine } from './engine/report-engine.js';
import { ExportFiles } from './exports/export-files.js';
import { ExportRunner } from './exports/export-runner.js';
import { ExportsRepository } from './exports/exports.repository.js';
import { REPORTS } from './report-catalogue.js';
import { REPORT_TEXT } from './report.locale.js';

const dataDir = await mkdtemp(path.join(tmpdir(), 'shuke-exports-'));
const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { app, db, org, as } = await testApp({ clock, env: { DATA_DIR: dataDir } });
const head = as('head');
const manager = as('manager');
const cashier = as('cashier');
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const ROWS = '/api/v1/reports/consumption-detail/rows';
const november = { from: '2026-11-01', to: '2026-11-30' };
const sold = { valid: 0, voided: 0, elsewhere: 0 };

async function sell(storeId: number, name: string): Promise<number> {
  const at = { storeId, staffId: org.staffIds.manager };
  const [shopper, product] = await db.write(async (tx) => [
    await aShopper(tx, {
      ...at,
      levelId: org.levelIds.gold,
      principalCents: 100_00,
      bonusCents: 20_00,
    }),
    await shelved(tx, at, { name, priceCents: 50_00 }),
  ]);
  const answer = await manager.post(
    '/api/v1/sales',
    {
      memberId: shopper.memberId,
      cardNo: shopper.cardNo,
      lines: [{ productId: product.id, qtyMilli: 2_000, unitPriceCents: 50_00 }],
      tenders: [
        { tender: 'wallet', amountCents: 60_00 },
        { tender: 'cash', amountCents: 30_00, givenCents: 30_00 },
      ],
      dueCents: 90_00,
    },
    { key: randomUUID() },
  );
  expect(answer.status).toBe(201);
  return answer.body.saleId;
}

beforeAll(async () => {
  sold.valid = await sell(org.renminId, '洗发水');
  sold.voided = await sell(org.renminId, '护发素');
  const voided = await manager.post(
    `/api/v1/sales/${sold.voided}/void`,
    { reason: '录错' },
    { key: randomUUID() },
  );
  expect(voided.status).toBeLessThan(300);
  await manager.put('/api/v1/session/till', { tillId: org.binjiangTillId });
  sold.elsewhere = await sell(org.binjiangId, '梳子');
  await db.query(
    "UPDATE member SET name = '=王小明' WHERE id = (SELECT member_id FROM sale WHERE id = $1)",
    [sold.valid],
  );
});

const runnerAt = (now: FixedClock) =>
  new ExportRunner(
    db,
    new ExportsRepository(),
    new ReportEngine(db),
    new ExportFiles(app.get(Env), now),
    now,
  );
const runExport = (exportId: number) =>
  runnerAt(clock).run({ exportId }, { outboxId: 1, signal: new AbortController().signal });

describe('consumption detail', () => {
  it('shows a row per sale, voided ones marked and outside the totals', async () => {
    const { status, body } = await head.get(ROWS, { query: { ...november, pageSize: '2' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 3, page: 1, pageSize: 2 });
    expect(body.rows.map((row: { id: number }) => row.id)).toEqual([sold.elsewhere, sold.voided]);
    expect(body.rows[1]).toMatchObject({
      saleId: sold.voided,
      businessDate: '2026-11-22',
      storeName: '人民路店',
      staffName: '孙店长',
      tenders: ['wallet', 'cash'],
      listCents: 100_00,
      discountCents: 10_00,
      dueCents: 90_00,
      principalCents: 50_00,
      bonusCents: 10_00,
      receivedCents: 30_00,
      voided: true,
    });
    expect(body.totals).toEqual({
      listCents: 200_00,
      discountCents: 20_00,
      dueCents: 180_00,
      principalCents: 100_00,
      bonusCents: 20_00,
      receivedCents: 60_00,
      pointsEarned: 160,
    });
  });

  it('opens a row to its lines, in the stores one may see', async () => {
    expect((await head.get(`${ROWS}/${sold.valid}/detail`)).body).toEqual([
      expect.objectContaining({
        lineNo: 1,
        productName: '洗发水',
        qtyMilli: 2_000,
        unitPriceCents: 50_00,
        payRateBps: 9_000,
        listCents: 100_00,
        netCents: 90_00,
      }),
    ]);
    await db.query('UPDATE role SET permissions = permissions || $1 WHERE code = $2', [
      ['report.consumption_detail', 'report.export'],
      'cashier',
    ]);
    expect((await cashier.get(`${ROWS}/${sold.elsewhere}/detail`)).body).toMatchObject({
      code: 'report.row_not_found',
    });
    expect(
      (await cashier.get(ROWS, { query: november })).body.rows.map((row: { id: number }) => row.id),
    ).toEqual([sold.voided, sold.valid]);
    const foreign = await cashier.get(ROWS, {
      query: { ...november, storeIds: String(org.binjiangId) },
    });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'access.store_forbidden']);
  });

  it.each([
    ['a store', () => ({ storeIds: `${org.binjiangId}` }), () => [sold.elsewhere]],
    ['voided only', () => ({ status: 'voided' }), () => [sold.voided]],
    [
      'valid only, cheapest receipt first',
      () => ({ status: 'valid', sort: 'receiptNo' }),
      () => [sold.elsewhere, sold.valid],
    ],
    ['a tender nobody used', () => ({ tender: 'alipay' }), () => []],
    ['somebody else at the till', () => ({ staffId: `${org.staffIds.cashier}` }), () => []],
    ['another month', () => ({ from: '2026-10-01', to: '2026-10-31' }), () => []],
  ])('filters by %s', async (_name, filters, expected) => {
    const { body } = await head.get(ROWS, { query: { ...november, ...filters() } });
    expect(body.rows.map((row: { id: number }) => row.id)).toEqual(expected());
    expect(body.total).toBe(expected().length);
  });

  it('finds a member by what the desk finds them by', async () => {
    const { memberId } = await db.one<{ memberId: number }>(
      'SELECT member_id AS "memberId" FROM sale WHERE id = $1',
      [sold.elsewhere],
    );
    await db.query(
      "INSERT INTO member_key (key, kind, member_id) VALUES ('wxm', 'initials', $1), ('a%b', 'name', $1)",
      [memberId],
    );
    expect((await head.get(ROWS, { query: { ...november, q: 'WX' } })).body.total).toBe(1);
    expect((await head.get(ROWS, { query: { ...november, q: 'a%' } })).body.total).toBe(1);
    expect((await head.get(ROWS, { query: { ...november, q: '%' } })).body.total).toBe(0);
  });

  it.each([
    [{}, ['from', 'to']],
    [{ ...november, to: '2026-10-01' }, ['to']],
    [{ ...november, from: '2026-02-30' }, ['from']],
    [
      { ...november, tender: 'gold', status: 'maybe', storeIds: 'x', staffId: '1,2' },
      ['storeIds', 'staffId', 'tender', 'status'],
    ],
    [{ ...november, sort: 'voided; DROP TABLE sale' }, ['sort']],
    [{ ...november, sort: 'tenders' }, ['sort']],
    [{ ...november, pageSize: '9999' }, ['pageSize']],
    [{ ...november, colour: 'red' }, ['colour']],
  ])('refuses %j, naming the fields', async (query, fields) => {
    const { status, body } = await head.get(ROWS, { query: query as Record<string, string> });
    expect([status, body.code]).toEqual([422, 'request.invalid']);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });
});

describe('an export', () => {
  const ask = (body: object) =>
    head.post('/api/v1/reports/consumption-detail/exports', {
      format: 'xlsx',
      locale: 'zh-CN',
      filters: november,
      ...body,
    });

  it('is a workbook with the rows and totals of the screen, for the person who asked', async () => {
    const { status, body: asked } = await ask({});
    expect(status).toBe(201);
    expect(asked).toMatchObject({
      reportId: 'consumption-detail',
      title: '消费明细',
      status: 'queued',
      rowsDone: 0,
      fileName: '消费明细_2026-11-01_2026-11-30.xlsx',
    });
    expect((await head.get(`/api/v1/exports/${asked.id}/file`)).body).toMatchObject({
      code: 'export.not_ready',
    });
    await runExport(asked.id);
    const { body: done } = await head.get(`/api/v1/exports/${asked.id}`);
    expect(done).toMatchObject({
      status: 'done',
      rowsDone: 3,
      rowsTotal: 3,
      expiresAt: '2026-11-29T04:00:00.000Z',
      errorCode: null,
    });

    const rows = await readSheet(path.join(dataDir, 'exports', `${asked.id}.xlsx`));
    const zh = REPORT_TEXT['zh-CN'];
    expect(rows[0]?.[0]).toBe('消费明细');
    expect(rows[1]?.[0]).toBe('营业日: 2026-11-01 至 2026-11-30  |  门店: 全部门店');
    expect(rows[3]).toEqual([
      '营业日',
      '时间',
      '小票号',
      '门店',
      '收银员',
      '会员',
      '支付方式',
      '原价',
      '优惠',
      '应收',
      '本金支付',
      '赠送金支付',
      '实收',
      '获得积分',
      '已作废',
    ]);
    expect(rows).toHaveLength(4 + 3 + 1);
    const mine = rows.slice(4, 7).find((row) => row[5] === '=王小明');
    expect(mine?.slice(0, 2)).toEqual([
      new Date('2026-11-22T00:00:00Z'),
      new Date('2026-11-22T12:00:00Z'),
    ]);
    expect(mine?.slice(6)).toEqual([
      `${zh.tenders.wallet}、${zh.tenders.cash}`,
      100,
      10,
      90,
      50,
      10,
      30,
      80,
      null,
    ]);
    expect(rows[7]?.slice(7, 14)).toEqual([200, 20, 180, 100, 20, 60, 160]);

    const file = await head.get(`/api/v1/exports/${asked.id}/file`);
    expect(file.status).toBe(200);
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="export-${asked.id}.xlsx"; filename*=UTF-8''${encodeURIComponent('消费明细_2026-11-01_2026-11-30.xlsx')}`,
    );
    expect(Number(file.headers['content-length'])).toBe(done.fileBytes);
    for (const path of ['', '/file'])
      expect((await manager.get(`/api/v1/exports/${asked.id}${path}`)).body).toMatchObject({
        code: 'export.not_found',
      });
  });

  it('keeps to the stores of the person who asked, in the language they asked for', async () => {
    const { body: asked } = await cashier.post('/api/v1/reports/consumption-detail/exports', {
      format: 'csv',
      locale: 'en',
      filters: { ...november, sort: undefined },
      sort: 'receiptNo',
    });
    await runExport(asked.id);
    const { text } = await cashier.get(`/api/v1/exports/${asked.id}/file`);
    const lines = text.trim().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF?Business date,Time,Receipt,Store,/);
    expect(lines).toHaveLength(1 + 2 + 1);
    expect(lines[1]).toContain(",'=王小明,");
    expect(lines[3]).toMatch(/^Total,/);
  });

  it('can be cancelled, and expires after a week', async () => {
    const { body: first } = await ask({});
    expect((await head.delete(`/api/v1/exports/${first.id}`)).status).toBe(204);
    await runExport(first.id);
    expect((await head.get(`/api/v1/exports/${first.id}`)).body).toMatchObject({
      status: 'cancelled',
      rowsDone: 0,
    });

    const { body: second } = await ask({ format: 'csv' });
    await runExport(second.id);
    await runnerAt(new FixedClock(new Date('2026-11-29T03:59:59Z'))).tidy();
    expect((await head.get(`/api/v1/exports/${second.id}/file`)).status).toBe(200);
    await runnerAt(new FixedClock(new Date('2026-11-29T04:00:00Z'))).tidy();
    const gone = await head.get(`/api/v1/exports/${second.id}/file`);
    expect([gone.status, gone.body.code]).toEqual([410, 'export.gone']);
  });

  it('refuses what the rows refuse, and more than five at once', async () => {
    expect((await ask({ filters: { ...november, tender: 'gold' } })).status).toBe(422);
    expect((await ask({ filters: [] })).status).toBe(422);
    expect((await ask({ format: 'pdf' })).status).toBe(422);
    expect(
      (
        await head.post('/api/v1/reports/nothing/exports', {
          format: 'csv',
          locale: 'en',
          filters: {},
        })
      ).body.code,
    ).toBe('report.not_found');
    for (let n = 0; n < 5; n += 1) expect((await ask({})).status).toBe(201);
    expect((await ask({})).body.code).toBe('export.too_many');
  });
});

describe('the catalogue of reports', () => {
  it('is shown to those who may open them', async () => {
    const { body } = await manager.get('/api/v1/reports');
    expect(body.map(({ id }: { id: string }) => id)).toEqual(['consumption-detail']);
    expect(body[0]).toMatchObject({
      group: 'sales',
      exportable: true,
      filters: expect.arrayContaining([{ id: 'period', type: 'period', params: ['from', 'to'] }]),
    });
    await db.query(
      "UPDATE role SET permissions = array_remove(permissions, 'report.consumption_detail') WHERE code = 'cashier'",
    );
    expect((await cashier.get('/api/v1/reports')).body).toEqual([]);
    expect((await cashier.get(ROWS, { query: november })).status).toBe(403);
  });

  it.each(REPORTS.map((report) => [report.id, report] as const))(
    '%s keeps its contract',
    async (id, report) => {
      for (const text of Object.values(REPORT_TEXT)) {
        expect(text.reports[id]).toBeTruthy();
        expect(text.groups[report.group]).toBeTruthy();
        for (const name of Object.keys({ ...report.columns, ...report.detail?.columns }))
          expect(text.columns[name]).toBeTruthy();
        for (const [name, filter] of Object.entries(report.filters)) {
          expect(text.filters[name]).toBeTruthy();
          if (filter.options && name !== 'tender')
            for (const option of filter.options) expect(text.options[name]?.[option]).toBeTruthy();
        }
      }
      const params = Object.values(report.filters).flatMap((filter) => filter.params);
      expect(new Set(params).size).toBe(params.length);
      const { rows } = (await head.get(`/api/v1/reports/${id}/rows`, { query: november })).body;
      for (const row of rows)
        for (const name of ['id', ...Object.keys(report.columns)]) expect(row).toHaveProperty(name);
      for (const name of Object.keys(report.columns).filter(
        (column) => report.columns[column]?.sortable,
      )) {
        for (const sort of [name, `-${name}`])
          expect(
            (await head.get(`/api/v1/reports/${id}/rows`, { query: { ...november, sort } })).status,
          ).toBe(200);
      }
      // Without a store there is nothing to see, in rows and in what they open to.
      const raw = Object.fromEntries(
        Object.entries(report.filters).map(([name, filter]) => [
          name,
          filter.read(november, () => undefined),
        ]),
      );
      const nowhere = { storeIds: [] };
      const { totals } = await new ReportEngine(db).page(
        { report, filters: raw, scope: nowhere, sort: report.orderBy[0] },
        10,
        0,
      );
      expect(totals.rows).toBe(0);
      for (const row of rows)
        expect(await new ReportEngine(db).detail({ report, scope: nowhere }, row.id)).toEqual([]);
    },
  );
});
