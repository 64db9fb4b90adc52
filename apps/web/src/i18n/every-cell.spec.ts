import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { IMPORT_FIELDS } from '../../../../libs/value/member-import/import-fields.rules.js';
import { IMPORT_TEXT } from '../../../../libs/value/member-import/member-import.locale.js';
import { REPORTS, wordsOf } from '../../../../libs/kernel/lists/index.js';
import { columnTitle, REPORT_TEXT } from '../../../../libs/insight/reports/report.locale.js';
import { BUILT_IN_TENDERS } from '../../../../libs/chain/tenders/rules.js';
import { declaredNotices, MESSAGE_KINDS } from '#chain/notices';
import { declareCapabilities } from '../../../composition/capabilities.js';
import { bare, codesIn, LOCALES, matchesIn, serverSources } from './words.fixtures.js';

// Every cell of every report and list that goes away as a file, and every reason why a row of an import is refused.
for (const file of globSync('libs/**/*.report.ts')) await import(resolve(file));
// The kinds of line say their own words.
declareCapabilities();

const inServer = (pattern: RegExp, files?: RegExp) => matchesIn(serverSources, pattern, files);
const declared = (name: string): string[] => codesIn(serverSources, name);

/** What handlers of the outbox are named for. */
const outboxTopics = inServer(/@OutboxHandler\('([^']+)'/g);

/** Which codes a cell of some words may hold. */
const CODES: Record<string, readonly string[]> = {
  tender: ['wallet', 'points', ...BUILT_IN_TENDERS],
  tenderState: declared('TENDER_STATES'),
  tenderPlace: declared('TENDER_PLACES'),
  tenderClose: ['counted', 'compared'],
  lineKind: inServer(/^ +kind: '(\w+)',$/gm, /\.line\.ts$/),
  cardStatus: declared('CARD_STATUSES'),
  cardOrigin: declared('CARD_ORIGIN_CODES'),
  cardStockState: declared('CARD_STOCK_STATES'),
  parcelKind: declared('STOCK_DOCUMENT_KINDS'),
  parcelStatus: declared('STOCK_DOCUMENT_STATUSES'),
  payoutKind: declared('PAYOUT_KINDS'),
  adjustmentKind: declared('ADJUSTMENT_KINDS'),
  numberKind: ['phone', 'sku', 'barcode', 'card'],
  productKind: declared('PRODUCT_KINDS'),
  productStatus: declared('PRODUCT_STATUSES'),
  campaignStatus: declared('CAMPAIGN_STATUSES'),
  importStatus: declared('IMPORT_STATUSES'),
  ruleState: declared('RULE_STATES'),
  segmentVisibility: declared('SEGMENT_VISIBILITIES'),
  messageKind: MESSAGE_KINDS,
  messageStatus: declared('MESSAGE_STATUSES'),
  storeType: declared('STORE_TYPES'),
  jobState: declared('JOB_STATES'),
  jobTopic: [...outboxTopics, ...declaredNotices().map(({ topic }) => topic)].map((topic) =>
    topic.replace('.', '-'),
  ),
  role: ['head_office', 'manager', 'cashier'],
  messageReason: [...declared('SUPPRESSION_REASONS'), ...declared('CAMPAIGN_SUPPRESSIONS')],
};

describe('every report', () => {
  it('is found', () => expect(REPORTS.length).toBeGreaterThan(12));

  describe.each(LOCALES)('in %s', (locale) => {
    const text = REPORT_TEXT[locale];

    it.each(REPORTS.map((report) => [report.id, report] as const))(
      '%s is in words',
      (id, report) => {
        const columns = Object.entries({ ...report.columns, ...report.detail?.columns });
        expect(text.reports[id]).toEqual(expect.any(String));
        expect(
          columns
            .map(([column]) => column)
            .filter((column) => columnTitle(text, id, column) === column),
        ).toEqual([]);
        expect(Object.keys(report.filters).filter((filter) => !text.filters[filter])).toEqual([]);
        const cells = columns.flatMap(([, { words }]) => (words ? [words] : []));
        expect(cells.filter((words) => !CODES[words]?.length)).toEqual([]);
        const bare = cells.flatMap((words) =>
          (CODES[words] ?? [])
            .filter((code) => !wordsOf(words, locale)[code])
            .map((code) => `${words}.${code}`),
        );
        expect(bare).toEqual([]);
      },
    );
  });
});

/** The codes of a type that is declared as a union. */
const unionOf = (name: string): string[] =>
  inServer(new RegExp(`type ${name} =([^;{]*);`, 'g')).flatMap((union) =>
    [...union.matchAll(/(?<!Exclude<\w+, )'(\w+)'/g)].map(([, code]) => code ?? ''),
  );

describe('every reason of an import', () => {
  // As the cells say them: a number that is none is no amount.
  const ofCells = ['CellProblem', 'DateProblem', 'NumberProblem'].flatMap(unionOf);
  const codes = [
    ...inServer(/\bwrong\([^,()]*, '(\w+)'/g, /libs\/(?:chain\/imports|value\/member-import)\//),
    ...inServer(/\brefused\('(\w+)'/g, /libs\/(?:chain\/imports|value\/member-import)\//),
    ...inServer(/\bproblem: '(\w+)'/g, /libs\/(?:chain\/imports|value\/member-import)\//),
    ...inServer(
      /\bcode: '(\w+)'/g,
      /libs\/value\/member-import\/import-(?:row|judging|knowing|checker)/,
    ),
    ...ofCells.filter((code) => code !== 'not_a_number'),
  ];
  const mapping = ['MappingProblem', 'ColumnProblem'].flatMap(unionOf);

  it.each(LOCALES)('has words in %s', (locale) => {
    expect(codes.length).toBeGreaterThan(30);
    expect(mapping.length).toBeGreaterThan(4);
    const { problems, fields, notes } = IMPORT_TEXT[locale];
    expect([...new Set(codes)].filter((code) => !problems[code]).sort()).toEqual([]);
    expect(
      bare(
        locale,
        mapping.map((code) => `imports.map.problems.${code}`),
      ),
    ).toEqual([]);
    expect(IMPORT_FIELDS.filter((field) => !fields[field] || !notes[field])).toEqual([]);
  });
});
