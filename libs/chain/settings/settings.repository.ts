import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '#kernel';

export interface SettingRow {
  key: string;
  version: number;
  value: unknown;
  changedAt: Date;
}

@Injectable()
export class SettingsRepository {
  /** The newest version of each setting that was ever changed. */
  newest(sql: Sql): Promise<SettingRow[]> {
    return sql.query<SettingRow>(
      'SELECT DISTINCT ON (key) key, version, value, changed_at AS "changedAt" FROM setting ORDER BY key, version DESC',
    );
  }

  newestOf(tx: Tx, key: string): Promise<SettingRow | undefined> {
    return tx.maybe<SettingRow>(
      'SELECT key, version, value, changed_at AS "changedAt" FROM setting WHERE key = $1 ORDER BY version DESC LIMIT 1',
      [key],
    );
  }

  insert(
    tx: Tx,
    row: Omit<SettingRow, 'changedAt'> & { staffId: number | null; changedAt: Date },
  ): Promise<unknown> {
    return tx.query(
      'INSERT INTO setting (key, version, value, staff_id, changed_at) VALUES ($1, $2, $3, $4, $5)',
      [row.key, row.version, JSON.stringify(row.value), row.staffId, row.changedAt],
    );
  }
}
