import { visibleText } from '#kernel/rules';
import type { DateShape } from './date-format.js';
import { LIMITS, type ReadCell } from './reading.types.js';

// Control characters mean nothing in a cell, and the database takes no NUL.
const CONTROLS = /[\u0000-\u001f\u007f]+/g;
/** What keeps a spreadsheet from reading a number or a formula; it is no part of the text. */
const TEXT_MARK = /^['‘’＇](?=[\d+=@-])/;

/** Text as people meant it: no control characters, half characters or blanks around it; null where nothing is left. */
export function textCell(text: string): ReadCell {
  if (text.length > LIMITS.cellChars) return { e: 'too_long' };
  const clean = visibleText(text.toWellFormed()).replace(CONTROLS, ' ').trim();
  return clean.replace(TEXT_MARK, '').trim() || null;
}

const MAX_DIGITS = 15;

/** A number as a spreadsheet shows it: fifteen digits; what has more was rounded when it was typed. */
function numberCell(raw: string): ReadCell {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return textCell(raw);
  if (Math.abs(value) >= 10 ** MAX_DIGITS) return { e: 'digits_lost' };
  return { n: String(Number(value.toPrecision(MAX_DIGITS))) };
}

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465;

/**
 * A spreadsheet's number as its format shows it. Day 0 is what an empty cell became. Days before March 1900 are one off:
 * 1900 is taken for a leap year there.
 */
export function serialCell(raw: string, shape: DateShape | undefined, date1904: boolean): ReadCell {
  const serial = Number(raw);
  if (!shape || !Number.isFinite(serial) || serial < 0 || serial > LAST_SERIAL)
    return numberCell(raw);
  if (serial === 0) return null;
  const days = Math.floor(serial);
  const seconds = Math.round((serial - days) * 86_400);
  const shift = !date1904 && days < 60 ? 1 : 0;
  const at = (date1904 ? EPOCH_1904 : EPOCH_1900) + (days + shift) * DAY_MS + seconds * 1_000;
  const [day = '', time = ''] = new Date(at).toISOString().slice(0, 19).split('T');
  if (shape === 'time' || days === 0) return time;
  if (shape === 'part') return { e: 'part_of_a_date' };
  if (shape === 'no_year') return { d: day.slice(5) };
  return { d: seconds ? `${day} ${time}` : day };
}
