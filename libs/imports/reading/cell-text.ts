import { LIMITS, type ReadCell } from './reading.types.js';

// Control characters mean nothing in a cell, and the database takes no NUL.
const CONTROLS = /[\u0000-\u001f\u007f\u200b\ufeff]+/g;

/** Text as people meant it: no control characters, half characters or blanks around it; null where nothing is left. */
export function textCell(text: string): ReadCell {
  if (text.length > LIMITS.cellChars) return { e: 'too_long' };
  const clean = text.toWellFormed().replace(CONTROLS, ' ').trim();
  return clean === '' ? null : clean;
}

const MAX_DIGITS = 15;

/** A number as a spreadsheet shows it: fifteen digits; what has more was rounded when it was typed. */
export function numberCell(raw: string): ReadCell {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return textCell(raw);
  if (Math.abs(value) >= 10 ** MAX_DIGITS) return { e: 'digits_lost' };
  return { n: String(Number(value.toPrecision(MAX_DIGITS))) };
}

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465;

/** A spreadsheet's day count as a date. Days before March 1900 are one off there: 1900 is taken for a leap year. */
export function serialCell(raw: string, date1904: boolean): ReadCell {
  const serial = Number(raw);
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_SERIAL) return numberCell(raw);
  const days = Math.floor(serial);
  const seconds = Math.round((serial - days) * 86_400);
  const shift = !date1904 && days < 60 ? 1 : 0;
  const at = (date1904 ? EPOCH_1904 : EPOCH_1900) + (days + shift) * DAY_MS + seconds * 1_000;
  const text = new Date(at).toISOString();
  return { d: seconds ? `${text.slice(0, 10)} ${text.slice(11, 19)}` : text.slice(0, 10) };
}
