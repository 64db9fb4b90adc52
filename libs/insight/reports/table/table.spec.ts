import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { readSheet } from 'read-excel-file/node';
import { openTable } from './open-table.js';
import type { TableSpec } from './table-writer.js';
import { ThreadedTable } from './threaded-table.js';

const folder = await mkdtemp(path.join(tmpdir(), 'shuke-table-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const specOf = (name: string, more: Partial<TableSpec> = {}): TableSpec => ({
  file: path.join(folder, name),
  format: name.endsWith('csv') ? 'csv' : 'xlsx',
  title: '消费明细',
  notes: ['营业日：2026-11-01 至 2026-11-22'],
  sheetName: '{title} {n}',
  columns: [
    { title: '营业日', kind: 'date', width: 12 },
    { title: '时间', kind: 'instant', width: 20 },
    { title: '会员', kind: 'text', width: 12 },
    { title: '应收', kind: 'cents', width: 12 },
    { title: '积分', kind: 'whole', width: 12 },
    { title: '折扣', kind: 'rate', width: 8 },
  ],
  totals: ['合计', null, null, 1_234_567_89, 12, null],
  ...more,
});
const ROW = ['2026-11-22', '2026-11-22 09:05:07', '=1+1', 281_70, 12, 9_000] as const;

describe('a workbook', () => {
  it('has real dates and numbers, text that is never a formula, a frozen header and totals', async () => {
    const spec = specOf('plain.xlsx');
    const table = openTable(spec);
    await table.write([ROW, [null, null, '+86 138', -5, 0, null]]);
    const bytes = await table.finish();
    expect(bytes).toBe((await readFile(spec.file)).length);

    const rows = await readSheet(spec.file);
    expect(rows[0]?.[0]).toBe('消费明细');
    expect(rows[1]?.[0]).toBe('营业日：2026-11-01 至 2026-11-22');
    expect(rows[2]).toEqual(['营业日', '时间', '会员', '应收', '积分', '折扣']);
    expect(rows[3]).toEqual([
      new Date('2026-11-22T00:00:00Z'),
      new Date('2026-11-22T09:05:07Z'),
      '=1+1',
      281.7,
      12,
      0.9,
    ]);
    expect(rows[4]).toEqual([null, null, '+86 138', -0.05, 0, null]);
    expect(rows[5]).toEqual(['合计', null, null, 1234567.89, 12, null]);

    const book = await new ExcelJS.Workbook().xlsx.readFile(spec.file);
    const sheet = book.worksheets[0];
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet?.getCell('D4').numFmt).toBe('#,##0.00');
    expect(sheet?.getCell('C4').formula).toBeUndefined();
  });

  it('goes on in another sheet where one is full', async () => {
    const spec = specOf('split.xlsx', { sheetRows: 8 });
    const table = openTable(spec);
    await table.write(Array.from({ length: 10 }, () => ROW));
    await table.finish();
    const book = await new ExcelJS.Workbook().xlsx.readFile(spec.file);
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['消费明细', 7],
      ['消费明细 2', 7],
      ['消费明细 3', 6],
    ]);
  });

  it('is written by a thread as well, and leaves nothing when it is stopped', async () => {
    const kept = specOf('thread.xlsx');
    const table = new ThreadedTable(kept);
    await table.write([ROW]);
    expect(await table.finish()).toBeGreaterThan(1_000);
    expect((await readSheet(kept.file))[3]?.[3]).toBe(281.7);

    const stopped = specOf('stopped.xlsx');
    const other = new ThreadedTable(stopped);
    await other.write([ROW]);
    await other.abort();
    expect(existsSync(stopped.file)).toBe(false);
    await expect(other.write([ROW])).rejects.toThrow();
  });

  it.each(['nowhere/at-all.csv', 'nowhere/at-all.xlsx'])(
    'says when the place to write is not there: %s',
    async (name) => {
      const table = new ThreadedTable(specOf(name));
      await expect(table.write([ROW]).then(() => table.finish())).rejects.toThrow();
    },
  );
});

describe('a csv file', () => {
  it('has a byte order mark, exact decimals and no text that a spreadsheet would run', async () => {
    const spec = specOf('plain.csv');
    const table = openTable(spec);
    await table.write([ROW, [null, null, '说 "好", 谢谢', -5, 0, null]]);
    await table.finish();
    expect(await readFile(spec.file, 'utf8')).toBe(
      '\uFEFF营业日,时间,会员,应收,积分,折扣\r\n' +
        "2026-11-22,2026-11-22 09:05:07,'=1+1,281.70,12,90.00\r\n" +
        ',,"说 ""好"", 谢谢",-0.05,0,\r\n合计,,,1234567.89,12,\r\n',
    );
  });

  it.each([
    ['两行\n=1+1', '"两行\n\'=1+1"'],
    ['两行\r+1', '"两行\r\'+1"'],
    ['两行\r\n@SUM(A1)', '"两行\r\n\'@SUM(A1)"'],
    ['一\n二', '"一\n二"'],
    ['＝1+1', "'＝1+1"],
    ['＋86', "'＋86"],
    ['－1', "'－1"],
    ['＠SUM', "'＠SUM"],
    ['  =1+1', "'  =1+1"],
    ['\t=1', "'\t=1"],
    ['好\n\n=1', '"好\n\n\'=1"'],
    ['3-1=2', '3-1=2'],
  ])('%j is one field that no spreadsheet runs', async (text, written) => {
    const spec = specOf(`marks-${text.length}-${text.charCodeAt(0)}.csv`, {
      columns: [{ title: '=备注', kind: 'text', width: 12 }],
      totals: null,
    });
    const table = openTable(spec);
    await table.write([[text]]);
    await table.finish();
    expect(await readFile(spec.file, 'utf8')).toBe(`\uFEFF'=备注\r\n${written}\r\n`);
  });
});
