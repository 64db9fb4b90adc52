import type { NeededApproval } from './approvals.api.js';
import { reasonsOf } from './second.rules.js';

const asked = (more: Partial<NeededApproval> = {}): NeededApproval => ({
  kind: 'wallet.withdraw',
  subjectKind: 'member',
  subjectId: 1,
  storeId: 1,
  amountCents: 10_00,
  facts: { document: null, freshPin: null, abovePaidRatio: false },
  limit: 'act',
  ...more,
});
const LIMIT = 500_00;

describe('why a second person is asked for', () => {
  it.each([
    ['a PIN of today below the amount', { facts: { freshPin: true } }, ['freshPin']],
    ['a document', { facts: { document: 'id_card', freshPin: null } }, ['document']],
    ['more than the paid ratio', { facts: { abovePaidRatio: true } }, ['ratio']],
    ['a debt that is waived', { facts: { walletDebt: 'waive' } }, ['debt']],
    ['nothing paid for what is void', { amountCents: 0, facts: { voidedCents: 5 } }, ['unpaid']],
    ['the amount', { amountCents: LIMIT }, ['from.act']],
    ['both', { amountCents: LIMIT, facts: { freshPin: true } }, ['freshPin', 'from.act']],
    ['the day', { limit: 'member_day' as const }, ['from.member_day']],
  ])('%s', (_, more, reasons) => expect(reasonsOf(asked(more), LIMIT)).toEqual(reasons));

  it('a PIN of today, for another document', () =>
    expect(reasonsOf(asked({ facts: { freshPin: true, document: 'passport' } }), null)).toEqual([
      'freshPin',
    ]));
  it('an act that always asks', () => {
    expect(reasonsOf(asked(), 0)).toEqual(['always']);
    expect(reasonsOf(asked({ facts: { freshPin: true } }), null)).toEqual(['freshPin']);
  });
});
