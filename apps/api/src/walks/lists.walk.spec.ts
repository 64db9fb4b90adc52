import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { Env, FixedClock, type Sql } from '#kernel';
import { LISTS } from '#kernel/lists';
import { testApp } from '#workshop/testing';
import { ReportEngine } from '../../../../libs/insight/reports/report-engine.js';
import { ExportFiles } from '../../../../libs/insight/reports/exports/export-files.js';
import { ExportRunner } from '../../../../libs/insight/reports/exports/export-runner.js';
import { ExportsRepository } from '../../../../libs/insight/reports/exports/exports.repository.js';
import { shelved } from '../../../../libs/counter/sales/sales.fixtures.js';
import { ACTS, send } from './act-samples.fixtures.js';
import { twoPlaces } from './place.fixtures.js';
import { aWorld } from './world.fixtures.js';

// Every list of the office, by every column it can be sorted by: the pages, put together, are the rows of its file, in
// the same order; its sums are those of its file; and an index gives its order.
const dataDir = await mkdtemp(path.join(tmpdir(), 'shuke-lists-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const api = await testApp({ clock, books: 'once', env: { DATA_DIR: dataDir } });
const { here, there } = await twoPlaces(api);
const { db, org } = api;
// More of some: pages have borders, and many rows are the same by what is asked.
const OFTEN = [
  'POST /sales',
  'POST /members/:id/top-ups',
  'POST /members/:id/withdrawals',
  'POST /members/:id/wallet-adjustments',
];
for (const place of [here, there]) {
  await aWorld(place);
  for (const name of [...OFTEN, ...OFTEN]) {
    const act = ACTS[name];
    if (act) expect((await send(place[act.by], 'POST', await act.ask(place))).status).toBe(201);
  }
  const { storeId, staffId } = place;
  for (const priceCents of [5_00, 5_00, 3_00])
    await db.write((tx) =>
      shelved(tx, { storeId, staffId }, { name: `茶 ${priceCents}`, priceCents }),
    );
}

await db.query(
  `INSERT INTO message (kind, member_id, store_id, phone, body, segments, status, driver)
   SELECT 'top_up', m.id, m.home_store_id, m.phone, '充值 ' || m.id, 1 + m.id % 2, 'sent', 'outbox' FROM member m`,
);

const sorted = LISTS.flatMap(({ spec }) =>
  ['', ...Object.keys(spec.sorts).flatMap((name) => [name, `-${name}`])].map(
    (sort) => [spec.id, sort] as const,
  ),
);
const listOf = (id: string) => {
  const list = LISTS.find(({ spec }) => spec.id === id);
  if (!list) throw new Error(id);
  return list;
};
const ids = (rows: { id: number }[]) => rows.map(({ id }) => id);

it('are all here', () => {
  expect(LISTS.map(({ spec }) => spec.id)).toEqual(
    expect.arrayContaining([
      'sale-list',
      'product-list',
      'stock-list',
      'audit-list',
      'message-list',
      'staff-list',
      'card-stock-list',
    ]),
  );
});

// Members are taken over by head office; it has more than one store and one range, and what is done in the background.
const ofHead = ['import-list', 'store-list', 'card-range-list', 'job-list', 'tender-list'];
const readerOf = (id: string) => (ofHead.includes(id) ? here.head : here.desk);

describe.each(sorted)('%s by %s', (id, sort) => {
  const { spec } = listOf(id);
  const query: Record<string, string> = sort ? { sort } : {};
  const reader = readerOf(id);

  it('has the rows of its file, page by page', async () => {
    const of = (path: string, more: Record<string, string>) =>
      reader.get(`/api/v1${path}`, { query: { ...query, ...more } });
    const file = (await of(`/reports/${id}/rows`, { pageSize: '200' })).body;
    expect(file.total).toBeGreaterThan(1);
    const pageSize = String(Math.min(3, Math.ceil(file.total / 2)));
    const pages: number[] = [];
    for (let page = 1; pages.length < file.total; page += 1) {
      const { status, body } = await of(spec.route, { page: String(page), pageSize });
      expect([status, body.total, body.rows.length > 0]).toEqual([200, file.total, true]);
      if (spec.sums)
        expect(body.totals).toMatchObject(
          Object.fromEntries(
            Object.entries(file.totals).filter(([name]) => Object.hasOwn(spec.sums ?? {}, name)),
          ),
        );
      pages.push(...ids(body.rows));
    }
    expect(pages).toEqual(ids(file.rows));
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('is read in the order of an index', async () => {
    if (spec.small || spec.sorts[sort.replace('-', '')]?.unindexed) return;
    const scope = { storeIds: [org.renminId, org.binjiangId], chain: true, today: '2026-11-22' };
    const { text, params } = listOf(id).keys({}, scope, query).toStatement();
    expect(sortsOfEverything(await db.read((sql) => planOf(sql, text, params)))).toEqual([]);
  });
});

describe.each(LISTS.map(({ spec }) => [spec.id, spec] as const))('the file of %s', (id, spec) => {
  const runner = new ExportRunner(
    db,
    new ExportsRepository(),
    new ReportEngine(db),
    new ExportFiles(api.app.get(Env), clock),
    clock,
  );
  async function file(format: 'xlsx' | 'csv'): Promise<Buffer> {
    const asked = { format, locale: 'zh-CN', filters: {} };
    const { status, body } = await readerOf(id).post(`/api/v1/reports/${id}/exports`, asked);
    expect(status).toBe(201);
    await runner.run({ exportId: body.id }, { outboxId: 1, signal: new AbortController().signal });
    return readFile(path.join(dataDir, 'exports', `${body.id}.${format}`));
  }
  const rowsOf = async () =>
    (await readerOf(id).get(`/api/v1/reports/${id}/rows`, { query: { pageSize: '200' } })).body
      .rows as Record<string, unknown>[];

  it('opens in a spreadsheet: the rows of the list, money as numbers, long numbers as text', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await file('xlsx')) as unknown as ArrayBuffer);
    const sheet = book.worksheets[0];
    const names = Object.keys(spec.columns);
    const rows = await rowsOf();
    rows.forEach((row, index) => {
      names.forEach((name, column) => {
        const { type, says, pii } = spec.columns[name] ?? {};
        if (says || pii) return;
        // Under the title, two notes and the heads.
        const cell = sheet?.getRow(index + 5).getCell(column + 1).value ?? null;
        const value = row[name];
        if (value === null || value === '') expect([name, cell]).toEqual([name, null]);
        else if (type === 'cents') expect([name, cell]).toEqual([name, Number(value) / 100]);
        else if (type === 'qty') expect([name, cell]).toEqual([name, Number(value) / 1_000]);
        else if (type === 'rate') expect([name, cell]).toEqual([name, Number(value) / 10_000]);
        else if (type === 'points' || type === 'whole') expect(cell).toBe(value);
        else if (type === 'date' || type === 'instant') expect(cell).toBeInstanceOf(Date);
        else if (type === 'text') expect([name, cell]).toEqual([name, value]);
        else expect(typeof (cell ?? '')).toBe('string');
      });
    });
  });

  it('is written as CSV with as many lines', async () => {
    const text = (await file('csv')).toString('utf8');
    const records = text
      .replace(/"(?:[^"]|"")*"/g, '')
      .trim()
      .split('\r\n');
    const hasTotals = Object.values(spec.columns).some(({ total }) => total);
    expect(records).toHaveLength(1 + (await rowsOf()).length + (hasTotals ? 1 : 0));
  });
});

