import type { Sql, Tx } from '#kernel';
import { run, runMaybe, sql } from '#kernel/lists';
import { Injectable } from '@nestjs/common';
import { RULE_COLUMNS, ruleRows } from './rule-list.query.js';
import type { TopUpRuleView } from './top-up-rule.dto.js';
import type { TopUpOffer } from './top-up.rules.js';

export interface StoredRule extends TopUpOffer {
  rootId: number;
  version: number;
}

export type RuleRow = Omit<TopUpRuleView, 'overlaps'>;

@Injectable()
export class TopUpRulesRepository {
  /** Every version of the rule that this one is a version of, the newest first. */
  versions(on: Sql, id: number, storeIds: readonly number[], today: string): Promise<RuleRow[]> {
    return run<RuleRow>(
      on,
      sql`${ruleRows(
        sql`SELECT r.id FROM top_up_rule r WHERE coalesce(r.root_id, r.id) = (SELECT coalesce(o.root_id, o.id) FROM top_up_rule o WHERE o.id = ${id})
               AND (r.store_id IS NULL OR r.store_id = ANY (${storeIds}::bigint[]))`,
        today,
      )} ORDER BY r.version DESC`,
    );
  }

  /** The rules that count and are not over, to look for those that meet. */
  current(on: Sql): Promise<StoredRule[]> {
    return run<StoredRule>(
      on,
      sql`SELECT ${RULE_COLUMNS} FROM top_up_rule r WHERE r.replaced_at IS NULL AND r.active`,
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
    return runMaybe<StoredRule>(
      tx,
      sql`SELECT ${RULE_COLUMNS} FROM top_up_rule r WHERE r.replaced_at IS NULL AND coalesce(r.root_id, r.id) = ${root.id}`,
    );
  }

  async levelExists(sql: Sql, id: number): Promise<boolean> {
    return (await sql.maybe('SELECT 1 FROM level WHERE id = $1', [id])) !== undefined;
  }
}
