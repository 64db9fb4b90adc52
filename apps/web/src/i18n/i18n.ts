import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import en from 'element-plus/es/locale/lang/en';
import zhCn from 'element-plus/es/locale/lang/zh-cn';
import { computed } from 'vue';
import { createI18n } from 'vue-i18n';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
type Messages = Record<string, unknown>;

const STORAGE_KEY = 'shuke.locale';

function initialLocale(): Locale {
  const stored = readStored();
  if (stored) return stored;
  return /^zh/i.test(navigator.language) ? 'zh-CN' : 'en';
}

function readStored(): Locale | undefined {
  try {
    const value = localStorage.getItem(STORAGE_KEY);
    return LOCALES.find((locale) => locale === value);
  } catch {
    return undefined;
  }
}

export const i18n = createI18n({
  legacy: false,
  locale: initialLocale(),
  fallbackLocale: 'en',
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  messages: { 'zh-CN': {}, en: {} },
});

/** The words that every screen needs and those of the office, a language at a time (words.plugin.ts). */
const WORDS = {
  shared: {
    'zh-CN': () => import('virtual:words/shared/zh-CN'),
    en: () => import('virtual:words/shared/en'),
  },
  office: {
    'zh-CN': () => import('virtual:words/office/zh-CN'),
    en: () => import('virtual:words/office/en'),
  },
};
type Part = keyof typeof WORDS;

const loaded = new Map<string, Promise<void>>();
/** Names of the chain: they stand above the words, whenever those come. */
const named: Record<Locale, Messages> = { 'zh-CN': {}, en: {} };
let inOffice = false;

function load(part: Part, language: Locale): Promise<void> {
  const key = `${part} ${language}`;
  const known = loaded.get(key);
  if (known) return known;
  const loading = WORDS[part][language]().then(({ default: words }) => {
    i18n.global.mergeLocaleMessage(language, words);
    i18n.global.mergeLocaleMessage(language, named[language]);
  });
  loaded.set(key, loading);
  loading.catch(() => loaded.delete(key));
  return loading;
}

/** Before anything is shown. */
export const loadWords = (): Promise<void> => load('shared', locale.value);

/** The words of all office capabilities, which some acts of the desk need too. */
export function loadOfficeMessages(): Promise<void> {
  inOffice = true;
  return load('office', locale.value);
}

/** Names that are rows of the chain, in place of the words that came with the product. They are no templates. */
export function nameTenders(
  tenders: readonly { code: string; nameZh: string; nameEn: string }[],
): void {
  const names = (name: 'nameZh' | 'nameEn') =>
    Object.fromEntries(tenders.map((tender) => [tender.code, () => tender[name]]));
  Object.assign(named, { 'zh-CN': { tender: names('nameZh') }, en: { tender: names('nameEn') } });
  for (const language of LOCALES) i18n.global.mergeLocaleMessage(language, named[language]);
}

export const locale = computed<Locale>({
  get: () => i18n.global.locale.value as Locale,
  set: (next) => void speak(next),
});

/** The language changes when its words are there; where they can't be fetched, it stays. */
async function speak(next: Locale): Promise<void> {
  await load('shared', next);
  if (inOffice) await load('office', next);
  i18n.global.locale.value = next;
  try {
    localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // A browser without storage forgets the choice; nothing else depends on it.
  }
  applyLocale(next);
}

export const elementPlusLocale = computed(() => (locale.value === 'zh-CN' ? zhCn : en));

function applyLocale(next: Locale): void {
  document.documentElement.lang = next;
  dayjs.locale(next === 'zh-CN' ? 'zh-cn' : 'en');
}

applyLocale(locale.value);

/** The words of a code. One that has none (an older release wrote it) is said to be another one: nobody reads codes. */
export function wordOf(prefix: string, code: string, other = 'common.otherKind'): string {
  const key = `${prefix}.${code}`;
  return te(key) ? t(key) : t(other);
}

/** Translation outside of components (route titles, error texts). */
export const t = i18n.global.t;
export const te = (key: string): boolean =>
  i18n.global.te(key, locale.value) || i18n.global.te(key, 'en');
