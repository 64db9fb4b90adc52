import fc from 'fast-check';
import { FixedClock } from '#kernel';
import { verifyBooks } from '#ledger';
import { testApp } from '#workshop/testing';
import { type Act, printed, someActs } from './acts.fixtures.js';
import { aCounter } from './counter.fixtures.js';
import { Desk } from './desk.fixtures.js';

// Random sequences of acts at the desk against a model of a few lines. For longer runs: SHUKE_ACTS_SECONDS=600, for the
// same sequences again: SHUKE_ACTS_SEED. What fails is shrunk and printed, to be pasted below.
const SECONDS = Number(process.env.SHUKE_ACTS_SECONDS ?? 12);
const SEED = Number(process.env.SHUKE_ACTS_SEED ?? Date.now() % 2_147_483_648);

const KNOWN_CASES: { name: string; acts: Act[] }[] = [
  {
    name: 'money repays what is owed of the bonus too',
    acts: [
      { act: 'top_up', who: 0, cents: 1, gift: 'bonus' },
      { act: 'transfer', who: 0, to: 1, percent: 100 },
      { act: 'reverse_top_up', topUp: 0 },
      { act: 'top_up', who: 0, cents: 10001, gift: null },
      { act: 'reverse_top_up', topUp: 1 },
    ],
  },
  {
    name: 'instalments are taken back where they wait, also with a survivor',
    acts: [
      { act: 'top_up', who: 0, cents: 1, gift: 'instalments' },
      { act: 'wait', days: 31 },
      { act: 'merge', who: 0, into: 1 },
      { act: 'reverse_top_up', topUp: 0 },
      { act: 'wait', days: 31 },
    ],
  },
  {
    name: 'of one day the instalments given last go first',
    acts: [
      { act: 'top_up', who: 0, cents: 1, gift: 'instalments' },
      { act: 'top_up', who: 0, cents: 1, gift: 'instalments' },
      { act: 'withdraw', who: 0, percent: 50 },
      { act: 'reverse_top_up', topUp: 1 },
      { act: 'reverse_payout', payout: 0 },
    ],
  },
];

const api = await testApp({ clock: new FixedClock(new Date()) });
const counter = await aCounter(api);

async function run(acts: readonly Act[]): Promise<void> {
  const desk = await Desk.open(counter);
  for (const act of acts) {
    await desk.perform(act);
    await desk.compare();
  }
  expect((await api.db.read((sql) => verifyBooks(sql))).findings).toEqual([]);
}

for (const { name, acts } of KNOWN_CASES) it(name, () => run(acts));

it(
  'whatever is done at the desk, it has what the model says, and the books are clean',
  async () => {
    const until = performance.now() + SECONDS * 1_000;
    let sequences = 0;
    let failing = false;
    const property = fc.asyncProperty(someActs, async (acts) => {
      // Time limits the search, never the shrinking of what it found.
      if (!failing && performance.now() > until) return;
      sequences += 1;
      try {
        await run(acts);
      } catch (error) {
        failing = true;
        throw error;
      }
    });
    const result = await fc.check(property, { seed: SEED, numRuns: 100_000 });
    if (result.failed) {
      const [acts] = result.counterexample ?? [[]];
      const why = result.errorInstance instanceof Error ? result.errorInstance.message : '';
      throw new Error(
        `After ${result.numRuns} sequences and ${result.numShrinks} steps of shrinking (seed ${result.seed}):\n${printed(acts)}\n${why}`,
      );
    }
    expect(sequences).toBeGreaterThan(3);
  },
  SECONDS * 1_000 + 300_000,
);
