import { asGb18030, aWorkbook } from '../imports.fixtures.js';
import { KNOWN, read, saved } from './reading.fixtures.js';
import { readInThread } from './reading-thread.js';
import { bookOf, sheetOf, XML } from './workbook.fixtures.js';

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
    await readInThread(file, KNOWN, {
      ...steps,
      rows: (json, count) => Promise.resolve(void counts.push(count, JSON.parse(json).length)),
    });
    expect(counts).toEqual([500, 500, 500, 500, 200, 200]);
    const stopped = readInThread(file, KNOWN, {
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
    const bounds = { memoryMb: 24, fileMs: 30_000, megabyteMs: 0 };
    await expect(readInThread(file, KNOWN, steps, bounds)).rejects.toMatchObject({
      code: 'needs_too_much_memory',
    });
    const hurried = { memoryMb: 200, fileMs: 1, megabyteMs: 0 };
    await expect(readInThread(file, KNOWN, steps, hurried)).rejects.toMatchObject({
      code: 'took_too_long',
    });
  });
});
