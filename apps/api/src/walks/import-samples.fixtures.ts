import type { ActSample } from './act-samples.fixtures.js';

const TOTALS = { rows: 1, principalCents: 5_00, bonusCents: 0, points: 0, visits: 0 };

/** The figures of an older system's members, signed. */
export const importSamples: Record<string, ActSample> = {
  'POST /imports/:id/commit': {
    by: 'head',
    async ask({ api: { db } }) {
      const { id } = await db.one<{ id: number }>(
        `INSERT INTO import_job (source, file_name, file_bytes, locale, status, staff_id, created_at, findings, expires_at)
         SELECT 'old', '会员.xlsx', 1, 'zh-CN', 'checked', s.id, now(), jsonb_build_object('ready', $1::jsonb), now() + interval '30 days'
           FROM staff s WHERE s.login LIKE 'head-%' ORDER BY s.id LIMIT 1 RETURNING id`,
        [JSON.stringify({ ...TOTALS, spendCents: 0 })],
      );
      const body = { totals: TOTALS };
      const changed = { totals: { ...TOTALS, principalCents: 6_00 } };
      return { path: `/imports/${id}/commit`, body, changed };
    },
  },
};
