import fc from 'fast-check';

/**
 * One act at the desk, as data: a failing case is printed as a list of these and can be pasted back. Numbers that name
 * members, cards, top-ups, sales and earlier acts count from 0 and start over at the end of what there is.
 */
export type Act =
  | { act: 'issue'; who: number }
  | { act: 'top_up'; who: number; cents: number; gift: GiftName | null }
  | { act: 'sell'; card: number; cents: number; walletPercent: number }
  | { act: 'void'; sale: number }
  | { act: 'withdraw'; who: number; percent: number }
  | { act: 'transfer'; who: number; to: number; percent: number }
  | { act: 'refund'; who: number; points: 'keep' | 'forfeit' }
  | { act: 'reverse_payout'; payout: number }
  | { act: 'reverse_top_up'; topUp: number }
  | { act: 'lock_points'; who: number; points: number; days: number }
  | { act: 'wait'; days: number }
  | { act: 'adjust'; who: number; kind: AccountKind; amount: number }
  | { act: 'lose'; card: number }
  | { act: 'unfreeze'; card: number }
  | { act: 'replace'; card: number }
  | { act: 'close'; card: number }
  | { act: 'merge'; who: number; into: number }
  | { act: 'replay'; which: number; changed: boolean };

export const ACCOUNT_KINDS = ['principal', 'bonus', 'points'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export const MEMBERS = 3;

/** What is given with a top-up: at once, or month by month. */
export const GIFTS = {
  bonus: { payCents: 100_00, bonusCents: 15_00, instalments: 1, points: 20 },
  instalments: { payCents: 80_00, bonusCents: 31_00, instalments: 3, points: 0 },
};
export type GiftName = keyof typeof GIFTS;

const who = fc.nat(MEMBERS - 1);
const which = fc.nat(7);
const percent = fc.oneof(fc.integer({ min: 1, max: 130 }), fc.constant(100));

const one = <K extends Act['act'], F extends object>(
  act: K,
  fields: { [N in keyof F]: fc.Arbitrary<F[N]> },
) => fc.record({ act: fc.constant(act), ...fields } as never) as fc.Arbitrary<Act>;

// What brings value in and takes it out comes up more often than what ends things.
const anAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: one('top_up', {
      who,
      cents: fc.integer({ min: 1, max: 300_00 }),
      gift: fc.constantFrom(null, 'bonus', 'instalments'),
    }),
  },
  {
    weight: 6,
    arbitrary: one('sell', {
      card: which,
      cents: fc.integer({ min: 1, max: 200_00 }),
      walletPercent: fc.nat(100),
    }),
  },
  { weight: 2, arbitrary: one('void', { sale: which }) },
  { weight: 3, arbitrary: one('withdraw', { who, percent }) },
  { weight: 3, arbitrary: one('transfer', { who, to: who, percent }) },
  {
    weight: 2,
    arbitrary: one('refund', { who, points: fc.constantFrom('keep', 'forfeit') }),
  },
  { weight: 2, arbitrary: one('reverse_payout', { payout: which }) },
  { weight: 3, arbitrary: one('reverse_top_up', { topUp: which }) },
  {
    weight: 1,
    arbitrary: one('lock_points', {
      who,
      points: fc.integer({ min: 1, max: 300 }),
      days: fc.integer({ min: 1, max: 60 }),
    }),
  },
  { weight: 2, arbitrary: one('wait', { days: fc.integer({ min: 1, max: 45 }) }) },
  {
    weight: 2,
    arbitrary: one('adjust', {
      who,
      kind: fc.constantFrom(...ACCOUNT_KINDS),
      amount: fc.integer({ min: -100_00, max: 100_00 }).filter((amount) => amount !== 0),
    }),
  },
  { weight: 1, arbitrary: one('issue', { who }) },
  { weight: 1, arbitrary: one('lose', { card: which }) },
  { weight: 1, arbitrary: one('unfreeze', { card: which }) },
  { weight: 1, arbitrary: one('replace', { card: which }) },
  { weight: 1, arbitrary: one('close', { card: which }) },
  { weight: 2, arbitrary: one('merge', { who, into: who }) },
  { weight: 2, arbitrary: one('replay', { which: fc.nat(20), changed: fc.boolean() }) },
);

export const someActs = fc.array(anAct, { minLength: 1, maxLength: 16 });

const printedAct = (act: Act): string => {
  const fields = Object.entries(act).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? `'${value}'` : value}`,
  );
  return `  { ${fields.join(', ')} },`;
};

/** As it is pasted into the known cases. */
export const printed = (acts: readonly Act[]): string => `[\n${acts.map(printedAct).join('\n')}\n]`;
