/** Which column of the file a field is read from, counted from 0. */
export type ColumnMapping<Field extends string = string> = Partial<Record<Field, number>>;

/** What a column can mean. */
export interface ImportField<Name extends string = string> {
  name: Name;
  /** Headers as the previous systems write them, in the form of headerKey. */
  aliases: readonly string[];
  /** In characters, in the template. */
  width: number;
  /** A number, which stays one in the file of refused rows. */
  isFigure?: boolean;
  /** One column may mean both: the day and that it is lunar. */
  sharesWith?: Name;
}

// What the file of refused rows adds; it means nothing when it comes back.
const REASON_HEADERS = ['原因', '未导入原因', 'reason', 'whynotimported'];
const SECRET_HEADER = /密码|口令|password|passwd|^pin(码)?$/i;
/** No header that is known is longer, with its unit and a remark. */
const MAX_HEADER = 100;

/** A header without its unit, marks and blanks: '余额（元）*' is '余额'. */
export function headerKey(header: string): string {
  return header
    .slice(0, MAX_HEADER)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s*:：.#_-]+/g, '');
}

export function isSecretHeader(header: string): boolean {
  return SECRET_HEADER.test(headerKey(header));
}

/** Headers by which the row of headers is found in a file. */
export const knownHeaders = (fields: readonly ImportField[]): string[] => [
  ...fields.flatMap(({ aliases }) => aliases),
  ...REASON_HEADERS,
];

export type ColumnProblem =
  /** One column can't mean two things. */
  'column_twice' | 'column_missing';

/** What stands against a mapping to a file with so many columns, whatever the fields mean. */
export function columnProblems<Field extends string>(
  fields: readonly ImportField<Field>[],
  mapping: ColumnMapping<Field>,
  columns: number,
): { field: Field; code: ColumnProblem }[] {
  const problems: { field: Field; code: ColumnProblem }[] = [];
  const taken = new Map<number, ImportField<Field>>();
  for (const field of fields) {
    const column = mapping[field.name];
    if (column === undefined) continue;
    if (column >= columns) problems.push({ field: field.name, code: 'column_missing' });
    const other = taken.get(column);
    if (other && other.sharesWith !== field.name && field.sharesWith !== other.name)
      problems.push({ field: field.name, code: 'column_twice' });
    taken.set(column, field);
  }
  return problems;
}
