import type { DocumentKind } from './member.rules.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** How a number is kept: without spaces and dashes, in capitals. */
export const tidyNumber = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

/** Whether a document can carry this number; of identity cards the check digit is counted (GB 11643). */
export function isPossibleNumber(kind: DocumentKind, number: string): boolean {
  if (kind !== 'id_card') return /^[0-9A-Z]{4,30}$/.test(number);
  if (!/^\d{17}[0-9X]$/.test(number)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return CHECKS[sum % 11] === number[17];
}
