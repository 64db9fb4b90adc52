import { SETTINGS } from '#chain/settings';
import { declareCapabilities } from '../../../composition/capabilities.js';
import { SKIPPED_FIELDS } from '../../../../libs/chain/audit/audit-changes.js';
import { at, LOCALES, serverSources } from './words.fixtures.js';

// Walks the code for every code that a person may come to see, and asks for its words in both languages: what is added
// later and has none is named here.
const wordOf = at;
const text = serverSources.map((source) => source.text);
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const unique = (codes: readonly string[]) => [...new Set(codes)].sort();

/** 'group.name' of everything that is declared by `define…('group', { name: {…} })`. */
const declared = (define: string): string[] =>
  unique(
    text.flatMap((source) =>
      [
        ...source.matchAll(new RegExp(`${define}\\('(\\w+)', \\{([\\s\\S]*?)\\n?\\}\\)`, 'g')),
      ].flatMap(([, group, body]) =>
        [...(body ?? '').matchAll(/(?:^|[{\s,])(\w+): \{/g)].map(
          ([, name]) => `${group}.${snake(name ?? '')}`,
        ),
      ),
    ),
  );

declareCapabilities();
const settings = Object.entries(SETTINGS);

/** The fields that are written into audit rows. */
const auditFields = unique(
  text
    .filter((source) => /audit\.record\(|this\.record\(/.test(source))
    .flatMap((source) => [...source.matchAll(/\b(?:before|after): (?:\w+ && )?\{([^{}]*)\}/g)])
    .flatMap(([, body]) => [...(body ?? '').matchAll(/(?:^|[,\s])(\w+)(?=\s*[:,]|\s*$)/g)])
    .map(([, field]) => field ?? ''),
).filter((field) => !SKIPPED_FIELDS.has(field) && !NOT_FIELDS().includes(field));

/** What the pattern above takes for a field and is none: values, and variables that are spread. */
function NOT_FIELDS(): string[] {
  return [
    'undefined',
    'null',
    'true',
    'false',
    'before',
    'after',
    'pinnedAfter',
    'toLevelId',
    'number',
    'repaid',
    'balanceAfter',
  ];
}

const WALKED: Record<string, readonly string[]> = {
  permissions: declared('definePermissions').flatMap((code) => {
    const [group, act] = code.split('.');
    return [`identity.permissions.${group}`, `identity.acts.${act}`];
  }),
  errors: declared('defineErrors').map((code) => `errors.${code}`),
  settings: settings.flatMap(([key, spec]) => [
    `settings.keys.${key}`,
    `settings.groups.${spec.group}`,
    ...('unit' in spec && spec.unit ? [`settings.units.${spec.unit}`] : []),
  ]),
  'audit fields': auditFields.map((field) => `audit.fields.${field}`),
};

describe.each(LOCALES)('in %s there are words for', (locale) => {
  it.each(Object.entries(WALKED))('all %s', (_what, keys) => {
    expect(keys.length).toBeGreaterThan(8);
    expect(unique(keys).filter((key) => typeof wordOf(locale, key) !== 'string')).toEqual([]);
  });

  it('all choices of settings', () => {
    const bare = settings.flatMap(([key, spec]) =>
      spec.type === 'choice'
        ? spec.options.filter(
            (option) =>
              typeof wordOf(locale, `settings.optionsOf.${key}.${option}`) !== 'string' &&
              typeof wordOf(locale, `settings.options.${option}`) !== 'string',
          )
        : [],
    );
    expect(bare).toEqual([]);
  });
});
