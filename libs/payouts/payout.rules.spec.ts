import fc from 'fast-check';
import { splitSpend, type SpendOrder } from '#ledger/rules';
import { paidRatio, paidRatioNow, type WalletMove } from './paid-ratio.rules.js';
import { payableCents, planOutgoing, type WalletStanding } from './payout.rules.js';
import {
  refundComputations,
  refundParts,
  refundRightUntil,
  refundWarnings,
} from './refund.rules.js';

/** A wallet's life in the words of the trade; the books beside it. */
class History {
  readonly moves: WalletMove[] = [];
  principal = 0;
  bonus = 0;
  held = 0;
  private entries = 0;

  topUp(principal: number, bonus = 0, held = 0): this {
    this.add('top_up', [
      ['principal', 'grant', principal],
      ['bonus', 'grant', bonus],
    ]);
    if (held) this.hold(held);
    return this;
  }
  spend(cents: number, order: SpendOrder): number {
    const split = splitSpend(cents, this.principal, this.bonus, order);
    if (!split) throw new Error('too much');
    return this.add('sale', [
      ['principal', 'draw', -split.principal],
      ['bonus', 'draw', -split.bonus],
    ]);
  }
  expire(bonus: number): this {
    this.add('expiry', [['bonus', 'expire', -bonus]]);
    return this;
  }
  release(cents: number): this {
    this.held -= cents;
    this.moves.push({
      entryId: ++this.entries,
      entryKind: 'release',
      account: 'bonus',
      kind: 'release',
      held: true,
      amount: -cents,
      undoes: null,
    });
    this.push('release', 'bonus', 'release', cents);
    return this;
  }
  undo(entryId: number): this {
    const drawn = this.moves.filter((move) => move.entryId === entryId);
    this.entries += 1;
    for (const { account, amount } of drawn) this.push('void', account, 'return', -amount, entryId);
    return this;
  }
  withdraw(cents: number): this {
    const plan = planOutgoing(this.standing, cents);
    if (!plan) throw new Error('too much');
    this.add('withdrawal', [
      ['principal', 'draw', -cents],
      ['bonus', 'void', -plan.bonusCents],
    ]);
    if (plan.heldBonusCents) this.hold(-plan.heldBonusCents, 'void');
    return this;
  }
  get standing(): WalletStanding {
    const { principal: principalCents, bonus: bonusCents } = this;
    const { entitledCents } = paidRatioNow(this.moves, { principalCents, bonusCents });
    return { principalCents, bonusCents, heldBonusCents: this.held, entitledCents };
  }
  private hold(cents: number, kind = 'grant') {
    this.held += cents;
    this.moves.push({
      entryId: this.entries,
      entryKind: 'top_up',
      account: 'bonus',
      kind,
      held: true,
      amount: cents,
      undoes: null,
    });
  }
  private add(entryKind: string, parts: ['principal' | 'bonus', string, number][]): number {
    this.entries += 1;
    for (const [account, kind, amount] of parts)
      if (amount) this.push(entryKind, account, kind, amount);
    return this.entries;
  }
  private push(
    entryKind: string,
    account: 'principal' | 'bonus',
    kind: string,
    amount: number,
    undoes: number | null = null,
  ) {
    this[account] += amount;
    this.moves.push({
      entryId: this.entries,
      entryKind,
      account,
      kind,
      held: false,
      amount,
      undoes,
    });
  }
}
const wallet = () => new History();
const after300 = (order: SpendOrder) => {
  const history = wallet().topUp(1000_00, 500_00);
  history.spend(300_00, order);
  return history;
};

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

