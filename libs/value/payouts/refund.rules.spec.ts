import type { SpendOrder } from '#ledger/rules';
import { paidRatio } from './paid-ratio.rules.js';
import {
  isGivenAway,
  needsSecondPerson,
  refundComputations,
  refundParts,
  refundRightUntil,
  refundWarnings,
} from './refund.rules.js';
import { wallet } from './payouts.fixtures.js';

describe('a refund: the three computations (golden G19)', () => {
  // Paid 1,000.00, bonus 200.00; goods for 600.00, 666.67 by list.
  const computed = (order: SpendOrder) => {
    const history = wallet().topUp(1000_00, 200_00);
    history.spend(600_00, order);
    const { spentPrincipalCents } = paidRatio(history.moves);
    return refundComputations(history.standing, { spentPrincipalCents, listCents: 666_67 });
  };

  it.each([
    ['proportional', 500_00, 500_00, 333_33, 500_00, 'principal'],
    ['bonus_first', 600_00, 500_00, 333_33, 600_00, 'principal'],
    ['principal_first', 400_00, 500_00, 333_33, 500_00, 'paid_ratio'],
  ] as const)(
    '%s: A %i, B %i, C %i, proposes %i by %s',
    (order, principalCents, paidRatioCents, listPriceCents, proposedCents, proposedBasis) => {
      expect(computed(order)).toEqual({
        principalCents,
        paidRatioCents,
        listPriceCents,
        proposedCents,
        proposedBasis,
      });
    },
  );

  it('warns where "principal only" pays less than the ratio, or the list price less than the principal', () => {
    expect(refundWarnings(computed('principal_first'), 'principal')).toEqual(['below_paid_ratio']);
    expect(refundWarnings(computed('principal_first'), 'paid_ratio')).toEqual([]);
    expect(refundWarnings(computed('proportional'), 'list_price')).toEqual([
      'below_paid_ratio',
      'below_principal',
    ]);
  });

  it('never makes the member owe, and pays no more than the wallet holds', () => {
    const standing = {
      principalCents: 10_00,
      bonusCents: 0,
      heldBonusCents: 0,
      entitledCents: 5_00,
    };
    expect(
      refundComputations(standing, { spentPrincipalCents: 90_00, listCents: 500_00 }),
    ).toMatchObject({ listPriceCents: 0 });
    expect(
      refundComputations(standing, { spentPrincipalCents: 90_00, listCents: 0 }),
    ).toMatchObject({ listPriceCents: 10_00 });
  });

  it('pays out of principal first, then out of bonus; the rest is kept or void', () => {
    const standing = { principalCents: 400_00, bonusCents: 200_00 };
    expect(refundParts(standing, 500_00)).toEqual({
      principalCents: 400_00,
      principalKeptCents: 0,
      bonusPaidCents: 100_00,
      bonusVoidCents: 100_00,
    });
    expect(refundParts(standing, 333_33)).toEqual({
      principalCents: 333_33,
      principalKeptCents: 66_67,
      bonusPaidCents: 0,
      bonusVoidCents: 200_00,
    });
  });

  it('seven days count from the day after the top-up', () => {
    expect(refundRightUntil('2026-11-15', 7)).toBe('2026-11-22');
    expect(refundRightUntil('2026-11-15', 0)).toBeNull();
  });
});

describe('what was undone', () => {
  const computed = (history: ReturnType<typeof wallet>) => {
    const { spentPrincipalCents, spendEntryIds } = paidRatio(history.moves);
    const { principalCents, paidRatioCents, listPriceCents } = refundComputations(
      history.standing,
      { spentPrincipalCents, listCents: spendEntryIds.length * 666_67 },
    );
    return [principalCents, paidRatioCents, listPriceCents];
  };

  it('a refund of 500.00 that is reversed leaves the ratio at 500.00, not at 400.00', () => {
    const history = wallet().topUp(1000_00, 200_00);
    history.spend(600_00, 'principal_first');
    expect(computed(history)).toEqual([400_00, 500_00, 333_33]);
    history.undo(history.refund());
    expect(computed(history)).toEqual([400_00, 500_00, 333_33]);
  });

  it('remembers across a top-up and a sale that came in between', () => {
    const history = wallet().topUp(1000_00, 200_00);
    history.spend(600_00, 'principal_first');
    const refund = history.refund();
    history.topUp(50_00);
    history.spend(50_00, 'principal_first');
    history.undo(refund);
    // Two sales are used up; the second one took 50.00 of 50.00.
    expect(computed(history)).toEqual([400_00, 500_00, 0]);
    expect(paidRatio(history.moves).spentPrincipalCents).toBe(650_00);
  });

  it('a sale that emptied the wallet and is voided brings back what was used before it', () => {
    const history = wallet().topUp(1000_00, 200_00);
    history.spend(600_00, 'principal_first');
    const last = history.spend(600_00, 'principal_first');
    expect(computed(history)).toEqual([0, 0, 0]);
    history.undo(last);
    expect(computed(history)).toEqual([400_00, 500_00, 333_33]);
  });

  it('goods that come back in part after the wallet was empty bring back their fair part', () => {
    const history = wallet().topUp(1000_00, 200_00);
    const first = history.spend(600_00, 'principal_first'); // fair: 500.00 and 100.00
    history.spend(600_00, 'principal_first');
    history.giveBack(first, { principal: 300_00, bonus: 0 });
    // The other 50.00 was bonus that is in the wallet as principal now.
    expect(computed(history)[1]).toBe(250_00);
  });

  it('bonus that expired before its refund was reversed is nobody’s', () => {
    const history = wallet().topUp(1000_00, 200_00);
    history.spend(600_00, 'principal_first');
    history.undo(history.refund()).expire(200_00).topUp(0, 300_00);
    expect(computed(history)[1]).toBe(400_00);
  });

  it('a use that its kind does not declare is none', () => {
    const history = wallet().topUp(1000_00, 200_00);
    history.withdraw(500_00);
    expect(paidRatio(history.moves)).toMatchObject({ spentPrincipalCents: 0, spendEntryIds: [] });
  });
});

describe('what is given up', () => {
  const given = (paidCents: number, voidedCents = 0, waivesDebt = false) => ({
    paidCents,
    voidedCents,
    waivesDebt,
  });

  it('is paid and voided value together: from the amount on another person looks', () => {
    expect(needsSecondPerson(given(300_00, 199_99), 500_00)).toBe(false);
    expect(needsSecondPerson(given(300_00, 200_00), 500_00)).toBe(true);
  });

  it('of nothing paid, or a debt let off, asks for another person and a reason at every amount', () => {
    expect(isGivenAway(given(0, 1))).toBe(true);
    expect(isGivenAway(given(100_00, 0, true))).toBe(true);
    expect(isGivenAway(given(100_00, 20_00))).toBe(false);
    expect(isGivenAway(given(0))).toBe(false);
    expect(needsSecondPerson(given(0, 1), 500_00)).toBe(true);
  });
});
