import { isDate } from '#kernel/rules';

export const FIELD_KINDS = ['text', 'number', 'date', 'choice', 'flag'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field that the chain made itself. */
export interface FieldSpec {
  code: string;
  kind: FieldKind;
  options: readonly string[];
  required: boolean;
  active: boolean;
}

export type FieldValue = string | number | boolean;
export type FieldValues = Record<string, FieldValue>;

export interface FieldRefusal {
  code: string;
  rule: 'unknown' | 'missing' | 'wrong';
}

/** No name that every object has: no request may carry one, so nobody could send its value. */
export const FIELD_CODE = /^(?!constructor$)[a-z][a-z0-9_]*$/;

/** What a member has in a field: what every object inherits is nothing of the member. */
export const ownValue = <Value>(values: Readonly<Record<string, Value>>, code: string) =>
  Object.hasOwn(values, code) ? values[code] : undefined;

const MAX_TEXT = 200;
export const MAX_FIELD_NUMBER = 1_000_000_000_000;
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/**
 * Custom fields of a member after a change: what was left out stays, null and empty text clear. A value of a field that is no
 * longer used stays as it is and can't be set. Required fields are asked for where the whole record is given (`whole`),
 * and wherever they are cleared.
 */
export function checkedFields(
  specs: readonly FieldSpec[],
  given: Readonly<Record<string, unknown>>,
  before: FieldValues,
  { whole }: { whole: boolean },
): { values: FieldValues; refusals: FieldRefusal[] } {
  const byCode = new Map(specs.filter(({ active }) => active).map((spec) => [spec.code, spec]));
  const values: FieldValues = { ...before };
  const refusals: FieldRefusal[] = [];
  for (const [code, raw] of Object.entries(given)) {
    const spec = byCode.get(code);
    if (!spec) {
      refusals.push({ code, rule: 'unknown' });
      continue;
    }
    const value = cleaned(spec, raw);
    if (value === undefined) refusals.push({ code, rule: 'wrong' });
    else if (value === null) delete values[code];
    else values[code] = value;
  }
  const refused = new Set(refusals.map(({ code }) => code));
  for (const { code, required } of byCode.values()) {
    const asked = whole || Object.hasOwn(given, code);
    if (required && asked && !refused.has(code) && ownValue(values, code) === undefined) {
      refusals.push({ code, rule: 'missing' });
    }
  }
  return { values, refusals };
}

// undefined: not a value of this kind; null: cleared.
function cleaned(spec: FieldSpec, raw: unknown): FieldValue | null | undefined {
  if (raw === null) return null;
  if (typeof raw === 'string' && raw.trim() === '') return null;
  switch (spec.kind) {
    case 'text':
      return typeof raw === 'string' && raw.trim().length <= MAX_TEXT && !CONTROL.test(raw)
        ? raw.trim()
        : undefined;
    case 'number':
      return typeof raw === 'number' && Number.isFinite(raw) && Math.abs(raw) <= MAX_FIELD_NUMBER
        ? raw
        : undefined;
    case 'date':
      return typeof raw === 'string' && isDate(raw) && raw >= '1900-01-01' && raw <= '2999-12-31'
        ? raw
        : undefined;
    case 'choice':
      return typeof raw === 'string' && spec.options.includes(raw) ? raw : undefined;
    case 'flag':
      return typeof raw === 'boolean' ? raw : undefined;
  }
}

/** What is wrong with the definition of a field, if anything. */
export function fieldProblem(field: {
  kind: FieldKind;
  options: readonly string[];
}): 'choices_missing' | 'choices_doubled' | null {
  if (field.kind !== 'choice') return null;
  if (field.options.length === 0) return 'choices_missing';
  return new Set(field.options).size < field.options.length ? 'choices_doubled' : null;
}