describe('a page of the office', () => {
  const pages = globSync(
    'apps/web/src/{chain,membership,goods,value,counter,contact,insight}/*/*.vue',
  )
    .map((page) => [page, readFileSync(page, 'utf8')] as const)
    // The members of a segment have the report of their name: what is asked is no filter of a list.
    .filter(([, text]) => text.includes('<ListPage') && !text.includes("'segment-members'"));

  it.each(pages)(
    '%s shows columns that its file has, and sorts by those that the server sorts by',
    async (page, text) => {
      const id = /exportable="([\w-]+)"/.exec(text)?.[1];
      const { spec } = listOf(id ?? `${page} has no file`);
      const [, name = ''] = /:columns="(\w+)"/.exec(text) ?? [];
      const [, from = ''] =
        new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`).exec(text) ?? [];
      const module = (await import(
        path.resolve(path.dirname(page), from.replace('.js', '.ts'))
      )) as Record<string, ShownColumn[]>;
      const shown = (module[name] ?? []).filter(({ control }) => !control);
      const inFile = shown.flatMap((column) => column.inFile ?? [column.id]);
      expect(inFile.filter((column) => !Object.hasOwn(spec.columns, column))).toEqual([]);
      const sortable = shown.filter((column) => column.sortable).map((column) => column.id);
      const sorts = Object.keys(spec.sorts).filter((sort) =>
        shown.some((column) => column.id === sort),
      );
      expect(sortable.sort()).toEqual(sorts.sort());
    },
  );
});

interface ShownColumn {
  id: string;
  sortable?: boolean;
  control?: boolean;
  inFile?: string[];
}

interface Node {
  'Node Type': string;
  'Sort Key'?: string[];
  Plans?: Node[];
}

/** How it would be read where the tables are large: not whole, and sorted only where nothing else is possible. */
async function planOf(sql: Sql, text: string, params: readonly unknown[]): Promise<Node> {
  for (const way of ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'])
    await sql.query(`SET LOCAL enable_${way} = off`);
  const [row] = await sql.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    [...params],
  );
  const plan = row?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('no plan');
  return plan;
}

const within = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(within)];

/** Sorts of more than the first rows of each name, or of a few names. */
const sortsOfEverything = (plan: Node): string[] =>
  within(plan)
    .filter((node) => node['Node Type'] === 'Sort')
    .filter((node) => {
      const below = (node.Plans ?? []).flatMap(within).map((each) => each['Node Type']);
      return !below.includes('Limit');
    })
    .flatMap((node) => node['Sort Key'] ?? []);
