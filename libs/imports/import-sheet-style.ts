import type ExcelJS from 'exceljs';
import type { ImportField } from './import-fields.rules.js';

export const HEADER_STYLE: Partial<ExcelJS.Style> = {
  font: { bold: true },
  numFmt: '@',
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F2F5' } },
  border: { bottom: { style: 'thin' } },
};
/** Numbers of cards and phones stay what they are. */
export const TEXT_STYLE: Partial<ExcelJS.Style> = { numFmt: '@', alignment: { vertical: 'top' } };

/** In characters. */
export const WIDTHS: Record<ImportField, number> = {
  cardNo: 20,
  memberNo: 12,
  name: 12,
  nickname: 12,
  phone: 14,
  gender: 8,
  birthday: 12,
  lunar: 8,
  level: 12,
  store: 14,
  joinedOn: 12,
  cardState: 10,
  cardExpiresOn: 14,
  balance: 12,
  principal: 12,
  bonus: 12,
  bonusExpiresOn: 14,
  points: 10,
  pointsExpiresOn: 14,
  visits: 10,
  spend: 12,
  referrer: 16,
  tags: 16,
  note: 28,
};
