import type { Db } from '#kernel';

/** Fails the test whose act left the books unclean, with both sides of each finding. */
export async function expectCleanBooks(db: Db): Promise<void> {
  const ledger = await import('#ledger').catch(() => undefined);
  if (!ledger) return;
  const { findings } = await db.read((sql) => ledger.verifyBooks(sql));
  expect(findings).toEqual([]);
}
