import { globSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, transformWithOxc } from 'vite';

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..');

/** Words that every screen needs, the desk's among them. The sign-in page names roles. */
const SHARED = [
  'apps/web/src/{i18n,approvals,attempts,limits,member-acts,statements}/*.locale.ts',
  'apps/web/src/desk/**/*.locale.ts',
  'libs/web/web-kit/*.locale.ts',
  'libs/chain/identity/words/*.locale.ts',
  'libs/*/*/words/{tender,grant}-names.locale.ts',
  // What the till sells.
  'libs/counter/*/words/*.locale.ts',
];
/** Those of the office; what its files need too stands in the libraries. */
const OFFICE = [
  'apps/web/src/{chain,membership,goods,value,counter,contact,insight}/*/*.locale.ts',
  'libs/**/words/*.locale.ts',
];

type Words = { [key: string]: Words | string };

const filesOf = (patterns: string[]): string[] =>
  globSync(patterns, { cwd: root }).map((file) => resolve(root, file));

function merge(into: Words, from: Words): Words {
  for (const [key, value] of Object.entries(from))
    into[key] = typeof value === 'string' ? value : merge((into[key] ?? {}) as Words, value);
  return into;
}

async function wordsIn(file: string): Promise<Record<string, Words>> {
  const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file);
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  return ((await import(url)) as { default: Record<string, Words> }).default;
}

/**
 * `virtual:words/shared/zh-CN`: the words of many files in one language, as one module. A person reads one language, so
 * the other is not fetched.
 */
export function words(): Plugin {
  const PREFIX = '\0virtual:words/';
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith(PREFIX.slice(1)) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(PREFIX)) return undefined;
      const [part, locale = ''] = id.slice(PREFIX.length).split('/');
      const shared = filesOf(SHARED);
      const files =
        part === 'shared' ? shared : filesOf(OFFICE).filter((file) => !shared.includes(file));
      const all: Words = {};
      for (const file of files.sort()) {
        this.addWatchFile(file);
        const one = (await wordsIn(file))[locale];
        if (!one) this.error(`${relative(root, file)} has no words in ${locale}`);
        merge(all, one);
      }
      return `export default ${JSON.stringify(all)}`;
    },
  };
}
