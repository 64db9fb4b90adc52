import { memberPart } from '#kernel';

export const APPROVALS_OF_MEMBERS = memberPart('approvals', {
  columns: { 'unapproved_act.member_id': 'stays' },
  /** What was asked of a second person stays; what was said about the member does not, nor their name beside another's. */
  async erase(tx, memberIds) {
    await tx.query(
      "UPDATE approval_request SET facts = '{}', note = NULL, decision_note = NULL WHERE subject_kind = 'member' AND subject_id = ANY ($1::bigint[])",
      [memberIds],
    );
    await tx.query(
      "UPDATE approval_request SET facts = facts - 'toMemberName', note = NULL, decision_note = NULL WHERE facts ->> 'toMemberId' = ANY ($1::text[])",
      [memberIds],
    );
  },
});
