import fc from 'fast-check';
import { addDays, DomainError } from '#kernel';
import { testDatabase } from '#workshop/testing';
import { House } from './house.js';
import { WalletKit } from './ledger.spec-kit.js';
import { verifyBooks } from './verify-books.js';

const { db } = await testDatabase();

type Step =
  | { act: 'top_up'; cents: number; bonus: number; validDays: number; points: number }
  | { act: 'instalments'; cents: number; days: number }
  | { act: 'spend'; share: number }
  | { act: 'redeem'; share: number }
  | { act: 'reverse'; which: number }
  | { act: 'give_back'; which: number; graceDays: number }
  | { act: 'wait'; days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    act: fc.constant('top_up' as const),
    cents: fc.integer({ min: 1, max: 900 }),
    bonus: fc.nat(300),
    validDays: fc.nat(20),
    points: fc.nat(90),
  }),
  fc.record({
    act: fc.constant('instalments' as const),
    cents: fc.integer({ min: 1, max: 99 }),
    days: fc.integer({ min: 1, max: 20 }),
  }),
  fc.record({
    act: fc.constant('spend' as const),
    share: fc.double({ min: 0, max: 1.2, noNaN: true }),
  }),
  fc.record({
    act: fc.constant('redeem' as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ act: fc.constant('reverse' as const), which: fc.nat(20) }),
  fc.record({
    act: fc.constant('give_back' as const),
    which: fc.nat(20),
    graceDays: fc.constantFrom(0, 5),
  }),
  fc.record({ act: fc.constant('wait' as const), days: fc.nat(12) }),
);

interface Done {
  entryId: number;
  principal: number;
  draws: { lotId: number; amount: number }[];
  undone: boolean;
}

let wallets = 0;

/** Runs the steps on a new wallet beside a model of its principal: what went in less what went out. */
async function run(steps: readonly Step[]): Promise<void> {
  const wallet = new WalletKit(db, (wallets += 1));
  const done: Done[] = [];
  let today = '2026-01-01';
  let net = 0;
  const keep = (
    entryId: number,
    principal: number,
    draws: { lotId: number | null; amount: number }[] = [],
  ) => {
    net += principal;
    done.push({
      entryId,
      principal,
      undone: false,
      draws: draws.flatMap(({ lotId, amount }) => (lotId ? [{ lotId, amount }] : [])),
    });
  };

  for (const now of steps) {
    const before = await wallet.standing(today);
    const available = before.principal.balance + before.bonus.balance;
    if (now.act === 'wait') today = addDays(today, now.days);
    if (now.act === 'top_up') {
      const bonus = { cents: now.bonus, expiresOn: addDays(today, now.validDays) };
      keep((await wallet.topUp(today, now.cents, bonus, now.points)).entryId, now.cents);
    }
    if (now.act === 'instalments') {
      const releasesOn = addDays(today, now.days);
      await wallet.act(today, (books) =>
        books.grant(wallet.bonus, now.cents, {
          against: House.bonusCost(1),
          releasesOn,
          expiresOn: addDays(releasesOn, 3),
        }),
      );
    }
    if (now.act === 'spend') {
      const cents = Math.round(available * now.share);
      const spend = wallet.spend(today, cents);
      if (cents > available) await expect(spend).rejects.toThrow('ledger.insufficient');
      else {
        const { entryId, result } = await spend;
        const draws = [...result.draws.principal, ...result.draws.bonus];
        keep(entryId, -result.principalCents, draws);
      }
    }
    if (now.act === 'redeem') {
      const points = Math.floor(before.points.balance * now.share);
      await wallet.act(today, (books) =>
        books.take(wallet.points, points, House.pointsRedeemed(1)),
      );
    }
    const target = 'which' in now ? done[now.which % Math.max(1, done.length)] : undefined;
    if (now.act === 'reverse' && target) {
      const reversal = wallet.reverse(today, target.entryId);
      if (target.undone) await expect(reversal).rejects.toBeInstanceOf(DomainError);
      else {
        await reversal;
        net -= target.principal;
        target.undone = true;
      }
    }
    if (now.act === 'give_back' && target && !target.undone && target.draws.length > 0) {
      const { entryId, draws } = target;
      await wallet.act(
        today,
        (books) =>
          books.giveBack(draws, {
            drawnBy: entryId,
            graceDays: now.graceDays,
            against: House.sales(1),
          }),
        { relatesEntryId: entryId },
      );
      net -= target.principal;
      target.undone = true;
    }
    const after = await wallet.standing(today);
    expect(after.principal.balance - after.principal.debt).toBe(net);
  }
  expect((await db.read((sql) => verifyBooks(sql))).findings).toEqual([]);
}

it('keeps the books clean through any sequence of acts', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), run), {
    numRuns: 25,
  });
}, 300_000);
