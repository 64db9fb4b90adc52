import type { ImportLocale, RowProblem } from './import.types.js';

/** The words of a kind of import in one language. */
export interface ImportText {
  /** Headers of the template. */
  fields: Readonly<Record<string, string>>;
  /** What may stand in a column. */
  notes: Readonly<Record<string, string>>;
  /** Why a row can't be taken; {…} are its parameters. */
  problems: Readonly<Record<string, string>>;
  reason: string;
  yes: string;
  sheet: string;
  notesSheet: string;
  notesHead: readonly [string, string];
  advice: readonly string[];
  example: Readonly<Partial<Record<string, string | number>>>;
  /** {column}: {reason} */
  reasonLine: string;
  templateName: string;
  errorsName: string;
}

export type ImportTexts = Readonly<Record<ImportLocale, ImportText>>;

function yuan(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Why a row can't be taken, in words; parameters named …Cents as yuan. */
export function reasonOf(
  { code, params = {} }: Omit<RowProblem, 'field'>,
  { problems }: Pick<ImportText, 'problems'>,
): string {
  const text = problems[code] ?? code;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return typeof value === 'number' && name.endsWith('Cents') ? yuan(value) : String(value ?? '');
  });
}

/** All reasons of a row, each with its column. */
export function reasonsOf(problems: readonly RowProblem[], text: ImportText): string {
  const { fields, reasonLine } = text;
  return problems
    .map((problem) => {
      const reason = reasonOf(problem, text);
      return problem.field
        ? reasonLine
            .replace('{column}', fields[problem.field] ?? problem.field)
            .replace('{reason}', () => reason)
        : reason;
    })
    .join('; ');
}
