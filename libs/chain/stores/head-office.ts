import type { Tx } from '#kernel';

/** The head office of an installation that has no store yet. Returns its id. */
export async function openHeadOffice(
  tx: Tx,
  store: { code: string; name: string; timezone: string },
): Promise<number> {
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO store (code, name, type, timezone) VALUES ($1, $2, 'head_office', $3) RETURNING id`,
    [store.code, store.name, store.timezone],
  );
  return id;
}
