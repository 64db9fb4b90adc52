import ExcelJS from 'exceljs';
import { IMPORT_FIELDS } from './import-fields.rules.js';
import { HEADER_STYLE, TEXT_STYLE, WIDTHS } from './import-sheet-style.js';
import { IMPORT_TEXT } from './import.locale.js';
import type { ImportLocale } from './import.types.js';

/** The workbook to fill in: header and example on the first sheet, what may stand where on the second. */
export async function templateWorkbook(locale: ImportLocale): Promise<Buffer> {
  const text = IMPORT_TEXT[locale];
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(text.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = IMPORT_FIELDS.map((field) => ({ width: WIDTHS[field], style: TEXT_STYLE }));
  const header = sheet.addRow(IMPORT_FIELDS.map((field) => text.fields[field]));
  header.eachCell((cell) => (cell.style = HEADER_STYLE));
  sheet.addRow(IMPORT_FIELDS.map((field) => text.example[field] ?? null));

  const notes = book.addWorksheet(text.notesSheet);
  notes.columns = [{ width: 18 }, { width: 90 }];
  text.advice.forEach((line) => notes.addRow([line]));
  notes.addRow([]);
  notes.addRow([...text.notesHead]).eachCell((cell) => (cell.style = HEADER_STYLE));
  for (const field of IMPORT_FIELDS) notes.addRow([text.fields[field], text.notes[field]]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
