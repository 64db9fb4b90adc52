import { writeFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';

export type FixtureCell = string | number | boolean | Date | null | object;

/** A real workbook with these rows on its first sheet. */
export async function aWorkbook(
  rows: readonly (readonly FixtureCell[])[],
  shape: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('会员资料');
  rows.forEach((row) => sheet.addRow([...row]));
  shape(sheet, book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

export async function aWorkbookFile(
  file: string,
  ...args: Parameters<typeof aWorkbook>
): Promise<string> {
  await writeFile(file, await aWorkbook(...args));
  return file;
}

let gb: Map<string, number> | undefined;

/** Text as Chinese Windows writes it: two bytes for what GBK has. */
export function asGb18030(text: string): Buffer {
  if (!gb) {
    gb = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead += 1)
      for (let trail = 0x40; trail <= 0xfe; trail += 1)
        gb.set(decoder.decode(Uint8Array.of(lead, trail)), lead * 256 + trail);
  }
  const bytes: number[] = [];
  for (const sign of text) {
    const code = gb.get(sign);
    if (sign.codePointAt(0)! < 0x80) bytes.push(sign.charCodeAt(0));
    else if (code !== undefined) bytes.push(code >> 8, code & 255);
    else throw new Error(`${sign} is not in GBK`);
  }
  return Buffer.from(bytes);
}

/** A header and rows as a previous system exports them. */
export const OLD_HEADER = [
  '会员卡号',
  '会员姓名',
  '手机号码',
  '性别',
  '生日',
  '会员类别',
  '开卡门店',
  '开卡日期',
  '本金',
  '赠送金额',
  '积分',
  '累计消费',
  '卡状态',
  '密码',
  '备注',
];

/** One of them: a member with a card, level, store and balances. */
export function oldRow(
  number: number,
  changes: Partial<Record<(typeof OLD_HEADER)[number], FixtureCell>> = {},
): FixtureCell[] {
  const values: Record<string, FixtureCell> = {
    会员卡号: `8800${String(number).padStart(4, '0')}`,
    会员姓名: `王小${number}`,
    手机号码: `1990001${String(number).padStart(4, '0')}`,
    性别: number % 2 ? '男' : '女',
    生日: '1990-01-05',
    会员类别: '金卡',
    开卡门店: '人民路店',
    开卡日期: new Date('2024-06-01T00:00:00Z'),
    本金: 100.5,
    赠送金额: 20,
    积分: 300,
    累计消费: 1000,
    卡状态: '正常',
    密码: '123456',
    备注: null,
    ...changes,
  };
  return OLD_HEADER.map((header) => values[header] ?? null);
}
