import type { Sql } from '#kernel';
import { type FileLanguage, type FilterSpec, registerWords, wordsFrom } from '#kernel/lists';
import { TENDER_CODE, type TenderPlace } from './tender.rules.js';
import names from './words/tender-names.locale.js';

type Names = Readonly<Record<FileLanguage, Readonly<Record<string, string>>>>;

// As they come; head office may call its own ones otherwise.
const { 'zh-CN': zh, en } = names;
let ofKinds: Names = { 'zh-CN': {}, en: {} };

/** What the tenders are called that capabilities declare, by code. */
export function nameKinds(words: Names): void {
  ofKinds = words;
  registerWords('tender', {
    'zh-CN': { ...zh.tender, ...words['zh-CN'] },
    en: { ...en.tender, ...words.en },
  });
}

interface NamedTender {
  code: string;
  nameZh: string;
  nameEn: string;
  place: TenderPlace;
}

let known: readonly NamedTender[] = [];

const named = (name: 'nameZh' | 'nameEn') =>
  Object.fromEntries(known.map((tender) => [tender.code, tender[name]]));

// Names are head office's; those that are taken no more still stand on papers and in files.
wordsFrom('tender', async (sql: Sql) => {
  known = await sql.query<NamedTender>(
    'SELECT code, name_zh AS "nameZh", name_en AS "nameEn", place FROM tender ORDER BY position, id',
  );
  return {
    'zh-CN': { ...zh.tender, ...ofKinds['zh-CN'], ...named('nameZh') },
    en: { ...en.tender, ...ofKinds.en, ...named('nameEn') },
  };
});

/** Some of it was paid so. What nobody defined finds nothing. */
export const tenderFilter = (of: 'sales' | 'money'): FilterSpec<string | null> => ({
  type: 'choice',
  params: ['tender'],
  options: () =>
    of === 'money'
      ? known.map(({ code }) => code)
      : [
          ...Object.keys(ofKinds.en),
          ...known.filter(({ place }) => place === 'till').map(({ code }) => code),
        ],
  read(raw, problem) {
    const value = raw['tender'];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value === 'string' && TENDER_CODE.test(value)) return value;
    problem('tender', 'field.matches');
    return null;
  },
});
