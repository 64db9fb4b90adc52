import { forgetLines } from '#chain/imports';
import { memberPart } from '#kernel';

export const IMPORTS_OF_MEMBERS = memberPart('member-import', {
  columns: { 'import_row.member_id': 'stays' },
  /** The row of the file that a member was taken over from; the file itself is kept for a month. */
  async erase(tx, memberIds) {
    await tx.query(
      forgetLines('SELECT import_id, line_no FROM import_row WHERE member_id = ANY ($1::bigint[])'),
      [memberIds],
    );
  },
});
