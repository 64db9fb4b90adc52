import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { asGb18030, aWorkbook } from '../imports.fixtures.js';
import { readInThread } from './reading-thread.js';
import { readTable } from './read-table.js';
import { LIMITS, type ReadRow, type SheetHead } from './reading.types.js';

const folder = await mkdtemp(path.join(tmpdir(), 'shuke-reading-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
let files = 0;

async function saved(content: Buffer | string): Promise<string> {
  files += 1;
  const file = path.join(folder, `${files}.upload`);
  await writeFile(file, content);
  return file;
}

async function read(content: Buffer | string) {
  let head: SheetHead | undefined;
  const rows: ReadRow[] = [];
  const notes = await readTable(await saved(content), {
    head: (found) => Promise.resolve(void (head = found)),
    rows: (some) => Promise.resolve(void rows.push(...some)),
  });
  return { head, rows, notes };
}

const refused = (content: Buffer | string) =>
  read(content).then(
    () => 'read',
    (error: { code?: string; message?: string }) => error.code ?? error.message,
  );

/** A zip with these parts, each as it claims to be or not. */
function aZip(
  parts: Record<string, Buffer | { data: Buffer; claims?: number; flags?: number }>,
): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const { data, claims, flags = 0 } = Buffer.isBuffer(part) ? { data: part } : part;
    const packed = deflateRawSync(data);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? data.length, 18);
    common.writeUInt16LE(title.length, 22);
    local.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, title, packed);
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002', 0, 'latin1');
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6, 0, 26);
    entry.writeUInt32LE(offset, 42);
    central.push(entry, title);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const bookOf = (
  sheet: Buffer | { data: Buffer; claims?: number },
  more: Record<string, Buffer> = {},
) =>
  aZip({
    'xl/workbook.xml': Buffer.from(
      `${XML}<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="隐藏" sheetId="1" state="hidden" r:id="a"/><x:sheet name="资料" sheetId="2" r:id="b"/></x:sheets></x:workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': Buffer.from(
      `${XML}<Relationships><Relationship Id="a" Type="t/worksheet" Target="worksheets/a.xml"/><Relationship Id="b" Type="t/worksheet" Target="/xl/worksheets/b.xml"/></Relationships>`,
    ),
    'xl/worksheets/b.xml': sheet,
    ...more,
  });
const sheetOf = (rows: string, before = '') =>
  Buffer.from(
    `${XML}${before}<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
  );

describe('a workbook', () => {
  it('gives texts, numbers, dates and what a formula came to', async () => {
    const content = await aWorkbook([
      ['会员资料表', null, null],
      ['导出时间 2026-11-22'],
      ['卡号', '姓名', '手机', '开卡日期', '余额', '积分', '备注'],
      [
        '00123',
        ' 王\t小明\n',
        13800000001,
        new Date('2024-06-01T00:00:00Z'),
        1234.5,
        { formula: '1+1', result: 2 },
        true,
      ],
      [],
      [
        '00124',
        { richText: [{ text: '李' }, { text: '雷' }] },
        null,
        new Date('2024-06-01T09:30:00Z'),
        0.1 + 0.2,
        { formula: 'A1' },
        { error: '#N/A' },
      ],
      ['合计', null, null, null, 1234.8],
    ]);
    const { head, rows, notes } = await read(content);
    expect(head).toMatchObject({
      kind: 'xlsx',
      sheetName: '会员资料',
      headerLine: 3,
      headers: ['卡号', '姓名', '手机', '开卡日期', '余额', '积分', '备注'],
    });
    expect(rows).toEqual([
      {
        line: 4,
        cells: [
          '00123',
          '王 小明',
          { n: '13800000001' },
          { d: '2024-06-01' },
          { n: '1234.5' },
          { n: '2' },
          'TRUE',
        ],
      },
      {
        line: 6,
        cells: [
          '00124',
          '李雷',
          null,
          { d: '2024-06-01 09:30:00' },
          { n: '0.3' },
          { e: 'formula_without_value' },
          { e: 'error_value' },
        ],
      },
    ]);
    expect(notes).toMatchObject({ formulas: 2, totalRows: 1 });
  });

  it('is read with a prefix for every element, without row and cell references, and from the first sheet that is shown', async () => {
    const row = (...cells: string[]) =>
      `<x:row>${cells.map((cell) => `<x:c t="inlineStr"><x:is><x:t>${cell}</x:t></x:is></x:c>`).join('')}</x:row>`;
    const { head, rows } = await read(
      bookOf(sheetOf(row('卡号', '姓名') + row('A001', '甲_x000D_乙') + row('A002', '丙&amp;丁'))),
    );
    expect(head?.sheetName).toBe('资料');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['A001', '甲 乙'],
      ['A002', '丙&丁'],
    ]);
  });

  it('has a header of two storeys, merged', async () => {
    const { head, rows } = await read(
      await aWorkbook(
        [
          ['卡号', '姓名', '储值', null, '积分'],
          [null, null, '本金', '赠送', null],
          ['A001', '甲', 100, 20, 5],
        ],
        (sheet) => {
          sheet.mergeCells('C1:D1');
        },
      ),
    );
    expect(head?.headers).toEqual(['卡号', '姓名', '本金', '赠送', '积分']);
    expect(rows.map(({ line }) => line)).toEqual([3]);
  });

  it('loses its passwords while it is read', async () => {
    const { head, rows } = await read(
      await aWorkbook([
        ['卡号', '姓名', '会员密码'],
        ['A001', '甲', '123456'],
      ]),
    );
    expect(head?.secretColumns).toEqual([2]);
    expect(rows[0]?.cells).toEqual(['A001', '甲', null]);
  });

  it('keeps no number that the spreadsheet has rounded', async () => {
    const { rows } = await read(
      await aWorkbook([
        ['卡号', '姓名'],
        [6_212_345_678_901_234, '甲'],
      ]),
    );
    expect(rows[0]?.cells[0]).toEqual({ e: 'digits_lost' });
  });

  it('counts days from 1904 where the workbook does', async () => {
    const { rows } = await read(
      await aWorkbook(
        [
          ['卡号', '姓名', '开卡日期'],
          ['A001', '甲', new Date('2024-06-01T00:00:00Z')],
        ],
        (_sheet, book) => {
          book.properties.date1904 = true;
        },
      ),
    );
    expect(rows[0]?.cells[2]).toEqual({ d: '2024-06-01' });
  });
});

