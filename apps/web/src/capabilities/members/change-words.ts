/** What a record of a change says, in words: one line for each thing that changed. */
export interface ChangeWords {
  t: (key: string, params?: Record<string, unknown>) => string;
  te: (key: string) => boolean;
  levelName: (id: number) => string | undefined;
  money: (cents: number) => string;
}
export interface ChangeLine {
  label: string;
  before: string | null;
  after: string;
}

type Facts = Record<string, unknown> | null;

// Said by others in one line, or of no use to a reader.
const SKIPPED = new Set([
  'version',
  'walletId',
  'bytes',
  'birthLeapMonth',
  'birthYear',
  'birthMonth',
  'birthDay',
]);

export function changeLines(before: Facts, after: Facts, words: ChangeWords): ChangeLine[] {
  const keys = [...new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})])];
  const lines = keys
    .filter((key) => !SKIPPED.has(key) && words.te(`memberChange.facts.${key}`))
    .map((key): ChangeLine => {
      const label = words.t(`memberChange.facts.${key}`);
      const was = before && key in before ? valueWords(key, before[key], words) : null;
      const is = after && key in after ? valueWords(key, after[key], words) : '—';
      return { label, before: was, after: is };
    })
    .filter((line) => line.before !== line.after);
  const birthday = (facts: Facts) =>
    facts && facts['birthMonth']
      ? `${facts['birthYear'] ? `${String(facts['birthYear'])}-` : ''}${String(facts['birthMonth'])}-${String(facts['birthDay'])}`
      : null;
  const is = birthday(after);
  if (is) lines.push({ label: words.t('members.birthday'), before: birthday(before), after: is });
  return lines;
}

function valueWords(key: string, value: unknown, words: ChangeWords): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return words.t(value ? 'memberRecord.yes' : 'memberRecord.no');
  if (typeof value === 'number') {
    if (key === 'levelId') return words.levelName(value) ?? String(value);
    return key.endsWith('Cents') ? words.money(value) : String(value);
  }
  if (Array.isArray(value)) return value.length ? value.join(words.t('memberRecord.comma')) : '—';
  if (typeof value === 'object') {
    const parts = Object.entries(value).map(([name, part]) => `${name}: ${String(part)}`);
    return parts.length ? parts.join(words.t('memberRecord.comma')) : '—';
  }
  const coded = `memberChange.values.${key}.${String(value)}`;
  return words.te(coded) ? words.t(coded) : String(value);
}
