import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import en from 'element-plus/es/locale/lang/en';
import zhCn from 'element-plus/es/locale/lang/zh-cn';
import { computed } from 'vue';
import { createI18n } from 'vue-i18n';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
type Messages = Record<string, unknown>;
type LocaleFile = { default: Record<Locale, Messages> };

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

/** Words that every screen needs arrive with the application. */
const shared = import.meta.glob<LocaleFile>(
  [
    './*.locale.ts',
    '../desk/**/*.locale.ts',
    '../approvals/*.locale.ts',
    '../attempts/*.locale.ts',
    '../limits/*.locale.ts',
    '../statements/*.locale.ts',
    '../../../../libs/web-kit/*.locale.ts',
  ],
  { eager: true },
);
/** Words of the office arrive when it is entered; those that its files need too stand in the libraries. */
const office = import.meta.glob<LocaleFile>([
  '../capabilities/*/*.locale.ts',
  '../../../../libs/*/words/*.locale.ts',
]);

Object.values(shared).forEach(merge);

let officeLoaded: Promise<void> | undefined;

/** Loads the words of all office capabilities, once. */
export function loadOfficeMessages(): Promise<void> {
  officeLoaded ??= Promise.all(Object.values(office).map((load) => load())).then((files) =>
    files.forEach(merge),
  );
  return officeLoaded;
}

function merge(file: LocaleFile): void {
  for (const locale of LOCALES) i18n.global.mergeLocaleMessage(locale, file.default[locale] ?? {});
}

export const locale = computed<Locale>({
  get: () => i18n.global.locale.value as Locale,
  set: (next) => {
    i18n.global.locale.value = next;
    try {
      localStorage.setItem(STORAGE_KEY, next);
    } catch {
      // A browser without storage forgets the choice; nothing else depends on it.
    }
    applyLocale(next);
  },
});

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
