import { memberPart } from '#kernel';

export const MERGES_OF_MEMBERS = memberPart('merging', {
  columns: {
    'member_merge.member_id': 'stays',
    'member_merge.merged_member_id': 'stays',
  },
});
