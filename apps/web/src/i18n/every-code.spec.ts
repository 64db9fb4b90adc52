import { readFileSync } from 'node:fs';
import { PAYOUT_KINDS } from '../api/payout.types.js';
import { balanceOfKey } from '../chain/approvals/request-facts.rules.js';
import { type PlaceOfWords, WORDS } from './code-words.fixtures.js';
import {
  bare,
  codesIn,
  LOCALES,
  matchesIn,
  screenSources,
  serverSources,
} from './words.fixtures.js';

// Walks the description of the API for every code that an answer may hold. Each has words in both languages, or a reason
// why nobody reads it; a new one without either is named here.
interface Schema {
  type?: string;
  enum?: (string | null)[];
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}
interface Operation {
  parameters?: { name: string; schema: Schema }[];
}
const api = JSON.parse(readFileSync('libs/web/api-client/openapi.json', 'utf8')) as {
  components: { schemas: Record<string, Schema> };
  paths: Record<string, Record<string, Operation>>;
};

/** Nobody reads these: what the screen does with them instead. */
const UNREAD: Record<string, string> = {
  'SettingView.type': 'chooses the editor',
  'SegmentCondition.unit': 'chooses how an amount is written',
  'SessionView.currency': 'is shown as ¥',
  'ImportView.locale': 'each language is called by its own name',
  'ProductLineInput.kind': 'says which kind of line it is',
  'QuickLineInput.kind': 'says which kind of line it is',
  'BonusGrantInput.kind': 'says which kind of grant it is',
  'PointsGrantInput.kind': 'says which kind of grant it is',
  'LookupView.match': 'decides whether a find acts at once',
  'LookupView.by': 'decides whether a card was read',
  'ReportFilterView.type': 'chooses the filter',
  'ReportColumnView.type': 'chooses how a cell looks',
  'ReportColumnView.total': 'says that a column is summed',
  'ReportColumnView.link': 'says where a cell leads',
};

/** Every set of codes with the places that name it. */
function enums(): { codes: string[]; places: string[] }[] {
  const found = new Map<string, { codes: string[]; places: string[] }>();
  const add = (schema: Schema | undefined, place: string): void => {
    const codes = schema?.enum?.filter((code): code is string => code !== null);
    if (!codes?.length) return;
    const set = found.get(codes.join()) ?? { codes, places: [] };
    found.set(codes.join(), { codes, places: [...set.places, place] });
  };
  for (const [name, { properties }] of Object.entries(api.components.schemas))
    for (const [property, schema] of Object.entries(properties ?? {})) {
      add(schema, `${name}.${property}`);
      add(schema.items, `${name}.${property}`);
    }
  for (const [path, operations] of Object.entries(api.paths))
    for (const [method, { parameters }] of Object.entries(operations))
      for (const { name, schema } of parameters ?? [])
        if (name !== 'sort') add(schema, `${method.toUpperCase()} ${path}?${name}`);
  return [...found.values()];
}

/** The keys of the words of some codes, by one row of the table. */
function keysOf(row: PlaceOfWords, codes: readonly string[]): string[] {
  if (typeof row === 'string') return codes.map((code) => `${row}.${code}`);
  if (Array.isArray(row)) return row.flatMap((each) => keysOf(each, codes));
  return codes.map((code) => `${row.at}.${row.as[code] ?? code}`);
}

describe('every set of codes of the API', () => {
  const sets = enums();

  it('is found', () => expect(sets.length).toBeGreaterThan(50));

  it('has its words named, or why it needs none', () => {
    const unknown = sets.filter(
      ({ places }) => !places.some((place) => WORDS[place] !== undefined || UNREAD[place]),
    );
    expect(unknown).toEqual([]);
  });

  it('is still there for every row of the tables', () => {
    const places = new Set(sets.flatMap((set) => set.places));
    const rows = [...Object.keys(WORDS), ...Object.keys(UNREAD)];
    expect(rows.filter((row) => !places.has(row))).toEqual([]);
  });

  it.each(LOCALES)('has words for each code in %s', (locale) => {
    const keys = sets.flatMap(({ places, codes }) =>
      places.flatMap((place) => (WORDS[place] ? keysOf(WORDS[place], codes) : [])),
    );
    expect(bare(locale, keys)).toEqual([]);
  });
});

