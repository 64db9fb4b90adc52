import type ExcelJS from 'exceljs';

export const HEADER_STYLE: Partial<ExcelJS.Style> = {
  font: { bold: true },
  numFmt: '@',
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F2F5' } },
  border: { bottom: { style: 'thin' } },
};
/** Numbers of cards and phones stay what they are. */
export const TEXT_STYLE: Partial<ExcelJS.Style> = { numFmt: '@', alignment: { vertical: 'top' } };