describe('any life of a wallet', () => {
  const order = fc.constantFrom<SpendOrder>('proportional', 'bonus_first', 'principal_first');
  const step = fc.oneof(
    fc.record({
      act: fc.constant('top_up' as const),
      cents: fc.integer({ min: 1, max: 900 }),
      bonus: fc.nat(400),
      held: fc.nat(90),
    }),
    fc.record({ act: fc.constant('spend' as const), share: fc.nat(100) }),
    fc.record({ act: fc.constant('withdraw' as const), share: fc.nat(100) }),
    fc.record({ act: fc.constant('release' as const), share: fc.nat(100) }),
    fc.record({ act: fc.constant('expire' as const), share: fc.nat(100) }),
    fc.record({ act: fc.constant('undo' as const), which: fc.nat(9) }),
  );
  const live = (
    steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
    how: SpendOrder,
  ) => {
    const history = wallet();
    let paidIn = 0;
    let paidOut = 0;
    const sales: number[] = [];
    for (const now of steps) {
      const part = (cents: number, share: number) => Math.floor((cents * share) / 100);
      if (now.act === 'top_up') {
        history.topUp(now.cents, now.bonus, now.held);
        paidIn += now.cents;
      }
      if (now.act === 'spend') {
        const cents = part(history.principal + history.bonus, now.share);
        if (cents) sales.push(history.spend(cents, how));
      }
      if (now.act === 'withdraw') {
        const cents = part(payableCents(history.standing), now.share);
        if (cents) {
          history.withdraw(cents);
          paidOut += cents;
        }
      }
      if (now.act === 'release') {
        const cents = part(history.held, now.share);
        if (cents) history.release(cents);
      }
      if (now.act === 'expire') {
        const cents = part(history.bonus, now.share);
        if (cents) history.expire(cents);
      }
      if (now.act === 'undo') {
        const [sale] = sales.splice(now.which % Math.max(1, sales.length), 1);
        if (sale) history.undo(sale);
      }
    }
    return { history, paidIn, paidOut };
  };

  it('in proportion, what is payable is the principal to the cent', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const { standing } = live(steps, 'proportional').history;
        expect(standing.entitledCents).toBe(standing.principalCents);
      }),
      { numRuns: 1000 },
    );
  });

  it('never pays more than the principal, the ratio, or what was ever paid in; the whole leaves no bonus; more voids more', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 14 }),
        order,
        fc.nat(100),
        fc.nat(100),
        (steps, how, a, b) => {
          const { history, paidIn, paidOut } = live(steps, how);
          const { standing } = history;
          const payable = payableCents(standing);
          expect(payable).toBeLessThanOrEqual(standing.principalCents);
          expect(standing.entitledCents).toBeLessThanOrEqual(
            standing.principalCents + standing.bonusCents,
          );
          expect(payable + paidOut).toBeLessThanOrEqual(paidIn);
          expect(planOutgoing(standing, standing.principalCents + 1)).toBeNull();
          if (payable === 0) return;
          expect(planOutgoing(standing, payable)).toMatchObject({
            bonusCents: standing.bonusCents,
            heldBonusCents: standing.heldBonusCents,
          });
          const [less, more] = [Math.min(a, b), Math.max(a, b)].map((share) =>
            planOutgoing(standing, Math.ceil((payable * share) / 100)),
          );
          expect(less?.bonusCents ?? 0).toBeLessThanOrEqual(more?.bonusCents ?? 0);
          const kept = standing.bonusCents - (more?.bonusCents ?? 0);
          expect(kept * payable).toBeLessThanOrEqual(
            standing.bonusCents * (payable - (more?.principalCents ?? 0)),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

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
    expect(refundWarnings(computed('principal_first'), 'principal', 0)).toEqual([
      'below_paid_ratio',
    ]);
    expect(refundWarnings(computed('principal_first'), 'paid_ratio', 0)).toEqual([]);
    expect(refundWarnings(computed('proportional'), 'list_price', 0)).toEqual([
      'below_paid_ratio',
      'below_principal',
    ]);
    expect(refundWarnings(computed('proportional'), 'list_price', 400_00)).toContain(
      'within_seven_days',
    );
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
    expect(refundRightUntil('2026-11-15')).toBe('2026-11-22');
  });
});