const cardStatuses = () =>
  enums().find(({ places }) => places.includes('CardRow.status'))?.codes ?? [];
const inServer = (pattern: RegExp, files?: RegExp) => matchesIn(serverSources, pattern, files);
/** The codes of `export const NAME = […] as const`. */
const declaredIn = (name: string): string[] => codesIn(serverSources, name);
/** What a line of a sale may be. */
const GRANT_KINDS = inServer(/^ +kind: '(\w+)',$/gm, /\.grant\.ts$/);
const LINE_KINDS = inServer(/^ +kind: '(\w+)',$/gm, /\.line\.ts$/);
/** Why a message that was to be sent was not, or nobody knows. */
const STOPPED = ['interrupted', 'no_answer', 'empty_number', 'blacklisted'];
const ACTIVITY = [
  ...inServer(/business_date, '(\w+)'/g, /activity\.repository/),
  ...inServer(/THEN '(\w+)' ELSE p\.kind/g, /activity\.repository/),
  ...inServer(/returnsOf\('\w+', '(\w+)'/g, /activity\.repository/),
  ...PAYOUT_KINDS.filter((kind) => kind !== 'transfer'),
];

/** Codes that the API describes as any text, with the place that makes them and where their words stand. */
const CODED: Record<string, [prefix: string | string[], codes: readonly string[]]> = {
  'AuditRow.subjectKind': ['audit.subjects', inServer(/subjectKind: '([a-z_]+)'/g)],
  'ActivityRow.kind': [['members.kinds', 'desk.activity'], ACTIVITY],
  'StatementLineView.kind': [
    'statements.kinds',
    // Deposits, fees and goods stand in no wallet.
    inServer(/\bkind: '(\w+)',\s+wallet:/g, /\.document\.ts$/).filter(
      (kind) => !['card_issue', 'card_replacement', 'stock_opening'].includes(kind),
    ),
  ],
  'RequestView.kind': [
    'approvals.kinds',
    inServer(/^ {2}'([a-z_.]+)': \{$(?=(?:(?!^ {2}\},$)[\s\S])*?^ {4}second: )/gm, /act-policy/),
  ],
  'ConsentRow.source': [
    'memberRecord.sources',
    [
      'desk',
      'office',
      ...inServer(/\bsource: '(\w+)'/g, /libs\/(membership\/merging|value\/member-import)\//),
    ],
  ],
  'GivenView.kind': ['grant', GRANT_KINDS],
  'TakenView.kind': ['grant', GRANT_KINDS],
  'SaleLineView.kind': ['lineKinds', LINE_KINDS],
  'ReturnableLineView.kind': ['lineKinds', LINE_KINDS],
  'ReturnLineView.kind': ['lineKinds', LINE_KINDS],
  'CardHitView.status': ['cardStatus', cardStatuses()],
  'MergeCardView.status': ['cardStatus', cardStatuses()],
  'PayoutRefundView.walletDebtHow': ['payout.how', ['waived', 'paid']],
  'PayoutRefundView.pointsDebtHow': ['payout.how', ['waived', 'paid']],
  'ImportView.errorCode': [
    'imports.refused.codes',
    ['internal', ...inServer(/new FileRefused\('(\w+)'/g)],
  ],
  'MessageView.reason': [
    'messages.reasons',
    [...declaredIn('SUPPRESSION_REASONS'), ...declaredIn('CAMPAIGN_SUPPRESSIONS'), ...STOPPED],
  ],
  'DemoLogin.role': ['signIn.roles', ['head_office', 'manager', 'cashier']],
};

/** As above, walked by a spec of its own. */
const ELSEWHERE: Record<string, string> = {
  'AuditRow.action': 'audit-words.spec',
  'CardEventView.action': 'audit-words.spec',
  'MemberChangeRow.action': 'audit-words.spec',
  'RequestView.subjectKind': 'is never shown',
  'AskInput.kind': 'RequestView.kind',
  'AskInput.subjectKind': 'is never shown',
  'SettingView.unit': 'every-word.spec, settings',
  'ConsentView.source': 'ConsentRow.source',
  'ImportView.kind': 'is never shown: a kind has its own screens',
  'CampaignReason.status': 'MessageView.status',
  'CampaignReason.reason': 'MessageView.reason',
  'CampaignRow.errorCode': 'every-word.spec, errors',
  'CampaignView.errorCode': 'every-word.spec, errors',
  'ExportView.errorCode': 'is never shown: a failed file is made again',
  'MessageView.driver': 'the name of the channel, as it is installed',
  'Problem.code': 'every-word.spec, errors',
  'Problem.type': 'is never shown',
  'RoleName.code': 'DemoLogin.role; a role made here keeps its name',
  'RoleView.code': 'DemoLogin.role; a role made here keeps its name',
};

/** Written by people, or their own numbers of things. */
const PEOPLE_S = /\.(code|storeCode|reason|reversalReason|unit|barcode|source|\w*StoreName)$/;
/** Rows of the chain: their names come with the session, and those that come with the product are in every-cell.spec. */
const TENDER = /^\w+\.(?:tender|depositTender)$/;
const MAY_BE_CODE =
  /(kind|status|state|action|source|code|tender|how|channel|origin|role|reason|driver|unit|type)$/i;

describe('every text of the API that may be a code', () => {
  const texts = Object.entries(api.components.schemas).flatMap(([name, { properties }]) =>
    Object.entries(properties ?? {})
      .filter(([, { type, enum: codes, format }]) => type === 'string' && !codes && !format)
      .map(([property]) => `${name}.${property}`)
      .filter((place) => MAY_BE_CODE.test(place) && !TENDER.test(place)),
  );

  it('has its codes named, or is written by people', () => {
    const unknown = texts.filter(
      (place) => !CODED[place] && !ELSEWHERE[place] && !PEOPLE_S.test(place),
    );
    expect(unknown).toEqual([]);
    const rows = [...Object.keys(CODED), ...Object.keys(ELSEWHERE)];
    expect(rows.filter((row) => !texts.includes(row))).toEqual([]);
  });

  it.each(Object.entries(CODED))('%s has codes, and words for each', (_place, [prefix, codes]) => {
    expect(codes.length).toBeGreaterThan(1);
    for (const locale of LOCALES)
      expect(
        bare(
          locale,
          [prefix].flat().flatMap((each) => keysOf(each, codes)),
        ),
      ).toEqual([]);
  });
});

describe('every fact that a request for approval tells', () => {
  const told = serverSources
    .filter(({ text }) => /approvals\.assert\(/.test(text))
    .flatMap(({ text }) => [...text.matchAll(/\bfacts: \{([^}]*)\}/g)])
    // What is spread is told below; of the others the name stands first.
    .flatMap(([, body]) => (body ?? '').replace(/\.\.\.\w*(\([^)]*\))?/g, '').split(','))
    .map((fact) => /^\s*(\w+)/.exec(fact)?.[1] ?? '')
    // A member is named beside.
    .filter((fact) => fact !== '' && fact !== 'toMemberId');
  const foreseen = [
    'bonusVoidedCents',
    'bonusMovedCents',
    'voidedCents',
    'debtCents',
    'abovePaidRatio',
  ];

  it.each(LOCALES)('has words in %s, or is one side of a balance', (locale) => {
    expect(told.length).toBeGreaterThan(8);
    const facts = [...told, ...foreseen].filter((fact) => !balanceOfKey(fact));
    expect(
      bare(
        locale,
        facts.map((fact) => `approvals.facts.${fact}`),
      ),
    ).toEqual([]);
  });
});

describe('the screens', () => {
  it.each(LOCALES)('say nothing in %s that has no words', (locale) => {
    const keys = [
      ...matchesIn(screenSources, /(?<![\w.])\$?t\(\s*'([\w-]+(?:\.[\w-]+)+)'/g),
      ...matchesIn(screenSources, /\b(?:label|title|empty|hint): '([a-zA-Z]+(?:\.\w+)+)'/g),
    ];
    expect(keys.length).toBeGreaterThan(1_000);
    expect(bare(locale, keys)).toEqual([]);
  });

  it('show no code where they have no words for it', () => {
    const raw =
      /\bte\([^)]*\)\s*\?\s*t\([^)]*\)\s*:\s*(?:code|kind|status|state|source|option|group)\b/;
    expect(screenSources.filter(({ text }) => raw.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
