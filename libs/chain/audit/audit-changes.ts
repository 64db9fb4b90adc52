/** What a row of the audit log says besides who, when and what: one line for each thing, in words, with the figures as people write them. */
export interface AuditWords {
  t: (key: string) => string;
  te: (key: string) => boolean;
  money: (cents: number) => string;
  quantity: (milli: number) => string;
  rate: (bps: number) => string;
  number: (value: number) => string;
  instant: (value: string) => string;
  /** The name of what an id stands for, where the reader's lists know it. */
  nameOf: (field: string, id: number) => string | undefined;
}

export interface AuditChange {
  field: string;
  label: string;
  before: string;
  after: string;
}

type Facts = Record<string, unknown>;

/** Keys and counters of the system: they tell a reader nothing. */
export const SKIPPED_FIELDS: ReadonlySet<string> = new Set([
  ...['id', 'version', 'walletId', 'documentId', 'payoutId', 'requestId', 'memberIds', 'parentId'],
  ...['depth', 'bytes', 'categoryId', 'identity', 'proven', 'tills', 'filters', 'provenId'],
]);

/** Only what differs; an act that tells only what it changed says nothing about the rest. */
export function auditChanges(
  row: { before: object | null; after: object | null; subjectId: string },
  words: AuditWords,
): AuditChange[] {
  const old = (row.before ?? {}) as Facts;
  const now = (row.after ?? {}) as Facts;
  const both = Object.keys(old).length > 0 && Object.keys(now).length > 0;
  const fields = both ? Object.keys(now) : [...Object.keys(old), ...Object.keys(now)];
  return fields.flatMap((field) => {
    const label = `audit.fields.${field}`;
    // A field without words is left out: nobody could read it. The words are complete, a test walks the code for them.
    if (SKIPPED_FIELDS.has(field) || !words.te(label)) return [];
    const unit = String(now['kind'] ?? old['kind'] ?? '');
    const shown = (value: unknown) => valueText(field, value, { ...words, unit });
    const before = both ? shown(old[field]) : '';
    const after = shown(now[field] ?? (both ? undefined : old[field]));
    return before === after ? [] : [{ field, label: words.t(label), before, after }];
  });
}

function valueText(field: string, value: unknown, words: AuditWords & { unit: string }): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return words.t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return numberText(field, value, words);
  if (Array.isArray(value)) {
    if (value.every((part) => typeof part !== 'object'))
      return value.map((part) => valueText(field, part, words)).join(' · ');
    return words.number(value.length);
  }
  if (typeof value === 'object') {
    // Named values (custom fields, totals): each with its name where there is one.
    return Object.entries(value)
      .filter(([, part]) => typeof part !== 'object')
      .map(([name, part]) => {
        const key = `audit.fields.${name}`;
        return `${words.te(key) ? words.t(key) : name}: ${valueText(name, part, words)}`;
      })
      .join(' · ');
  }
  return codeText(String(value), words);
}

function numberText(field: string, value: number, words: AuditWords & { unit: string }): string {
  if (field.endsWith('Cents')) return `¥${words.money(value)}`;
  // An adjustment is of points or of money.
  if (['amount', 'balance'].includes(field))
    return words.unit === 'points' ? words.number(value) : `¥${words.money(value)}`;
  if (field.endsWith('Milli')) return words.quantity(value);
  if (field === 'pointsPerYuanBps' || field === 'pointsFactorBps') return String(value / 10_000);
  if (field.endsWith('Bps')) return words.rate(value);
  if (field.endsWith('Id')) return words.nameOf(field, value) ?? `#${value}`;
  return words.number(value);
}

function codeText(value: string, words: AuditWords): string {
  if (/^[a-z][a-z0-9_.]*$/.test(value)) {
    // What an approval is asked for is an act, which mostly has a row of its own.
    const coded = [`audit.values.${value}`, `audit.actions.${value}`].find(words.te);
    if (coded) return words.t(coded);
  }
  if (/^\d{4}-\d\d-\d\dT\d\d:/.test(value)) return words.instant(value);
  return value;
}
