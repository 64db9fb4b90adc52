import type { Declaration, Sql } from '#kernel';
import { LEDGER_CHECKS } from './ledger-checks.js';

/**
 * One question to the books. `sql` answers a row per finding with the text columns subject, left and right: what it is
 * about, what one side says, what the other says. No row: clean. A function is asked when the books are verified.
 */
export interface BookCheck {
  name: string;
  sql: string | (() => string);
}

export interface Finding {
  check: string;
  subject: string;
  left: string;
  right: string;
}

export interface Verification {
  clean: boolean;
  checks: { name: string; durationMs: number; findings: number }[];
  findings: Finding[];
}

const FINDINGS_PER_CHECK = 100;

const checks = new Map<string, BookCheck>(LEDGER_CHECKS.map((check) => [check.name, check]));

let isDeclared = false;

/** What must be true of a capability's own documents. The same name again replaces the check. */
export const bookChecks =
  (...declared: BookCheck[]): Declaration =>
  () => {
    for (const check of declared) checks.set(check.name, check);
    isDeclared = true;
  };

/**
 * Runs every check and returns each finding with both sides, at most 100 of a check. Give it one snapshot
 * (`db.read((sql) => verifyBooks(sql))`): between two moments the two sides may differ.
 */
export async function verifyBooks(sql: Sql): Promise<Verification> {
  // Half of the checks would call books clean that nobody looked at.
  if (!isDeclared) throw new Error('no capability has declared its checks: apps/composition');
  // The checks group whole tables: in memory rather than on disk. Holds for the snapshot's transaction only.
  await sql.query("SELECT set_config('work_mem', '64MB', true)");
  const result: Verification = { clean: true, checks: [], findings: [] };
  for (const { name, sql: text } of checks.values()) {
    const started = performance.now();
    const rows = await sql.query<Omit<Finding, 'check'>>(
      `SELECT c.subject::text AS subject, coalesce(c."left"::text, 'nothing') AS "left", coalesce(c."right"::text, 'nothing') AS "right"
         FROM (${typeof text === 'string' ? text : text()}) c LIMIT ${FINDINGS_PER_CHECK}`,
    );
    result.checks.push({
      name,
      durationMs: Math.round(performance.now() - started),
      findings: rows.length,
    });
    result.findings.push(...rows.map((row) => ({ check: name, ...row })));
  }
  result.clean = result.findings.length === 0;
  return result;
}
