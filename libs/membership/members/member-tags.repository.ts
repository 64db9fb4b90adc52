import type { Tx } from '#kernel';
import { Injectable } from '@nestjs/common';

/** What is put on and taken off: ids of tags. */
export interface TagChange {
  add: readonly number[];
  remove: readonly number[];
}

/** Tags of many members at once. */
@Injectable()
export class MemberTagsRepository {
  /** By id; they stay until the transaction ends. */
  async names(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
    const tags = await tx.query<{ id: number; name: string }>(
      'SELECT id, name FROM tag WHERE id = ANY ($1::bigint[]) FOR SHARE',
      [ids],
    );
    return new Map(tags.map(({ id, name }) => [id, name]));
  }

  /** Returns how many were put on and taken off; those that were there or missing already don't count. */
  async change(
    tx: Tx,
    memberIds: readonly number[],
    { add, remove }: TagChange,
    staffId: number,
  ): Promise<{ added: number; removed: number }> {
    await this.lock(tx, memberIds);
    const added = await tx.query(
      `INSERT INTO member_tag (member_id, tag_id, added_by)
       SELECT m.id, t.id, $3 FROM unnest($1::bigint[]) AS m(id) CROSS JOIN unnest($2::bigint[]) AS t(id)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [memberIds, add.filter((id) => !remove.includes(id)), staffId],
    );
    const removed = await tx.query(
      'DELETE FROM member_tag WHERE member_id = ANY ($1::bigint[]) AND tag_id = ANY ($2::bigint[]) RETURNING 1',
      [memberIds, remove],
    );
    return { added: added.length, removed: removed.length };
  }

  // Tags are part of a member's record: a form that was opened before sees that they changed. Locked in the order of ids.
  private async lock(tx: Tx, memberIds: readonly number[]): Promise<void> {
    await tx.query(
      `UPDATE member SET version = version + 1 WHERE id IN (
         SELECT id FROM member WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE)`,
      [memberIds],
    );
    tx.locked(
      'member',
      [...memberIds].sort((a, b) => a - b),
    );
  }
}
