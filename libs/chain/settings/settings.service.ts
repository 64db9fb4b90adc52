import { Injectable } from '@nestjs/common';
import { assertVersion, Audit, Clock, Db, DomainError, type Actor } from '#kernel';
import {
  SETTINGS,
  isSettingKey,
  isSettingValue,
  settingsOnScreens,
  type SettingKey,
  type SettingValue,
} from './setting.catalogue.js';
import { type AnySettingValue, SETTING_GROUPS, type SettingSpec } from './setting.specs.js';
import type { SetSettingInput, SettingView } from './setting.dto.js';
import { SettingError } from './setting.errors.js';
import { SettingsRepository, type SettingRow } from './settings.repository.js';

/** Another process sees a change after this time at the latest; the one that made it at once. */
const MAX_AGE_MS = 5_000;

/** What the chain decided. Reading is from memory; nearly every request asks. */
@Injectable()
export class Settings {
  private rows = new Map<string, SettingRow>();
  private loadedAt = Number.NEGATIVE_INFINITY;
  private loading: Promise<void> | undefined;

  constructor(
    private readonly db: Db,
    private readonly repository: SettingsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async get<K extends SettingKey>(key: K): Promise<SettingValue<K>> {
    await this.fresh();
    return this.valueOf(key) as SettingValue<K>;
  }

  /** With the version that it is; 0 for the default, before anybody changed it. */
  async versioned<K extends SettingKey>(
    key: K,
  ): Promise<{ value: SettingValue<K>; version: number }> {
    const value = await this.get(key);
    return { value, version: this.rows.get(key)?.version ?? 0 };
  }

  /** What the screens of whoever signed in are told, by the names that the declarations give (`onScreens`). */
  async onScreens(): Promise<Record<string, AnySettingValue>> {
    await this.fresh();
    return Object.fromEntries(
      settingsOnScreens().map(({ key, name }) => [name, this.valueOf(key)]),
    );
  }

  async list(): Promise<SettingView[]> {
    await this.load();
    const views = (Object.keys(SETTINGS) as SettingKey[]).map((key) => this.view(key));
    return SETTING_GROUPS.flatMap((group) => views.filter((view) => view.group === group));
  }

  /** Errors: setting.not_found, record.changed, request.invalid. */
  async set(actor: Actor, key: string, input: SetSettingInput): Promise<SettingView> {
    if (!isSettingKey(key)) throw SettingError.notFound();
    const { value } = input;
    if (!isSettingValue(key, value)) {
      throw new DomainError('request.invalid', 422, {}, [
        { field: 'value', code: 'field.setting_value' },
      ]);
    }
    await this.db.write(async (tx) => {
      const before = await this.repository.newestOf(tx, key);
      await assertVersion(tx, input.version, {
        subjectKind: 'setting',
        subjectId: key,
        version: before?.version ?? 0,
        now: { value: before?.value ?? SETTINGS[key].default },
      });
      await this.repository.insert(tx, {
        key,
        version: input.version + 1,
        value,
        staffId: actor.staffId,
        changedAt: this.clock.now(),
      });
      await this.audit.record(tx, actor, {
        action: 'setting.change',
        subjectKind: 'setting',
        subjectId: key,
        before: { value: before?.value ?? SETTINGS[key].default },
        after: { value },
      });
    });
    await this.load();
    return this.view(key);
  }

  /** Forgets what was read: for a change that did not come through `set`. */
  forget(): void {
    this.loadedAt = Number.NEGATIVE_INFINITY;
  }

  private async fresh(): Promise<void> {
    if (performance.now() - this.loadedAt > MAX_AGE_MS) await (this.loading ??= this.load());
  }

  private async load(): Promise<void> {
    try {
      const rows = await this.repository.newest(this.db);
      this.rows = new Map(rows.map((row) => [row.key, row]));
      this.loadedAt = performance.now();
    } finally {
      this.loading = undefined;
    }
  }

  private valueOf(key: SettingKey): AnySettingValue {
    const stored = this.rows.get(key)?.value;
    // A value that an older version of the catalogue allowed counts no more.
    return isSettingValue(key, stored) ? stored : SETTINGS[key].default;
  }

  private view(key: SettingKey): SettingView {
    const spec: SettingSpec = SETTINGS[key];
    const row = this.rows.get(key);
    return {
      key,
      group: spec.group,
      type: spec.type,
      value: this.valueOf(key),
      default: spec.default,
      version: row?.version ?? 0,
      changedAt: row?.changedAt ?? null,
      ...('options' in spec ? { options: spec.options } : {}),
      ...('min' in spec ? { min: spec.min } : {}),
      ...('max' in spec ? { max: spec.max } : {}),
      ...('unit' in spec && spec.unit ? { unit: spec.unit } : {}),
    };
  }
}
