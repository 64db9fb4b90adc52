import { memberPart } from '#kernel';

export const ENTRIES_OF_MEMBERS = memberPart('ledger', {
  columns: {
    'ledger.entry.member_id': 'stays',
  },
});
