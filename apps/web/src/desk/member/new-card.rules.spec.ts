import type { MemberCard } from '../../api/types.js';
import { newCardOf } from './new-card.rules.js';

const card = (id: number, change: Partial<MemberCard>): MemberCard =>
  ({ id, cardNo: `68001027000000${id}`, payer: null, ...change }) as MemberCard;

describe('the card that stands in for a replaced one', () => {
  const old = card(10, { status: 'replaced' });

  it('is the newest that can be used', () => {
    const cards = [old, card(11, { status: 'replaced' }), card(12, { status: 'active' })];
    expect(newCardOf(cards, old)?.id).toBe(12);
  });

  it('is on the same wallet, and none from before', () => {
    const family = card(12, { status: 'active', payer: { memberId: 7 } as MemberCard['payer'] });
    expect(newCardOf([old, family, card(9, { status: 'active' })], old)).toBeUndefined();
  });
});
