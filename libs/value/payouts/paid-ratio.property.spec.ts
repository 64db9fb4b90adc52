import type { SpendOrder } from '#ledger/rules';
import fc from 'fast-check';
import { paidRatio } from './paid-ratio.rules.js';
import { type History, wallet } from './payouts.fixtures.js';

const part = fc.integer({ min: 0, max: 100 });
const of = (cents: number, percent: number) => Math.floor((cents * percent) / 100);
const cents = fc.integer({ min: 1, max: 500_00 });
const order = fc.constantFrom<SpendOrder>('proportional', 'bonus_first', 'principal_first');

const aStep = fc.oneof(
  fc.record({
    do: fc.constant('topUp' as const),
    cents,
    bonus: fc.integer({ min: 0, max: 200_00 }),
  }),
  fc.record({ do: fc.constant('spend' as const), part, order }),
  fc.record({ do: fc.constant('withdraw' as const), part }),
  fc.record({ do: fc.constant('expire' as const), part }),
);
const aHistory = fc.array(aStep, { maxLength: 12 });
type Steps = ReturnType<typeof aHistory.generate>['value'];

function played(steps: Steps): History {
  const history = wallet().topUp(100_00, 20_00);
  for (const step of steps) {
    const { principal, bonus } = history;
    if (step.do === 'topUp') history.topUp(step.cents, step.bonus);
    if (step.do === 'spend') history.spend(of(principal + bonus, step.part), step.order);
    if (step.do === 'withdraw') history.withdraw(of(principal, step.part));
    if (step.do === 'expire') history.expire(of(bonus, step.part));
  }
  return history;
}

describe('what a kind of entry draws without declaring that it spends', () => {
  it('is no use of the wallet: what was spent, and how far bonus went before principal, stays as it was', () => {
    fc.assert(
      fc.property(aHistory, part, part, (steps, ofPrincipal, ofBonus) => {
        const history = played(steps);
        const before = paidRatio(history.moves);
        const { principal, bonus } = history;
        const taken = [of(principal, ofPrincipal), of(bonus, ofBonus)] as const;
        // A wallet that is emptied begins anew.
        fc.pre(taken[0] + taken[1] < principal + bonus);
        const after = paidRatio(history.drawn(...taken).moves);
        const displaced = before.entitledCents - principal;
        const left = { principal: principal - taken[0], bonus: bonus - taken[1] };
        expect(after).toEqual({
          ...before,
          principalCents: left.principal,
          bonusCents: left.bonus,
          // No side goes below zero.
          entitledCents:
            left.principal + Math.max(-left.principal, Math.min(displaced, left.bonus)),
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('changes no computation where it takes bonus that is more than the fair one', () => {
    fc.assert(
      fc.property(aHistory, part, (steps, ofBonus) => {
        const history = played(steps);
        const before = paidRatio(history.moves);
        const free = history.bonus - Math.max(before.entitledCents - history.principal, 0);
        fc.pre(history.principal > 0);
        const after = paidRatio(history.drawn(0, of(free, ofBonus)).moves);
        const { entitledCents, principalCents, spentPrincipalCents, spendEntryIds } = after;
        expect({ ...before, bonusCents: 0 }).toEqual({
          ...{ entitledCents, principalCents, spentPrincipalCents, spendEntryIds, bonusCents: 0 },
        });
      }),
      { numRuns: 2_000 },
    );
  });
});
