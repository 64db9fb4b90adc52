import { aWorkbook } from '../imports.fixtures.js';
import { builtInShape, dateShapeOf } from './date-format.js';
import { KNOWN, read, saved } from './reading.fixtures.js';
import { readInThread } from './reading-thread.js';
import { bookOf, sheetOf, XML } from './workbook.fixtures.js';

describe('what a number format shows of a day', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['[$-804]yyyy/m/d;@', 'date'],
    ['yyyy/m/d h:mm', 'date'],
    ['m"月"d"日"', 'no_year'],
    ['d-mmm', 'no_year'],
    ['mm/dd', 'no_year'],
    ['yyyy"年"m"月"', 'part'],
    ['mmm-yy', 'part'],
    ['dddd', 'part'],
    ['h:mm:ss', 'time'],
    ['[h]:mm', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['General', undefined],
    ['0.00E+00', undefined],
    ['"¥"#,##0.00;[Red]"¥"\\-#,##0.00', undefined],
    ['0"days"', undefined],
    ['#,##0\\d', undefined],
  ])('%s: %s', (code, shape) => {
    expect(dateShapeOf(code)).toBe(shape);
  });

  it('knows the formats that spreadsheets have built in', () => {
    expect([14, 58, 57, 20, 0, 4].map(builtInShape)).toEqual([
      ...['date', 'no_year', 'part', 'time'],
      ...[undefined, undefined],
    ]);
  });
});

describe('dates of a workbook', () => {
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  it('are what they show: day 0 is empty, a day without year has none', async () => {
    const content = await aWorkbook(
      [
        ['卡号', '姓名', '生日'],
        ['A1', '零', 0],
        ['A2', '短', at('2026-05-20')],
        ['A3', '月', at('2026-05-01')],
        ['A4', '全', at('1990-05-20')],
        ['A5', '时', 0.5],
      ],
      (sheet) => {
        const formats = ['yyyy/m/d', 'm"月"d"日"', 'yyyy"年"m"月"', 'yyyy/m/d', 'h:mm'];
        formats.forEach((numFmt, index) => (sheet.getCell(`C${index + 2}`).numFmt = numFmt));
      },
    );
    expect((await read(content)).rows.map(({ cells }) => cells[2] ?? null)).toEqual([
      null,
      { d: '05-20' },
      { e: 'part_of_a_date' },
      { d: '1990-05-20' },
      '12:00:00',
    ]);
  });

  it('lose marks that nobody sees, and the apostrophe that keeps text from being a number', async () => {
    const texts = ['\u202A13900010070\u202C', "'13900010073", '’13900010074', '王\u200B小明'];
    const rows = texts.map((text, index) => [`A${index}`, text]);
    const clean = ['13900010070', '13900010073', '13900010074', '王小明'];
    const csv = [['卡号', '姓名'], ...rows].map((row) => row.join(',')).join('\n');
    for (const content of [await aWorkbook([['卡号', '姓名'], ...rows]), csv])
      expect((await read(content)).rows.map(({ cells }) => cells[1])).toEqual(clean);
  });
});

describe('workbooks that are made to burn time', () => {
  const styled = (format: string) =>
    bookOf(sheetOf('<x:row><x:c s="0"><x:v>1</x:v></x:c><x:c s="0"><x:v>2</x:v></x:c></x:row>'), {
      'xl/_rels/workbook.xml.rels': Buffer.from(
        `${XML}<Relationships><Relationship Id="b" Type="t/worksheet" Target="worksheets/b.xml"/><Relationship Id="s" Type="t/styles" Target="styles.xml"/></Relationships>`,
      ),
      'xl/styles.xml': Buffer.from(
        `${XML}<styleSheet><numFmts><numFmt numFmtId="176" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="176"/></cellXfs></styleSheet>`,
      ),
    });
  const steps = { head: () => Promise.resolve(), rows: () => Promise.resolve() };
  // Each burned a minute, whatever the computer. Room for one that is busy with other things.
  const quickly = { memoryMb: 200, fileMs: 30_000, megabyteMs: 0 };
  const fate = async (content: Buffer | string) =>
    readInThread(await saved(content), KNOWN, steps, quickly).then(
      () => 'read',
      (error: { code?: string }) => error.code,
    );

  it.each([
    ['a number format of 900,000 brackets', () => styled('['.repeat(900_000))],
    ['of 900,000 quotes', () => styled('&quot;['.repeat(450_000))],
    ['of 900,000 letters', () => styled('y'.repeat(900_000))],
    [
      'headers of brackets only',
      () =>
        Array.from({ length: 20 }, () => `${Array(200).fill('('.repeat(1_000)).join(',')}\n`).join(
          '',
        ),
    ],
    ['one line of quotes', () => `卡号,姓名\n${'"'.repeat(2_000_001)}`],
    ['lines of nothing', () => `卡号,姓名\nA1,甲\n${'\n'.repeat(2_000_000)}`],
  ])('%s', async (_name, content) => {
    expect(await fate(content())).not.toBe('took_too_long');
  });

  it('six of them at once take no longer, and a good file beside them is read', async () => {
    const bad = styled('['.repeat(900_000));
    const fates = await Promise.all([
      ...Array.from({ length: 6 }, () => fate(bad)),
      fate('卡号,姓名\nA1,甲\n'),
    ]);
    expect(fates).not.toContain('took_too_long');
    expect(fates.at(-1)).toBe('read');
  });

  it.each([
    ['the same row twice', '<x:row r="5"><x:c><x:v>1</x:v></x:c></x:row>'.repeat(2)],
    ['a row that no sheet has', '<x:row r="99999999999"><x:c><x:v>1</x:v></x:c></x:row>'],
  ])('%s is broken', async (_name, rows) => {
    expect(await fate(bookOf(sheetOf(rows)))).toBe('broken');
  });
});
