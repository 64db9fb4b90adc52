import { by, byWords, nothing, sql, type SqlText } from '#kernel/lists';
import type { RuleState } from './top-up-rule.dto.js';

/** What a rule `r` gives, as it is asked for: bonus and points have columns of their own. */
export const RULE_GIVES = sql`
  CASE WHEN r.bonus_cents > 0 THEN jsonb_build_array(jsonb_build_object('kind', 'bonus', 'bonusCents', r.bonus_cents, 'bonusValidDays', r.bonus_valid_days,
         'bonusInstalments', r.bonus_instalments, 'firstAfterMonths', r.first_after_months)) ELSE '[]' END
  || CASE WHEN r.points > 0 THEN jsonb_build_array(jsonb_build_object('kind', 'points', 'points', r.points)) ELSE '[]' END || r.gives AS gives`;

export const RULE_COLUMNS = sql`
  r.id, coalesce(r.root_id, r.id) AS "rootId", r.version, r.name, r.level_id AS "levelId", r.store_id AS "storeId", r.starts_on AS "startsOn",
  r.ends_on AS "endsOn", r.pay_cents AS "payCents", ${RULE_GIVES}, r.per_multiple AS "perMultiple",
  r.grants_level_id AS "grantsLevelId", r.active`;

/** On a day: one that is switched off or whose last day has passed is over, one whose first day is to come is planned. */
const stateOn = (today: string): SqlText => sql`
  CASE WHEN NOT r.active OR r.ends_on < ${today}::date THEN 'ended' WHEN r.starts_on > ${today}::date THEN 'planned' ELSE 'running' END`;

export const RULE_SORTS = {
  name: byWords(sql`r.name`),
  state: by(({ today }) => stateOn(today)),
  payCents: by(sql`r.pay_cents`),
};

interface RuleFilter {
  q?: string | null;
  state?: RuleState | null;
  level?: readonly number[] | null;
  store?: readonly number[] | null;
}

/** The condition on `r` that a filter means: the versions that count, of these stores and of all stores. */
export function ruleMatches(
  { q, state, level, store }: RuleFilter,
  { storeIds, today }: { storeIds: readonly number[]; today: string },
): SqlText {
  const like = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
  return sql`r.replaced_at IS NULL AND (r.store_id IS NULL OR r.store_id = ANY (${storeIds}::bigint[])) AND cardinality(${storeIds}::bigint[]) > 0
    ${state ? sql`AND ${stateOn(today)} = ${state}` : nothing}
    ${level ? sql`AND (r.level_id IS NULL OR r.level_id = ANY (${level}::bigint[]))` : nothing}
    ${store ? sql`AND (r.store_id IS NULL OR r.store_id = ANY (${store}::bigint[]))` : nothing}
    ${like ? sql`AND r.name LIKE ${like}` : nothing}`;
}

/** The rows of a list for the versions whose ids a query gives. */
export function ruleRows(ids: SqlText, today: string): SqlText {
  return sql`
    SELECT ${RULE_COLUMNS}, ${stateOn(today)} AS state, l.name AS "levelName", s.name AS "storeName", g.name AS "grantsLevelName",
           p.name AS "madeByName", r.made_at AS "madeAt",
           (SELECT count(*) FROM top_up t JOIN top_up_rule v ON v.id = t.rule_id
             WHERE coalesce(v.root_id, v.id) = coalesce(r.root_id, r.id)
               AND NOT EXISTS (SELECT FROM top_up_reversal x WHERE x.top_up_id = t.id)) AS "usedTimes"
      FROM (${ids}) h JOIN top_up_rule r ON r.id = h.id LEFT JOIN level l ON l.id = r.level_id LEFT JOIN store s ON s.id = r.store_id
      LEFT JOIN level g ON g.id = r.grants_level_id LEFT JOIN staff p ON p.id = r.made_by`;
}
