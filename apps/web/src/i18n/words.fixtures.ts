import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export type Tree = { [key: string]: Tree | string };

function merge(into: Tree, from: Tree): Tree {
  for (const [key, value] of Object.entries(from))
    into[key] = typeof value === 'string' ? value : merge((into[key] ?? {}) as Tree, value);
  return into;
}

/** Every word of the screens, as they are loaded in the browser. */
export const words: Record<Locale, Tree> = { 'zh-CN': {}, en: {} };
for (const file of globSync([
  'apps/web/src/**/*.locale.ts',
  'libs/web/web-kit/*.locale.ts',
  'libs/**/words/*.locale.ts',
])) {
  const { default: part } = (await import(resolve(file))) as { default: Record<string, Tree> };
  for (const locale of LOCALES) merge(words[locale], part[locale] as Tree);
}

/** What stands under a key; undefined where nothing does. */
export const at = (locale: Locale, key: string): Tree | string | undefined =>
  key
    .split('.')
    .reduce<Tree | string | undefined>((node, part) => (node as Tree)?.[part], words[locale]);

/** The keys that have no words in a language. */
export const bare = (locale: Locale, keys: readonly string[]): string[] =>
  [...new Set(keys)].filter((key) => typeof at(locale, key) !== 'string').sort();

const read = (pattern: string | string[], not: RegExp) =>
  globSync(pattern)
    .filter((file) => !not.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const NO_CODE = /\.(spec|fixtures|d)\.ts$|^libs\/(api-client|testing)\//;
export const serverSources = read(
  'libs/**/*.ts',
  new RegExp(`${NO_CODE.source}|^libs/web/web-kit/`),
);
export const screenSources = read(
  ['apps/web/src/**/*.{ts,vue}', 'libs/web/web-kit/**/*.{ts,vue}'],
  /\.(spec|fixtures|locale)\.ts$/,
);

/** The codes that some source declares as `export const NAME = […] as const`. */
export const codesIn = (
  sources: readonly { file: string; text: string }[],
  name: string,
): string[] =>
  matchesIn(sources, new RegExp(`export const ${name} = \\[([^\\]]*)\\] as const`, 'g')).flatMap(
    (list) => [...list.matchAll(/'([\w-]+)'/g)].map(([, code]) => code ?? ''),
  );

/** What a pattern finds in a group of sources, each once. */
export function matchesIn(
  sources: readonly { file: string; text: string }[],
  pattern: RegExp,
  files = /./,
): string[] {
  const found = sources
    .filter(({ file }) => files.test(file))
    .flatMap(({ text }) => [...text.matchAll(pattern)].map(([, code]) => code ?? ''));
  return [...new Set(found)].sort();
}
