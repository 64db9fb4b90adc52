import fc from 'fast-check';
import type { SpendOrder } from '#ledger/rules';
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

  const going = fc.array(
    fc.record({
      act: fc.constantFrom('spend' as const, 'withdraw' as const, 'refund' as const),
      share: fc.integer({ min: 1, max: 100 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const seen = (history: ReturnType<typeof wallet>) => ({
    ...history.standing,
    ...paidRatio(history.moves),
  });

  it('whatever takes value out and is undone, in any order, leaves all computations as they were', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 10 }),
        order,
        going,
        fc.infiniteStream(fc.nat(9)),
        (steps, how, acts, picks) => {
          const { history } = live(steps, how);
          const before = seen(history);
          const done: number[] = [];
          for (const { act, share } of acts) {
            const { principalCents, bonusCents, heldBonusCents } = history.standing;
            const spendable = principalCents + bonusCents;
            const cents = Math.ceil(((act === 'spend' ? spendable : principalCents) * share) / 100);
            if (act === 'refund' && spendable + heldBonusCents > 0) done.push(history.refund());
            if (act === 'spend' && cents > 0) done.push(history.spend(cents, how));
            if (act === 'withdraw' && cents > 0) {
              const first = history.last + 1;
              history.withdraw(cents);
              done.push(first);
            }
          }
          for (const pick of picks) {
            const [entry] = done.splice(pick % Math.max(1, done.length), 1);
            if (entry === undefined) break;
            history.undo(entry);
          }
          expect(seen(history)).toEqual(before);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a top-up keyed by mistake and taken back before anything else leaves them as they were', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), order, fc.nat(900), (steps, how, cents) => {
        const { history } = live(steps, how);
        const before = seen(history);
        history.topUp(cents + 1, cents, 7);
        history.undo(history.last);
        expect(seen(history)).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

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
