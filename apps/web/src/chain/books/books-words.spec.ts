import { globSync, readFileSync } from 'node:fs';
import words from './books.locale.js';

// Every check of the books is declared with its name, and nothing else is named like one.
const names = globSync('libs/**/*checks.ts')
  .filter((file) => !file.endsWith('.spec.ts'))
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/name: '([a-z]+\.[a-z_]+)'/g)])
  .map(([, name]) => name ?? '');

const at = (tree: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], tree);

describe('the verification of the books', () => {
  it.each(['zh-CN', 'en'] as const)('has words for every check, in %s', (locale) => {
    expect(names.length).toBeGreaterThan(25);
    const { names: known } = words[locale].books;
    expect(names.filter((name) => typeof at(known, name) !== 'string')).toEqual([]);
  });
});
