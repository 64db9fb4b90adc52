import { auditChanges, type AuditWords } from './audit-changes.js';
import { AUDIT_TEXT } from './audit-text.js';

type Locale = keyof typeof AUDIT_TEXT;
type Tree = { readonly [key: string]: Tree | string };

/** The word of a path such as 'audit.fields.name'; undefined where there is none. */
function wordOf(locale: Locale, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<Tree | string | undefined>(
      (node, key) => (typeof node === 'object' ? node[key] : undefined),
      AUDIT_TEXT[locale],
    );
  return typeof found === 'string' ? found : undefined;
}

const figure = (locale: Locale, digits = 0) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: 3 });

function wordsOf(locale: Locale): AuditWords {
  const yesNo: Record<string, string> =
    locale === 'en'
      ? { 'common.yes': 'Yes', 'common.no': 'No' }
      : { 'common.yes': '是', 'common.no': '否' };
  return {
    t: (key) => yesNo[key] ?? wordOf(locale, key) ?? key,
    te: (key) => wordOf(locale, key) !== undefined,
    money: (cents) => figure(locale, 2).format(cents / 100),
    quantity: (milli) => figure(locale).format(milli / 1_000),
    rate: (bps) => `${figure(locale).format(bps / 100)}%`,
    number: (value) => figure(locale).format(value),
    instant: (value) => value.slice(0, 16).replace('T', ' '),
    nameOf: () => undefined,
  };
}

/** The word of an act or of what it is about; what an older release wrote may have none. */
export function auditWord(locale: Locale, group: 'actions' | 'subjects', code: string): string {
  return wordOf(locale, `audit.${group}.${code}`) ?? AUDIT_TEXT[locale].audit.other;
}

/** What a record changed, a line for each thing. */
export function changesText(row: Readonly<Record<string, unknown>>, locale: Locale): string {
  const { before, after, subjectId } = row as Record<'before' | 'after', object | null> & {
    subjectId: string;
  };
  return auditChanges({ before, after, subjectId }, wordsOf(locale))
    .map(
      (change) =>
        `${change.label}: ${[change.before, change.after].filter(Boolean).join(' → ') || '—'}`,
    )
    .join('\n');
}
