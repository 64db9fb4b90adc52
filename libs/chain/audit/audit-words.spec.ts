import { globSync, readFileSync } from 'node:fs';
import { AUDIT_TEXT as words } from './audit-text.js';

const sources = globSync('libs/**/*.ts').filter(
  (file) => !/\.(spec|fixtures)\.ts$/.test(file) && !file.startsWith('libs/web/web-kit'),
);

/** The codes that the server's code writes into audit rows under `property`. */
function codesOf(property: 'action' | 'subjectKind', shape: RegExp): string[] {
  const found = sources.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(new RegExp(`\\b${property}: '([a-z_.]+)'`, 'g')),
  ]);
  return [...new Set(found.map(([, code]) => code ?? ''))].filter((code) => shape.test(code));
}

const at = (tree: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], tree);

describe('the audit log', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    it(`has words for every act that is recorded, in ${locale}`, () => {
      const acts = codesOf('action', /^\w+\.\w+$/);
      expect(acts.length).toBeGreaterThan(20);
      const { actions } = words[locale].audit;
      expect(acts.filter((code) => typeof at(actions, code) !== 'string')).toEqual([]);
    });

    it(`has words for what it is about, in ${locale}`, () => {
      const subjects = codesOf('subjectKind', /./);
      const known: Record<string, string> = words[locale].audit.subjects;
      expect(subjects.filter((code) => !known[code])).toEqual([]);
    });
  }
});
