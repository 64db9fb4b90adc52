import { REPORT_TEXT } from './report.locale.js';
import type { ReportLocale } from './report-words.js';

type Words = Readonly<Record<string, string>>;
const registered = new Map<string, Record<ReportLocale, Words>>();

/** A capability brings the words of its own codes, for the files of its lists. */
export function registerWords(id: string, words: Record<ReportLocale, Words>): void {
  registered.set(id, words);
}

/** The words of the codes that a column or a filter names. */
export function wordsOf(id: string, locale: ReportLocale): Words {
  return (
    (REPORT_TEXT[locale].codes as Record<string, Words>)[id] ?? registered.get(id)?.[locale] ?? {}
  );
}
