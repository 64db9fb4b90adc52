import { pageOf, type Sql, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { RuleQuery, TopUpRuleInput, TopUpRuleView } from './top-up-rule.dto.js';
import type { TopUpOffer } from './top-up.rules.js';

export interface StoredRule extends TopUpOffer {
  rootId: number;
  version: number;
}

export type RuleRow = Omit<TopUpRuleView, 'overlaps'>;

const COLUMNS = `r.id, coalesce(r.root_id, r.id) AS "rootId", r.version, r.name, r.level_id AS "levelId", r.store_id AS "storeId", r.starts_on AS "startsOn",
  r.ends_on AS "endsOn", r.pay_cents AS "payCents", r.bonus_cents AS "bonusCents", r.bonus_valid_days AS "bonusValidDays",
  r.bonus_instalments AS "bonusInstalments", r.first_after_months AS "firstAfterMonths", r.per_multiple AS "perMultiple", r.points,
  r.grants_level_id AS "grantsLevelId", r.active`;

// On a date: one that is switched off or whose last day has passed is over, one whose first day is to come is planned.
const STATE = `CASE WHEN NOT r.active OR r.ends_on < $1::date THEN 'ended' WHEN r.starts_on > $1::date THEN 'planned' ELSE 'running' END`;
const VIEW = `
  SELECT ${COLUMNS}, ${STATE} AS state, l.name AS "levelName", s.name AS "storeName", g.name AS "grantsLevelName", p.name AS "madeByName",
         r.made_at AS "madeAt",
         (SELECT count(*) FROM top_up t JOIN top_up_rule v ON v.id = t.rule_id
           WHERE coalesce(v.root_id, v.id) = coalesce(r.root_id, r.id)
             AND NOT EXISTS (SELECT FROM top_up_reversal x WHERE x.top_up_id = t.id)) AS "usedTimes"
    FROM top_up_rule r LEFT JOIN level l ON l.id = r.level_id LEFT JOIN store s ON s.id = r.store_id
    LEFT JOIN level g ON g.id = r.grants_level_id LEFT JOIN staff p ON p.id = r.made_by`;

@Injectable()
export class TopUpRulesRepository {
  /** The versions that count, of the stores one may see and of all stores. */
  async page(
    sql: Sql,
    storeIds: readonly number[],
    query: RuleQuery,
    today: string,
  ): Promise<{ rows: RuleRow[]; total: number }> {
    const { limit, offset } = pageOf(query);
    const where = `r.replaced_at IS NULL AND (r.store_id IS NULL OR r.store_id = ANY ($2::bigint[]))
      AND ($3::text IS NULL OR ${STATE} = $3) AND ($4::bigint IS NULL OR r.level_id = $4 OR r.level_id IS NULL)
      AND ($5::bigint IS NULL OR r.store_id = $5 OR r.store_id IS NULL) AND ($6::text IS NULL OR r.name LIKE '%' || $6 || '%')`;
    const params = [
      today,
      storeIds,
      query.state ?? null,
      query.levelId ?? null,
      query.storeId ?? null,
      query.q?.replace(/[\\%_]/g, '\\$&') ?? null,
    ];
    const rows = await sql.query<RuleRow>(
      `${VIEW} WHERE ${where} ORDER BY ${STATE} = 'ended', r.pay_cents, r.id LIMIT $7 OFFSET $8`,
      [...params, limit, offset],
    );
    const { total } = await sql.one<{ total: number }>(
      `SELECT count(*) AS total FROM top_up_rule r WHERE ${where}`,
      params,
    );
    return { rows, total };
  }

  /** Every version of the rule that this one is a version of, the newest first. */
  versions(sql: Sql, id: number, storeIds: readonly number[], today: string): Promise<RuleRow[]> {
    return sql.query<RuleRow>(
      `${VIEW} WHERE coalesce(r.root_id, r.id) = (SELECT coalesce(o.root_id, o.id) FROM top_up_rule o WHERE o.id = $2)
         AND (r.store_id IS NULL OR r.store_id = ANY ($3::bigint[])) ORDER BY r.version DESC`,
      [today, id, storeIds],
    );
  }

  /** The rules that count and are not over, to look for those that meet. */
  current(sql: Sql): Promise<StoredRule[]> {
    return sql.query<StoredRule>(
      `SELECT ${COLUMNS} FROM top_up_rule r WHERE r.replaced_at IS NULL AND r.active`,
    );
  }

  /** The version that counts of the rule that `id` is a version of. Who edits it too waits at its first version. */
  async lock(tx: Tx, id: number): Promise<StoredRule | undefined> {
    const root = await tx.maybe<{ id: number }>(
      `SELECT r.id FROM top_up_rule r WHERE r.id = (SELECT coalesce(o.root_id, o.id) FROM top_up_rule o WHERE o.id = $1)
          FOR NO KEY UPDATE`,
      [id],
    );
    if (!root) return undefined;
    return tx.maybe<StoredRule>(
      `SELECT ${COLUMNS} FROM top_up_rule r WHERE r.replaced_at IS NULL AND coalesce(r.root_id, r.id) = $1`,
      [root.id],
    );
  }

  replaced(tx: Tx, id: number, at: Date): Promise<unknown> {
    return tx.query('UPDATE top_up_rule SET replaced_at = $2 WHERE id = $1', [id, at]);
  }

  async insert(
    tx: Tx,
    rule: TopUpRuleInput & { active: boolean },
    made: { rootId: number | null; version: number; by: number; at: Date },
  ): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO top_up_rule (name, level_id, store_id, starts_on, ends_on, pay_cents, bonus_cents, bonus_valid_days, bonus_instalments,
                                first_after_months, per_multiple, points, grants_level_id, active, root_id, version, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) RETURNING id`,
      [
        rule.name,
        rule.levelId ?? null,
        rule.storeId ?? null,
        rule.startsOn,
        rule.endsOn ?? null,
        rule.payCents,
        rule.bonusCents,
        rule.bonusValidDays ?? null,
        rule.bonusInstalments,
        rule.firstAfterMonths,
        rule.perMultiple,
        rule.points,
        rule.grantsLevelId ?? null,
        rule.active,
        made.rootId,
        made.version,
        made.by,
        made.at,
      ],
    );
    return id;
  }

  async levelExists(sql: Sql, id: number): Promise<boolean> {
    return (await sql.maybe('SELECT 1 FROM level WHERE id = $1', [id])) !== undefined;
  }
}
