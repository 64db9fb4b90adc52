import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { aWorkbook, type FixtureCell } from '../../chain/imports/imports.fixtures.js';
import { OLD_HEADER } from './member-import.fixtures.js';
import { importsBackground } from './imports-worker.fixtures.js';

export const IMPORTS = '/api/v1/imports';
export const BINARY = { headers: { 'content-type': 'application/octet-stream' } };

/** The figures a person signs. */
export const signed = (ready: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(ready).filter(([figure]) => figure !== 'spendCents'));

export const sheetOf = (...rows: FixtureCell[][]): Promise<Buffer> =>
  aWorkbook([OLD_HEADER, ...rows]);

/** A chain with its API, and the background of imports that works when it is told to. */
export async function importsHouse() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'shuke-imports-'));
  afterAll(() => rm(dataDir, { recursive: true, force: true }));
  const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
  const api = await testApp({ clock, env: { DATA_DIR: dataDir } });
  const { db, org, as, database } = api;
  const background = await importsBackground(db, { url: database.url, dataDir }, clock);
  const { close } = database;
  database.close = async () => {
    await background.close();
    await close();
  };
  const head = as('head');

  async function uploaded(content: Buffer, source = 'old'): Promise<number> {
    const query = new URLSearchParams({ fileName: '会员.xlsx', source, locale: 'zh-CN' });
    const { status, body, text } = await head.post(`${IMPORTS}?${query}`, content, BINARY);
    expect([status, text]).toEqual([201, expect.any(String)]);
    await background.work();
    return body.id;
  }

  const view = async (id: number) => (await head.get(`${IMPORTS}/${id}`)).body;

  async function checked(id: number, mapping: object = {}) {
    const { sheet } = await view(id);
    const body = { columns: sheet.suggested, defaultStoreId: org.binjiangId, ...mapping };
    const answer = await head.put(`${IMPORTS}/${id}/mapping`, body);
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    await background.work();
    return view(id);
  }

  const commit = (id: number, totals: object, key: string = randomUUID()) =>
    head.post(`${IMPORTS}/${id}/commit`, { totals }, { key });

  async function imported(content: Buffer, mapping: object = {}) {
    const id = await uploaded(content);
    const { findings } = await checked(id, mapping);
    const answer = await commit(id, signed(findings.ready));
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    await background.work();
    return view(id);
  }

  const worth = () =>
    db.one<Record<string, number>>(
      `SELECT (SELECT count(*) FROM member) AS members, (SELECT count(*) FROM card) AS cards, (SELECT count(*) FROM ledger.entry) AS entries,
              coalesce(sum(balance) FILTER (WHERE kind = 'principal'), 0)::bigint AS principal, coalesce(sum(balance) FILTER (WHERE kind = 'bonus'), 0)::bigint AS bonus,
              coalesce(sum(balance) FILTER (WHERE kind = 'points'), 0)::bigint AS points FROM ledger.account`,
    );

  async function errorFile(id: number): Promise<ExcelJS.Workbook> {
    expect((await head.get(`${IMPORTS}/${id}/error-file`)).status).toBe(200);
    return new ExcelJS.Workbook().xlsx.readFile(path.join(dataDir, 'imports', `${id}-errors.xlsx`));
  }

  return {
    ...{ db, org, as, head, clock, dataDir, background },
    ...{ uploaded, view, checked, commit, imported, worth, errorFile },
  };
}