describe('what is refused', () => {
  it('16,000 columns', async () => {
    const wide = Array.from({ length: 16_000 }, (_, column) => `列${column}`);
    expect(await refused(await aWorkbook([wide, wide]))).toBe('too_many_columns');
    expect(await refused(`${wide.join(',')}\n`)).toBe('too_many_columns');
  });

  it('a bomb: by what it claims, and by what it turns out to be', async () => {
    const zeros = Buffer.alloc(200 * 1_048_576, 48);
    expect(await refused(bookOf(zeros))).toBe('zip_bomb');
    const liar = {
      data: sheetOf(`<x:row><x:c><x:v>${'1'.repeat(50_000_000)}</x:v></x:c></x:row>`),
      claims: 1_000,
    };
    expect(await refused(bookOf(liar))).toBe('broken');
  });

  it('entities that would be expanded', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(
      await refused(bookOf(sheetOf('<x:row><x:c><x:v>&b;</x:v></x:c></x:row>', doctype))),
    ).toBe('broken');
  });

  it('macros, binary workbooks, the old format, encrypted ones', async () => {
    const sheet = sheetOf('<x:row/>');
    expect(await refused(bookOf(sheet, { 'xl/vbaProject.bin': Buffer.from('x') }))).toBe('macros');
    expect(await refused(bookOf(sheet, { 'xl/workbook.bin': Buffer.from('x') }))).toBe(
      'binary_workbook',
    );
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(9_000)]);
    expect(await refused(ole)).toBe('old_excel');
    expect(await refused(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe(
      'encrypted',
    );
    expect(await refused(aZip({ 'xl/workbook.xml': { data: Buffer.from('x'), flags: 1 } }))).toBe(
      'encrypted',
    );
  });

  it.each([
    ['nothing', '', 'empty'],
    ['a web page called .xls', '<html><table><tr><td>卡号</td></tr></table></html>', 'html_table'],
    [
      'an XML spreadsheet',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
      'xml_table',
    ],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'not_a_table'],
    ['a zip of something else', aZip({ 'readme.txt': Buffer.from('hello') }), 'not_a_table'],
    [
      'half a zip',
      aZip({ 'xl/workbook.xml': Buffer.from('x'.repeat(500)) }).subarray(0, 80),
      'broken',
    ],
    ['broken XML', bookOf(Buffer.from('<worksheet><sheetData><row>')), 'broken'],
    ['text of no known encoding', Buffer.from([0x41, 0x2c, 0xff, 0xff, 0x0a]), 'unknown_encoding'],
    ['a header without rows', '卡号,姓名\n', 'no_rows'],
    ['a single word', '卡号\n', 'no_header'],
  ])('%s', async (_name, content, code) => {
    expect(await refused(content)).toBe(code);
  });

  it('more rows than the limit', async () => {
    expect(await refused(`卡号,姓名\n${'A001,甲\n'.repeat(LIMITS.rows + 1)}`)).toBe(
      'too_many_rows',
    );
  });
});

