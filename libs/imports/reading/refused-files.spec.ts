import { aWorkbook } from '../imports.fixtures.js';
import { refused } from './reading.fixtures.js';
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

  it('more rows than the limit', async () => {
    expect(await refused(`卡号,姓名\n${'A001,甲\n'.repeat(LIMITS.rows + 1)}`)).toBe(
      'too_many_rows',
    );
  });
});
