/** What somebody else changed of a record while a form was open. */
export interface FieldChange {
  /** Its name; with a dot for a part of a field that is joined part by part. */
  field: string;
  before: unknown;
  now: unknown;
  mine: unknown;
  /** Changed here too: the form keeps its own. */
  both: boolean;
}

type Values = Record<string, unknown>;

/**
 * Lays a record as it is now under a form that was opened before: what was not touched here takes over what is there
 * now, what was typed stays. Fields named in `parts` hold independent values (own fields, consents), joined one by one.
 */
export function mergeRecord<F extends object>(
  opened: F,
  mine: F,
  now: Partial<F>,
  parts: readonly string[] = [],
): { form: F; changes: FieldChange[] } {
  const form = { ...mine } as Values;
  const changes: FieldChange[] = [];
  const [before, typed] = [opened as Values, mine as Values];
  for (const [field, theirs] of Object.entries(now as Values)) {
    if (parts.includes(field)) {
      const inner = mergeRecord(
        ...([before[field], typed[field], theirs] as [Values, Values, Values]),
      );
      form[field] = inner.form;
      changes.push(...inner.changes.map((part) => ({ ...part, field: `${field}.${part.field}` })));
      continue;
    }
    if (same(theirs, before[field]) || same(theirs, typed[field])) continue;
    const both = !same(typed[field], before[field]);
    changes.push({ field, before: before[field], now: theirs, mine: typed[field], both });
    if (!both) form[field] = theirs;
  }
  return { form: form as F, changes };
}

/** The form with one field, or one part of a field, set. */
export function withField<F extends object>(form: F, field: string, value: unknown): F {
  if (field in form) return { ...form, [field]: value };
  const whole = longestOf(Object.keys(form).filter((name) => field.startsWith(`${name}.`)));
  const inner = (form as Values)[whole] as Values;
  return { ...form, [whole]: { ...inner, [field.slice(whole.length + 1)]: value } };
}

const longestOf = (names: readonly string[]): string =>
  names.reduce((longest, name) => (name.length > longest.length ? name : longest), '');

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
