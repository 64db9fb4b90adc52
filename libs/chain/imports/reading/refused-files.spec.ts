import { aWorkbook } from '../imports.fixtures.js';
import { read, refused } from './reading.fixtures.js';
import { LIMITS } from './reading.types.js';
import { aZip, bookOf, sheetOf } from './workbook.fixtures.js';

describe('what is refused', () => {
  it('16,000 columns', async () => {
    const wide = Array.from({ length: 16_000 }, (_, column) => `列${column}`);
    expect(await refused(await aWorkbook([wide, wide]))).toBe('too_many_columns');
    expect(await refused(`${wide.join(',')}\n`)).toBe('too_many_columns');
  });

  it('a bomb: by what it claims, and by what it turns out to be', async () => {
    const zeros = Buffer.alloc(20 * 1_048_576, 48);
    expect(await refused(bookOf(zeros))).toBe('zip_bomb');
    const liar = {
      data: sheetOf(`<x:row><x:c><x:v>${'1'.repeat(2_000_000)}</x:v></x:c></x:row>`),
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

  // A swallowed line is a member with money who is silently lost.
  it.each([
    ['never closed', 'QQ1,甲,好\nQQ2,乙,"19寸\nQQ3,丙,好\n', 3],
    ['never closed, in the last field of all', 'QQ1,甲,好\nQQ2,乙,"', 3],
    ['closed by the next quote', 'QQ1,甲,"19寸\nQQ2,乙,好\nQQ3,丙,"20寸\n', 2],
    ['closed by the next quoted field', 'QQ1,甲,"19寸\nQQ2,乙,"好"\n', 2],
    ['after a field of several lines', 'QQ1,甲,"一\n二"\nQQ2,乙,"19寸\n', 4],
    ['opened again behind a quoted part', 'QQ1,甲,"a"b"\nQQ2,乙,好\n', 2],
  ])('a quote %s, with its line', async (_name, rows, line) => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const content = `卡号,姓名,备注\n${rows}`.replaceAll('\n', lineEnd);
      await expect(read(content)).rejects.toMatchObject({ code: 'open_quote', params: { line } });
    }
  });

  it('not a quote in the middle of a field, nor what a quoted field may hold', async () => {
    const { rows } = await read(
      `卡号,姓名,备注\nQQ1,甲,19"寸\nQQ2,乙,"19""寸, 新"  \nQQ3,丙,19"\nQQ4,丁,""\nQQ5, "戊",5"6"7\n`,
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['QQ1', '甲', '19"寸'],
      ['QQ2', '乙', '19"寸, 新'],
      ['QQ3', '丙', '19"'],
      ['QQ4', '丁', null],
      ['QQ5', '"戊"', '5"6"7'],
    ]);
  });

  it('more rows than the limit', async () => {
    expect(await refused(`卡号,姓名\n${'A001,甲\n'.repeat(LIMITS.rows + 1)}`)).toBe(
      'too_many_rows',
    );
  });
});
