import { memberPart } from '#kernel';

export const RETURNS_OF_MEMBERS = memberPart('returns', {
  columns: {
    'sale_return.member_id': 'stays',
  },
});
