import ExcelJS from 'exceljs';
import type { ImportKind } from './import-kind.js';
import { HEADER_STYLE, TEXT_STYLE } from './import-sheet-style.js';
import type { ImportLocale } from './import.types.js';

/** The workbook to fill in: header and example on the first sheet, what may stand where on the second. */
export async function templateWorkbook(
  { fields, text: texts }: Pick<ImportKind, 'fields' | 'text'>,
  locale: ImportLocale,
): Promise<Buffer> {
  const text = texts[locale];
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(text.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = fields.map(({ width }) => ({ width, style: TEXT_STYLE }));
  const header = sheet.addRow(fields.map(({ name }) => text.fields[name]));
  header.eachCell((cell) => (cell.style = HEADER_STYLE));
  sheet.addRow(fields.map(({ name }) => text.example[name] ?? null));

  const notes = book.addWorksheet(text.notesSheet);
  notes.columns = [{ width: 18 }, { width: 90 }];
  text.advice.forEach((line) => notes.addRow([line]));
  notes.addRow([]);
  notes.addRow([...text.notesHead]).eachCell((cell) => (cell.style = HEADER_STYLE));
  for (const { name } of fields) notes.addRow([text.fields[name], text.notes[name]]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
