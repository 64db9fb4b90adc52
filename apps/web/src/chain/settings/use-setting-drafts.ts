import { useEventListener } from '@vueuse/core';
import { ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { ElMessageBox } from 'element-plus';
import { ApiError, formatMoney } from '#web/web-kit';
import { errorMessage } from '../../api/error-message.js';
import type { SettingRow, SettingValue } from '../../api/types.js';
import { formatDateTime } from '../../format/format.js';
import { t, te, wordOf } from '../../i18n/i18n.js';
import { notify } from '../../notify.js';
import { saveSetting } from './settings.queries.js';

/**
 * Values that were typed and are not saved: kept until they are saved or discarded, guarded when the page is left. Each is
 * saved with the version that was read; what somebody else changed meanwhile is said at the setting, and the draft stays.
 */
export function useSettingDrafts(on: { saved: (row: SettingRow) => void; stale: () => void }) {
  const drafts = ref<Record<string, SettingValue | null>>({});
  const problems = ref<Record<string, string>>({});
  const busy = ref(false);

  const valueOf = (row: SettingRow): SettingValue | null =>
    row.key in drafts.value ? (drafts.value[row.key] ?? null) : row.value;
  const changed = (rows: readonly SettingRow[]): SettingRow[] =>
    rows.filter((row) => valueOf(row) !== row.value);
  const blocked = (rows: readonly SettingRow[]): boolean =>
    changed(rows).some((row) => !isInBounds(row, valueOf(row)));

  function change(row: SettingRow, value: SettingValue | null): void {
    const { [row.key]: _said, ...others } = problems.value;
    problems.value = others;
    const { [row.key]: _before, ...rest } = drafts.value;
    drafts.value = value === row.value ? rest : { ...rest, [row.key]: value };
  }

  function discard(): void {
    drafts.value = {};
    problems.value = {};
  }

  async function save(rows: readonly SettingRow[]): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    let saved = 0;
    try {
      for (const row of changed(rows)) if (await saveOne(row)) saved += 1;
    } finally {
      busy.value = false;
    }
    if (saved) notify('success', t('settings.saved', { n: saved }));
  }

  async function saveOne(row: SettingRow): Promise<boolean> {
    const value = valueOf(row);
    if (value === null) return false;
    try {
      on.saved(await saveSetting(row.key, value, row.version));
      const { [row.key]: _draft, ...others } = drafts.value;
      drafts.value = others;
      return true;
    } catch (error) {
      problems.value = { ...problems.value, [row.key]: problemOf(row, error) };
      if (error instanceof ApiError && error.code === 'record.changed') on.stale();
      return false;
    }
  }

  const unsaved = (): boolean => Object.keys(drafts.value).length > 0;
  useEventListener('beforeunload', (event: BeforeUnloadEvent) => {
    if (unsaved()) event.preventDefault();
  });
  onBeforeRouteLeave(async () => {
    if (!unsaved()) return true;
    try {
      await ElMessageBox.confirm(t('settings.leaveAsk'), t('settings.leaveTitle'), {
        confirmButtonText: t('settings.leave'),
        cancelButtonText: t('settings.stay'),
      });
      return true;
    } catch {
      return false;
    }
  });

  return { valueOf, changed, blocked, change, discard, save, problems, busy };
}

function isInBounds({ type, min = 0, max = Number.MAX_SAFE_INTEGER }: SettingRow, value: unknown) {
  if (type !== 'whole' && type !== 'cents') return value !== null;
  return typeof value === 'number' && value >= min && value <= max;
}

function problemOf(row: SettingRow, error: unknown): string {
  if (!(error instanceof ApiError) || error.code !== 'record.changed') return errorMessage(error);
  const { by, at, now } = error.params as { by: string; at: string; now: { value: unknown } };
  if (!by) return errorMessage(error);
  const shown = { name: by, at: formatDateTime(at), value: valueWords(row, now.value) };
  return t('settings.changedBy', shown);
}

function valueWords({ key, type }: SettingRow, value: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'kit.yes' : 'kit.no');
  if (type === 'cents') return formatMoney(Number(value));
  if (type !== 'choice') return String(value);
  const own = `settings.optionsOf.${key}.${String(value)}`;
  return te(own) ? t(own) : wordOf('settings.options', String(value));
}
