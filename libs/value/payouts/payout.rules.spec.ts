import { paidRatio, paidRatioNow } from './paid-ratio.rules.js';
import { foreseeOutgoing, foreseeRefund, payableCents, planOutgoing } from './payout.rules.js';
import { after300, wallet } from './payouts.fixtures.js';

describe('what an approver reads', () => {
  it('of a withdrawal: the wallet before and after, and the bonus that goes with it', () => {
    const { standing } = after300('proportional');
    expect(foreseeOutgoing(standing, 400_00)).toEqual({
      abovePaidRatio: false,
      principalBeforeCents: 800_00,
      bonusBeforeCents: 400_00,
      principalAfterCents: 400_00,
      bonusAfterCents: 200_00,
      bonusGoesCents: 200_00,
    });
    expect(foreseeOutgoing(standing, 800_01)).toBeNull();
  });

  it('of a refund: an empty wallet, and what is void', () => {
    const standing = {
      principalCents: 800_00,
      bonusCents: 400_00,
      heldBonusCents: 50_00,
      entitledCents: 800_00,
    };
    expect(foreseeRefund(standing, 800_00)).toMatchObject({
      principalAfterCents: 0,
      bonusAfterCents: 0,
      voidedCents: 450_00,
    });
  });
});

describe('a withdrawal takes the bonus with it (R8, golden G20)', () => {
  it('untouched: pays 1,000.00, voids 500.00', () => {
    const { standing } = wallet().topUp(1000_00, 500_00);
    expect(payableCents(standing)).toBe(1000_00);
    expect(planOutgoing(standing, 1000_00)).toMatchObject({
      bonusCents: 500_00,
      withinPaidRatio: true,
    });
  });

  it('300.00 spent in proportion: 400.00 voids 200.00 and leaves 400.00 + 200.00', () => {
    const history = after300('proportional');
    expect(planOutgoing(history.standing, 400_00)).toMatchObject({
      bonusCents: 200_00,
      withinPaidRatio: true,
    });
    history.withdraw(400_00);
    expect([history.principal, history.bonus]).toEqual([400_00, 200_00]);
  });

  it('bonus first: 300.00 of goods used 200.00 of what was paid: pays 800.00, voids 200.00', () => {
    const { standing } = after300('bonus_first');
    expect(standing).toMatchObject({
      principalCents: 1000_00,
      bonusCents: 200_00,
      entitledCents: 800_00,
    });
    expect(payableCents(standing)).toBe(800_00);
    expect(planOutgoing(standing, 800_00)).toMatchObject({
      bonusCents: 200_00,
      withinPaidRatio: true,
    });
    expect(planOutgoing(standing, 800_01)).toMatchObject({
      bonusCents: 200_00,
      withinPaidRatio: false,
    });
  });

  it('principal first: no more than the principal that is there', () => {
    const { standing } = after300('principal_first');
    expect(standing).toMatchObject({ principalCents: 700_00, entitledCents: 800_00 });
    expect(payableCents(standing)).toBe(700_00);
    expect(planOutgoing(standing, 700_01)).toBeNull();
  });

  it('of bonus still to be released goes the same part', () => {
    const { standing } = wallet().topUp(1000_00, 0, 100_00);
    expect(planOutgoing(standing, 250_00)).toMatchObject({ bonusCents: 0, heldBonusCents: 25_00 });
    expect(planOutgoing(standing, 1000_00)).toMatchObject({ heldBonusCents: 100_00 });
  });

  it('two halves void what one whole voids', () => {
    const history = after300('bonus_first').withdraw(400_00);
    expect([history.principal, history.bonus]).toEqual([600_00, 100_00]);
    history.withdraw(400_00);
    expect([history.principal, history.bonus]).toEqual([200_00, 0]);
    // What is left is principal that bonus was spent for: it buys goods, it is not paid out without consent.
    expect(payableCents(history.standing)).toBe(0);
  });

  it('cent by cent keeps no bonus either', () => {
    const history = wallet().topUp(100, 30);
    for (let cent = 0; cent < 100; cent += 1) {
      history.withdraw(1);
      expect(history.bonus * 100).toBeLessThanOrEqual(30 * history.principal);
    }
    expect(history.bonus).toBe(0);
  });
});

describe('the paid ratio over several top-ups', () => {
  it('forgets what was used up: a new top-up without bonus is paid out whole', () => {
    const history = wallet().topUp(1000_00, 500_00);
    history.spend(1500_00, 'bonus_first');
    history.topUp(1000_00);
    expect(payableCents(history.standing)).toBe(1000_00);
    expect(paidRatio(history.moves)).toMatchObject({ spentPrincipalCents: 0, spendEntryIds: [] });
  });

  it('counts each spend by what stood there then', () => {
    const history = wallet().topUp(1000_00, 500_00);
    history.spend(750_00, 'bonus_first'); // 500.00 of what was paid
    history.topUp(1000_00); // 1,750.00 + 0.00; as it should be 1,500.00 + 250.00
    history.spend(875_00, 'bonus_first'); // 750.00 of what was paid
    expect(history.standing).toMatchObject({
      principalCents: 875_00,
      bonusCents: 0,
      entitledCents: 750_00,
    });
  });

  it('a voided sale puts it back as it was', () => {
    const history = wallet().topUp(1000_00, 500_00);
    history.undo(history.spend(300_00, 'bonus_first'));
    expect(history.standing).toEqual({
      principalCents: 1000_00,
      bonusCents: 500_00,
      heldBonusCents: 0,
      entitledCents: 1000_00,
    });
  });

  it('bonus that expired is nobody’s use', () => {
    const { standing } = after300('bonus_first').expire(200_00);
    expect(standing).toMatchObject({
      principalCents: 1000_00,
      bonusCents: 0,
      entitledCents: 800_00,
    });
  });

  it('counts a release and an expiry that are due but not in the books yet', () => {
    const { moves } = wallet().topUp(100_00, 50_00, 30_00);
    expect(paidRatioNow(moves, { principalCents: 100_00, bonusCents: 30_00 })).toMatchObject({
      entitledCents: 100_00,
      bonusCents: 30_00,
    });
  });
});
