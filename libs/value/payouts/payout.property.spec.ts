import fc from 'fast-check';
import type { SpendOrder } from '#ledger/rules';
import { paidRatio } from './paid-ratio.rules.js';
import { payableCents, planOutgoing } from './payout.rules.js';
import { wallet } from './payouts.fixtures.js';

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
