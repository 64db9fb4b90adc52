import { computed, ref, toRaw, type Ref } from 'vue';
import { ApiError } from './api-error.js';
import { type FieldChange, mergeRecord, withField } from './record-merge.js';

/** Somebody else's change of the record that a form is about. */
export interface RecordChange {
  /** null: it is not known who. */
  by: string | null;
  at: string | null;
  fields: FieldChange[];
}

export interface RecordEdit {
  change: Readonly<Ref<RecordChange | null>>;
  /** Whether this is the refusal of a stale form; then the form holds both changes and is sent on top of the other. */
  take(error: unknown): boolean;
  /** Gives up one's own change of a field. */
  takeTheirs(field: string): void;
  /** The name of a field that stands in no FormField. */
  labelOf(field: string): string | undefined;
  /** A value in words, where it is more than a text, an amount or yes and no. */
  textOf(field: string, value: unknown): string | undefined;
}

interface Words {
  /** Fields whose parts are joined one by one. */
  parts?: readonly string[];
  labels?: () => Record<string, string>;
  text?: (field: string, value: unknown) => string | undefined;
}

interface Refusal {
  by: string | null;
  at: string | null;
  version: number | null;
  now: object | null;
}

/** A form about a record: knows the version it was made from, and joins it with what others saved meanwhile. */
export function useRecordEdit<F extends object, R extends object>(
  form: F,
  formOf: (record: R) => Partial<F>,
  { parts, labels, text }: Words = {},
) {
  const version = ref(0);
  const change = ref<RecordChange | null>(null);
  let record: R;
  let opened: F;

  /** Fills the form from the record as it was read. */
  function open(read: R, readVersion: number): void {
    record = read;
    version.value = readVersion;
    change.value = null;
    Object.assign(form, formOf(read));
    opened = copy(form);
  }

  function take(error: unknown): boolean {
    if (!(error instanceof ApiError) || error.code !== 'record.changed') return false;
    const { by, at, version: standing, now } = error.params as unknown as Refusal;
    if (standing === null || now === null) return false;
    record = { ...record, ...now };
    const theirs = formOf(record);
    const merged = mergeRecord(opened, copy(form), theirs, parts);
    Object.assign(form, merged.form);
    Object.assign(opened, copy(theirs));
    version.value = standing;
    change.value = { by, at, fields: merged.changes };
    return true;
  }

  function takeTheirs(field: string): void {
    const found = change.value?.fields.find((each) => each.field === field);
    if (!found) return;
    Object.assign(form, withField(form, field, copy(found.now)));
    found.mine = found.now;
    found.both = false;
  }

  const edit: RecordEdit = {
    change: computed(() => change.value),
    take,
    takeTheirs,
    labelOf: (field) => labels?.()[field],
    textOf: (field, value) => text?.(field, value),
  };
  /** The form as it was read, with what others saved since. */
  return { edit, open, opened: () => opened, version };
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(toRaw(value))) as T;
