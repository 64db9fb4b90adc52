import { overlapsOf, ruleProblem } from './rule-overlap.rules.js';
import type { TopUpOffer } from './top-up.rules.js';

const rule = (id: number, change: Partial<TopUpOffer> = {}): TopUpOffer => ({
  id,
  name: `规则 ${id}`,
  levelId: null,
  storeId: null,
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  payCents: 1000_00,
  gives: [],
  perMultiple: false,
  grantsLevelId: null,
  active: true,
  ...change,
});

describe('two rules', () => {
  it.each([
    ['for the same amount, level, store and time meet', {}, true],
    ['of which one is for all levels meet', { levelId: 3 }, true],
    ['of which one is for all stores meet', { storeId: 7 }, true],
    ['that share one day meet', { startsOn: '2026-12-31', endsOn: null }, true],
    ['one after the other do not', { startsOn: '2027-01-01', endsOn: null }, false],
    ['for other amounts do not', { payCents: 2000_00 }, false],
    ['of which one is switched off do not', { active: false }, false],
  ])('%s', (_what, change, expected) => {
    expect(overlapsOf(rule(1), [rule(1), rule(2, change)])).toHaveLength(expected ? 1 : 0);
  });

  it('for two levels, or two stores, do not meet', () => {
    expect(overlapsOf(rule(1, { levelId: 2 }), [rule(2, { levelId: 3 })])).toEqual([]);
    expect(overlapsOf(rule(1, { storeId: 2 }), [rule(2, { storeId: 3 })])).toEqual([]);
  });

  it('where both are in force the one made for this place wins, else the newer one', () => {
    expect(overlapsOf(rule(1), [rule(2, { levelId: 3 })])).toEqual([
      { id: 2, name: '规则 2', wins: true },
    ]);
    expect(overlapsOf(rule(1, { storeId: 7 }), [rule(2, { levelId: 3 })])[0]?.wins).toBe(false);
    expect(overlapsOf(rule(1), [rule(2)])[0]?.wins).toBe(true);
    expect(overlapsOf(rule(3), [rule(2)])[0]?.wins).toBe(false);
  });
});

describe('a rule', () => {
  const terms = {
    startsOn: '2026-01-01',
    endsOn: null,
    givesNothing: false,
  };
  it.each([
    ['gives something', {}, null],
    ['may give a level only', { givesNothing: true, grantsLevelId: 3 }, null],
    ['is none when it gives nothing', { givesNothing: true }, 'empty'],
    ['ends when it has begun', { endsOn: '2025-12-31' }, 'ends_before_it_starts'],
    ['may last one day', { endsOn: '2026-01-01' }, null],
  ])('%s', (_what, change, expected) =>
    expect(ruleProblem({ ...terms, ...change })).toBe(expected),
  );
});
