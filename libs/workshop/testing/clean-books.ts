import type { Db } from '#kernel';
import { verifyBooks } from '#ledger';

/** Fails the test whose act left the books unclean, with both sides of each finding. */
export async function expectCleanBooks(db: Db): Promise<void> {
  const { findings } = await db.read((sql) => verifyBooks(sql));
  expect(findings).toEqual([]);
}
