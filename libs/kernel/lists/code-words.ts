import type { Sql } from '../database/sql.js';
import type { FileLanguage } from './languages.js';

type Words = Readonly<Record<string, string>>;
type InLanguages = Record<FileLanguage, Words>;
const registered = new Map<string, InLanguages>();
const sources = new Map<string, (sql: Sql) => Promise<InLanguages>>();

/** A capability brings the words of its own codes, for the files of its lists. */
export function registerWords(id: string, words: InLanguages): void {
  registered.set(id, words);
}

/** More of them, where several capabilities have codes of one kind. */
export function addWords(id: string, words: InLanguages): void {
  const known = registered.get(id);
  registered.set(id, {
    'zh-CN': { ...known?.['zh-CN'], ...words['zh-CN'] },
    en: { ...known?.en, ...words.en },
  });
}

/** The words of codes that are rows of a table: read before they are needed, see `readWords`. */
export function wordsFrom(id: string, read: (sql: Sql) => Promise<InLanguages>): void {
  sources.set(id, read);
}

/** Before a file is made, or the choices of a filter are named. */
export async function readWords(sql: Sql): Promise<void> {
  for (const [id, read] of sources) registered.set(id, await read(sql));
}

/** The words of the codes that a column or a filter names. */
export function wordsOf(id: string, language: FileLanguage): Words {
  return registered.get(id)?.[language] ?? {};
}
