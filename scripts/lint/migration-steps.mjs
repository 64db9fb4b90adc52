// Expand, then contract: while an update runs, processes of the release before still use the schema. A step takes nothing
// away, and builds no index that stops the writers of a table that was there before.

const CREATED = /CREATE TABLE (?:IF NOT EXISTS )?([\w.]+)/g;
const INDEX =
  /CREATE (?:UNIQUE )?INDEX (CONCURRENTLY )?(?:IF NOT EXISTS )?\w+ ON (?:ONLY )?([\w.]+)/g;
const CONCURRENT_STEP = /^(?:--[^\n]*\n|\s)*CREATE (?:UNIQUE )?INDEX CONCURRENTLY [^;]+;?\s*$/;
const TAKES_AWAY = [
  /\bDROP (?:TABLE|COLUMN|TYPE|VIEW|FUNCTION|SCHEMA)\b(?! IF EXISTS pg_temp)/,
  /\bRENAME (?:TO|COLUMN)\b/,
  /\bALTER (?:COLUMN )?\w+ (?:SET DATA )?TYPE\b/,
  /\bALTER TYPE [\w.]+ (?:ADD|DROP|ALTER) ATTRIBUTE\b/,
];
/** What is taken away is said with the release since which nothing uses it. */
const SAID = /^-- contracts: .+ unused since \d+\.\d+\.\d+/m;

/** @param {string} text @returns {string[]} what is wrong with a step that the last release did not have */
export function problemsOf(text) {
  const sql = text.replace(/--[^\n]*/g, '');
  const own = new Set([...sql.matchAll(CREATED)].map((match) => match[1]));
  const problems = [];
  for (const [, concurrently, table] of sql.matchAll(INDEX)) {
    if (own.has(table)) continue;
    if (!concurrently)
      problems.push(
        `an index on ${table} stops its writers: a step of its own, CREATE INDEX CONCURRENTLY`,
      );
    else if (!CONCURRENT_STEP.test(text))
      problems.push(`an index that is built concurrently is the only statement of its step`);
  }
  if (!SAID.test(text))
    for (const pattern of TAKES_AWAY) {
      const found = pattern.exec(sql)?.[0];
      if (found)
        problems.push(
          `${found}: the release before may still use it; "-- contracts: … unused since 1.2.3" says that it does not`,
        );
    }
  return problems;
}
