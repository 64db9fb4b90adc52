import type { AccountRef } from '#ledger';
import { defineGrant, giftsOf, grantKind, grantKinds, grantRules } from './grant-kind.js';
import type { GrantKind, GrantRows } from './grant-kind.types.js';

class Input {
  kind!: string;
}
const WALLET: AccountRef = { kind: 'bonus', ownerId: 1, unit: 'CNY' };
const ROWS: GrantRows = {
  give: () => Promise.resolve(),
  unused: () => Promise.resolve(0),
  takeBack: () => Promise.resolve(0),
};
const aKind = (kind: string, order: number, change: Partial<GrantKind> = {}): GrantKind => ({
  kind,
  words: { 'zh-CN': kind, en: kind },
  order,
  input: Input,
  figure: 'pieces',
  mostFor: () => 10,
  mostAtOnce: 10,
  storedValue: false,
  rules: () => Promise.resolve(`rules of ${kind}`),
  account: () => WALLET,
  give: () => ({ repaidCents: 0 }),
  rows: null,
  message: String,
  ...change,
});

it('is kept in one place: an account, or rows of its own', () => {
  expect(defineGrant(aKind('stamp', 1)).kind).toBe('stamp');
  expect(defineGrant(aKind('voucher', 1, { account: () => null, rows: ROWS })).rows).toBe(ROWS);
  expect(() => defineGrant(aKind('both', 1, { rows: ROWS }))).toThrow('where is both kept');
  expect(() => defineGrant(aKind('none', 1, { account: () => null }))).toThrow(
    'where is none kept',
  );
  expect(() => defineGrant(aKind('two words', 1))).toThrow('not a kind');
});

it('is given as often as it says, in the order of papers; nothing is left out', async () => {
  grantKinds(aKind('late', 9), aKind('early', 1))();
  const gives = [
    { kind: 'late', pieces: 2 },
    { kind: 'early', pieces: 1 },
  ];
  expect(giftsOf(gives, 3).map(({ terms, amount }) => [terms.kind, amount])).toEqual([
    ['early', 3],
    ['late', 6],
  ]);
  expect(giftsOf(gives, 0)).toEqual([]);
  expect(giftsOf([{ kind: 'late' }], 1)).toEqual([]);
  // Other kinds that are declared in this process read settings.
  const settings = { get: () => Promise.resolve(1) } as never;
  expect((await grantRules(settings)).get('late')).toBe('rules of late');
  expect(() => grantKind('luck')).toThrow('apps/composition');
});
