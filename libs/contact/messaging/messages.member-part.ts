import { memberPart, Outbox } from '#kernel';

export const MESSAGES_OF_MEMBERS = memberPart('messaging', {
  columns: { 'message.member_id': 'stays' },
  /** That a message went out stays; to which number, and what it said, does not. */
  async erase(tx, memberIds) {
    await tx.query(
      "UPDATE message SET phone = NULL, body = '' WHERE member_id = ANY ($1::bigint[])",
      [memberIds],
    );
    // A number that was on the record before, and may wait to be told so.
    await Outbox.drop(tx, 'member.phone_changed', { field: 'memberId', ids: memberIds });
  },
});
