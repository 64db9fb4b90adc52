import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { Env, FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { ReportEngine } from '../report-engine.js';
import { NOVEMBER, threeSales } from '../reports.fixtures.js';
import type { TableWriter } from '../table/table-writer.js';
import { ExportFiles } from './export-files.js';
import { ExportRunner } from './export-runner.js';
import { ExportsRepository } from './exports.repository.js';

const dataDir = await mkdtemp(path.join(tmpdir(), 'shuke-exports-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const house = await testApp({ clock, env: { DATA_DIR: dataDir } });
const { app, db, as } = house;
const head = as('head');
const manager = as('manager');
const cashier = as('cashier');

beforeAll(async () => {
  await threeSales(house);
  await db.query("UPDATE role SET permissions = permissions || $1 WHERE code = 'cashier'", [
    ['report.consumption_detail', 'report.export'],
  ]);
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

describe('an export', () => {
  const ask = (body: object) =>
    head.post('/api/v1/reports/consumption-detail/exports', {
      format: 'xlsx',
      locale: 'zh-CN',
      filters: NOVEMBER,
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
      '积分抵扣',
      '已退',
      '退货后',
      '获得积分',
      '已作废',
    ]);
    expect(rows).toHaveLength(4 + 3 + 1);
    const mine = rows.slice(4, 7).find((row) => row[5] === '=王小明');
    expect(mine?.slice(0, 2)).toEqual([
      new Date('2026-11-22T00:00:00Z'),
      new Date('2026-11-22T12:00:00Z'),
    ]);
    expect(mine?.slice(6)).toEqual(['储值、现金', 100, 10, 90, 50, 10, 30, 0, 0, 90, 80, null]);
    expect(rows[7]?.slice(7, 17)).toEqual([200, 20, 180, 100, 20, 60, 0, 0, 180, 160]);

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
      filters: { ...NOVEMBER, sort: undefined },
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

  it('has the columns that are shown, in their order, and says which rows count in no total', async () => {
    const { body: asked } = await ask({
      format: 'csv',
      columns: ['storeName', 'dueCents', 'receiptNo'],
    });
    await runExport(asked.id);
    const { text } = await head.get(`/api/v1/exports/${asked.id}/file`);
    expect(
      text
        .trim()
        .split('\r\n')
        .map((line: string) => line.replace(/^\uFEFF/, '').replace(/(?:RM|BJ)-[^,]*/, '#')),
    ).toEqual([
      '门店,应收,小票号,已作废',
      '滨江店,90.00,#,',
      '人民路店,90.00,#,是',
      '人民路店,90.00,#,',
      '合计,180.00,,',
    ]);
    for (const columns of [['nothing'], ['dueCents', 'dueCents'], ['constructor'], 'dueCents'])
      expect((await ask({ columns })).status).toBe(422);
  });

  it('is refused where it shows what its reader may no longer see', async () => {
    const { body: asked } = await manager.post('/api/v1/reports/consumption-detail/exports', {
      format: 'csv',
      locale: 'zh-CN',
      filters: NOVEMBER,
    });
    await runExport(asked.id);
    const fetch = async () => {
      const { status, body } = await manager.get(`/api/v1/exports/${asked.id}/file`);
      return [status, body?.code];
    };
    expect((await fetch())[0]).toBe(200);
    const { manager: managerId } = house.org.staffIds;
    const path = new ExportFiles(app.get(Env), clock).pathOf(asked.id, 'csv');
    expect((await stat(path)).mode & 0o077).toBe(0);

    await db.query('DELETE FROM staff_store WHERE staff_id = $1 AND store_id = $2', [
      managerId,
      house.org.binjiangId,
    ]);
    expect(await fetch()).toEqual([403, 'export.no_longer_allowed']);
    await db.query('INSERT INTO staff_store (staff_id, store_id) VALUES ($1, $2)', [
      managerId,
      house.org.binjiangId,
    ]);
    expect((await fetch())[0]).toBe(200);

    await db.query('UPDATE export_job SET full_phones = true WHERE id = $1', [asked.id]);
    const rights = (change: string) =>
      db.query(`UPDATE role SET permissions = ${change} WHERE code = 'manager'`);
    await rights("array_replace(permissions, 'member.*', 'member.read')");
    expect(await fetch()).toEqual([403, 'export.no_longer_allowed']);
    await rights("array_replace(permissions, 'report.*', 'report.export')");
    expect(await fetch()).toEqual([403, 'access.forbidden']);
    await rights("array_replace(permissions, 'report.export', 'report.*')");
    await rights("array_replace(permissions, 'member.read', 'member.*')");
    expect((await fetch())[0]).toBe(200);
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

  describe('that is under way', () => {
    /** Runs it with a table that does what the test says when the first rows come. */
    class Interrupted extends ExportRunner {
      aborted = 0;
      atFirstRows: () => Promise<unknown> = () => Promise.resolve();

      protected override open(): TableWriter {
        return {
          write: async () => void (await this.atFirstRows()),
          finish: () => Promise.resolve(0),
          abort: () => Promise.resolve(void (this.aborted += 1)),
        };
      }
    }
    const interrupted = () =>
      new Interrupted(
        db,
        new ExportsRepository(),
        new ReportEngine(db),
        new ExportFiles(app.get(Env), clock),
        clock,
      );
    const job = (signal = new AbortController().signal) => ({ outboxId: 1, signal });

    it('stops when it is cancelled', async () => {
      const { body: asked } = await ask({});
      const runner = interrupted();
      runner.atFirstRows = () => head.delete(`/api/v1/exports/${asked.id}`);
      await runner.run({ exportId: asked.id }, job());
      expect((await head.get(`/api/v1/exports/${asked.id}`)).body).toMatchObject({
        status: 'cancelled',
        fileBytes: null,
      });
      expect(runner.aborted).toBe(1);
    });

    it('is left to another worker when this one stops', async () => {
      const { body: asked } = await ask({});
      const runner = interrupted();
      await expect(runner.run({ exportId: asked.id }, job(AbortSignal.abort()))).rejects.toThrow(
        'stops',
      );
      expect((await head.get(`/api/v1/exports/${asked.id}`)).body).toMatchObject({
        status: 'running',
      });
      await runExport(asked.id);
      expect((await head.get(`/api/v1/exports/${asked.id}`)).body).toMatchObject({
        status: 'done',
        rowsDone: 3,
      });
    });

    it('says that it failed where it can not be written', async () => {
      const { body: asked } = await ask({});
      const runner = interrupted();
      runner.atFirstRows = () => Promise.reject(new Error('no space left on device'));
      await runner.run({ exportId: asked.id }, job());
      expect((await head.get(`/api/v1/exports/${asked.id}`)).body).toMatchObject({
        status: 'failed',
        errorCode: 'export.failed',
      });
      expect(runner.aborted).toBe(1);
    });
  });

  it('refuses what the rows refuse, and more than five at once', async () => {
    expect((await ask({ filters: { ...NOVEMBER, tender: 'Gold!' } })).status).toBe(422);
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
