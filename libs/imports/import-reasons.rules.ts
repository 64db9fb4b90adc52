import type { RowProblem } from './import-row.rules.js';
import { IMPORT_TEXT } from './import.locale.js';

type Locale = keyof typeof IMPORT_TEXT;

function yuan(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Why a row can't be taken, in words; parameters named …Cents as yuan. */
export function reasonOf({ code, params = {} }: Omit<RowProblem, 'field'>, locale: Locale): string {
  const text = IMPORT_TEXT[locale].problems[code] ?? code;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return typeof value === 'number' && name.endsWith('Cents') ? yuan(value) : String(value ?? '');
  });
}

/** All reasons of a row, each with its column. */
export function reasonsOf(problems: readonly RowProblem[], locale: Locale): string {
  const { fields, reasonLine } = IMPORT_TEXT[locale];
  return problems
    .map((problem) => {
      const reason = reasonOf(problem, locale);
      return problem.field
        ? reasonLine.replace('{column}', fields[problem.field]).replace('{reason}', () => reason)
        : reason;
    })
    .join('; ');
}
