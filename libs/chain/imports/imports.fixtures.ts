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
