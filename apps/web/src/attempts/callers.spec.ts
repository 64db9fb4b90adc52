import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ACTS } from './acts.js';
import words from './attempts.locale.js';

// Every place of the browser that sends a command: one mechanism, whatever is added later.
const root = path.join(import.meta.dirname, '../../../..');
const sources = ['apps/web/src', 'libs/web/web-kit'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|vue)$/.test(name) && !name.endsWith('.spec.ts'))
    .map((name) => {
      const file = path.join(folder, name);
      return { file, text: readFileSync(path.join(root, file), 'utf8') };
    }),
);
const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

/** Acts that may be done twice without harm, or hold nothing but a PIN: they end with their dialog. Each says why. */
const HARMLESS: Record<string, string> = {
  'apps/web/src/approvals/approvals.api.ts': 'a request is asked, decided or withdrawn',
  'apps/web/src/membership/cards/pins.queries.ts': 'the second PIN is the first one',
  'apps/web/src/membership/members/member-list.queries.ts': 'a tag that is there stays',
  'apps/web/src/value/wallets/statements.queries.ts': 'another paper of the same figures',
};

/** A command on a sale, a top-up or a payout that stands: whoever waits for its answer looks for that paper. */
const ON_A_PAPER =
  /http\.post\(`\/(?:sales|top-ups|payouts)\/\$\{\w+(?:\.\w+)?\}\/\w+`, [^;]*?about: (?<about>\{[^;]*?\})/g;

it('finds the sources', () => expect(sources.length).toBeGreaterThan(300));

it('sends a key in one place only, and that place is asked by the attempts only', () => {
  expect(filesWith(/Idempotency-Key/)).toEqual(['apps/web/src/api/http.ts']);
  expect(filesWith(/\bexchange\b.*from '.*api\/http\.js'/)).toEqual([
    'apps/web/src/attempts/attempts.ts',
  ]);
  expect(filesWith(/(?<![\w.])fetch\(|sendBeacon|XMLHttpRequest/).sort()).toEqual([
    'apps/web/src/api/http.ts',
    'apps/web/src/desk/use-connection.ts',
  ]);
});

describe('every command of the browser', () => {
  const calls = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\{\s*key,(?<about>[^}]*\}?)/g)]
      .filter(() => /http\.(post|put|patch|delete)/.test(text))
      .map(({ groups }) => ({ file, about: groups?.about ?? '' })),
  );

  it('is found', () => expect(calls.length).toBeGreaterThan(35));

  it.each(calls.map(({ file, about }) => [file, about] as const))(
    '%s says what it is while nobody knows what became of it: %s',
    (file, about) => {
      if (about.includes('about: null')) expect(Object.keys(HARMLESS)).toContain(file);
      else expect(about).toMatch(/about: \{ act: '\w+'/);
    },
  );

  it('names the paper that it is about', () => {
    const onPapers = sources.flatMap(({ file, text }) =>
      [...text.matchAll(ON_A_PAPER)].map(({ groups }) => ({ file, about: groups?.about })),
    );
    expect(onPapers.length).toBeGreaterThan(3);
    expect(onPapers.filter(({ about }) => !about?.includes('receiptNo'))).toEqual([]);
  });

  it('passes the key of its opening on: no dialog makes one of its own', () => {
    const makers = filesWith(/\.newKey\(|newUuid\(|randomUUID\(/).sort();
    expect(makers).toEqual([
      // Its act begins when the second person has answered: one key, made when it was asked for.
      'apps/web/src/approvals/waiting-acts.ts',
      'apps/web/src/desk/draft/draft.storage.ts',
      'apps/web/src/desk/pay/use-submission.ts',
      'libs/web/web-kit/attempts/attempts.ts',
      'libs/web/web-kit/attempts/tabs.ts',
      'libs/web/web-kit/attempts/use-command.ts',
      'libs/web/web-kit/attempts/uuid.ts',
    ]);
  });
});

it.each(ACTS)('%s has its words in both languages', (act) => {
  for (const language of ['zh-CN', 'en'] as const)
    expect(words[language].attempts.acts[act]).toEqual(expect.any(String));
});
