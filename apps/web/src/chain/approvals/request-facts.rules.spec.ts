import { balanceOfKey, balancesOf } from './request-facts.rules.js';

describe('what a request says of balances', () => {
  it('is each before and after, money and points in their own units', () => {
    expect(
      balancesOf({
        tender: 'cash',
        principalBeforeCents: 1_202_61,
        principalAfterCents: 602_61,
        bonusBeforeCents: 0,
        bonusAfterCents: 0,
        bonusVoidedCents: 0,
        pointsBefore: 40,
        pointsAfter: 240,
      }),
    ).toEqual([
      { of: 'principal', before: 1_202_61, after: 602_61, isMoney: true },
      { of: 'points', before: 40, after: 240, isMoney: false },
    ]);
  });

  it('knows its facts from others', () => {
    expect(balanceOfKey('bonusAfterCents')).toBe('bonus');
    expect(balanceOfKey('bonusVoidedCents')).toBeNull();
    expect(balanceOfKey('principalCents')).toBeNull();
  });
});
