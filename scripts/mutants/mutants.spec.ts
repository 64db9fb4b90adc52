import { existsSync, readFileSync } from 'node:fs';
import { MUTANTS } from './mutants.mjs';

// The whole run takes minutes and is done by hand: here only what would make it stop, since the code went on.
const timesIn = (file: string, text: string): number =>
  existsSync(file) ? readFileSync(file, 'utf8').split(text).length - 1 : 0;

it('each small mistake has its one place in the code', () => {
  const lost = MUTANTS.filter(({ file, from }) => timesIn(file, from) !== 1);
  expect(lost.map(({ name, file }) => `${name}: ${file}`)).toEqual([]);
  expect(MUTANTS.length).toBeGreaterThan(70);
});

it('is told from the others by its name', () => {
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
});