describe('text files', () => {
  const TEXT = '卡号,姓名,备注\r\n="00123","王""小""明","一行\r\n两行"\r\n\r\n\'00124,李雷,\r\n';
  const ROWS = [
    { line: 2, cells: ['00123', '王"小"明', '一行 两行'] },
    { line: 5, cells: ['00124', '李雷', null] },
  ];
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['GB18030', asGb18030(TEXT)],
    [
      'UTF-16 as Excel saves it',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')]),
    ],
    ['parted by tabs', Buffer.from(TEXT.replaceAll(',', '\t'))],
    ['parted by semicolons', Buffer.from(TEXT.replaceAll(',', ';'))],
  ])('%s', async (_name, content) => {
    const { head, rows } = await read(content);
    expect(head).toMatchObject({ kind: 'csv', headers: ['卡号', '姓名', '备注'] });
    expect(rows).toEqual(ROWS);
  });

  it('a cell without end is too long, not too much', async () => {
    const { rows } = await read(`卡号,姓名\nA001,${'长'.repeat(3_000_000)}\n`);
    expect(rows[0]?.cells[1]).toEqual({ e: 'too_long' });
  });
});

describe('in a thread', () => {
  const steps = { head: () => Promise.resolve(), rows: () => Promise.resolve() };

  it('hands over rows as text, one batch at a time, and ends with whoever listens', async () => {
    const file = await saved(`卡号,姓名\n${'A001,甲\n'.repeat(1_200)}`);
    const counts: number[] = [];
    await readInThread(file, {
      ...steps,
      rows: (json, count) => Promise.resolve(void counts.push(count, JSON.parse(json).length)),
    });
    expect(counts).toEqual([500, 500, 500, 500, 200, 200]);
    const stopped = readInThread(file, {
      ...steps,
      rows: () => Promise.reject(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
  });

  it('ends where it needs more memory or time than it may have', async () => {
    const texts = Array.from(
      { length: 400_000 },
      (_, n) => `<si><t>一段很长的文字用来占用内存${n}</t></si>`,
    ).join('');
    const relations = `${XML}<Relationships><Relationship Id="b" Type="t/worksheet" Target="worksheets/b.xml"/><Relationship Id="s" Type="t/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
    const hungry = bookOf(sheetOf('<x:row/>'), {
      'xl/_rels/workbook.xml.rels': Buffer.from(relations),
      'xl/sharedStrings.xml': Buffer.from(`${XML}<sst>${texts}</sst>`),
    });
    const file = await saved(hungry);
    const bounds = { memoryMb: 24, stepMs: 30_000 };
    await expect(readInThread(file, steps, bounds)).rejects.toMatchObject({
      code: 'needs_too_much_memory',
    });
    await expect(readInThread(file, steps, { memoryMb: 200, stepMs: 1 })).rejects.toMatchObject({
      code: 'took_too_long',
    });
  });
});
