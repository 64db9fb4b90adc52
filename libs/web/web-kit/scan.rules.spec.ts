import { EVEN_GAP_MS, LONGEST_GAP_MS, scanStart } from './scan.rules.js';

/** Times of keys with these gaps between them; the last gap is the one before Enter. */
function timed(gaps: readonly number[]): { keysAt: number[]; enterAt: number } {
  let at = 1_000;
  const times = [at, ...gaps.map((gap) => (at += gap))];
  return { keysAt: times.slice(0, -1), enterAt: times.at(-1) as number };
}
const startOf = (gaps: readonly number[]) => {
  const { keysAt, enterAt } = timed(gaps);
  return scanStart(keysAt, enterAt);
};
const even = (keys: number, gap: number) => Array.from({ length: keys }, () => gap);
/** Reproducible numbers from 0 to 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

describe('a scanner', () => {
  it.each([0.1, 1, 2, 4, 8, 12, 16, 20, 25, 30, 35, 40])('of %p ms a key is one scan', (gap) => {
    for (const keys of [8, 13, 16, 19]) expect(startOf(even(keys, gap))).toBe(0);
  });

  it.each([41, 50, 60, 80, 100])('is one scan with any one key %p ms late', (late) => {
    for (const gap of [1, 5, 15, 30])
      for (let key = 0; key < 13; key += 1)
        expect([gap, key, startOf(even(13, gap).with(key, late))]).toEqual([gap, key, 0]);
  });

  // Gaps written down at counters: by cable, by radio in packets, a keyboard wedge on a busy computer.
  it.each([
    [[8, 7, 9, 8, 8, 7, 9, 8, 8, 8, 7, 9, 8]],
    [[2, 1, 2, 45, 1, 2, 2, 44, 1, 2, 1, 46, 2]],
    [[11, 12, 98, 11, 12, 11, 12, 11, 12, 11, 12, 11, 12]],
    [[62, 15, 16, 15, 16, 15, 16, 15]],
    [[15, 16, 15, 16, 15, 16, 15, 72]],
    [[33, 41, 28, 44, 37, 30, 42, 36, 39, 31, 43, 29, 38]],
    [[1, 90, 1, 88, 1, 92, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
  ])('%p', (gaps) => expect(startOf(gaps)).toBe(0));

  it('is one scan with gaps as chance has them', () => {
    const next = chance(7);
    for (let scan = 0; scan < 1_000; scan += 1)
      expect(startOf(Array.from({ length: 13 }, () => 3 + next() ** 2 * 60))).toBe(0);
  });
});

describe('a person', () => {
  it('who types fast is no scanner, however long the number', () => {
    const next = chance(11);
    for (let entry = 0; entry < 1_000; entry += 1)
      for (const keys of [8, 11, 18])
        expect(
          startOf(Array.from({ length: keys }, () => 52 + next() * (LONGEST_GAP_MS - 52))),
        ).toBeUndefined();
  });

  // A fast typist: pairs of keys by two hands come close together, the average does not.
  it.each([
    [[30, 90, 25, 95, 35, 80, 28, 99, 60, 70, 66]],
    [[64, 58, 71, 49, 83, 62, 55, 77]],
    [[20, 22, 96, 24, 95, 21, 98, 97]],
  ])('%p', (gaps) => expect(startOf(gaps)).toBeUndefined());

  it('types PINs and amounts as fast as they like', () => {
    for (const keys of [1, 4, 6, 7]) expect(startOf(even(keys, 5))).toBeUndefined();
  });

  it('who typed right up to a scan keeps what they typed', () => {
    expect(startOf([95, 92, 90, 94, 96, 91, 93, 89, 97, ...even(13, 30)])).toBe(9);
    expect(EVEN_GAP_MS).toBeLessThan(LONGEST_GAP_MS);
  });
});
