import { salesManifest } from '#counter/sales';
import { declareAll, DomainError } from '#kernel';
import { cardsManifest } from '#membership/cards';
import { membersManifest } from '#membership/members';
import { pointsManifest } from '#value/points';
import { walletsManifest } from '#value/wallets';
import { readFilter } from '../filter.reader.js';
import type { Condition, SegmentFilter } from '../segment.rules.js';
import { compileSegment, type CompilerContext } from './segment.compiler.js';

declareAll([membersManifest, cardsManifest, pointsManifest, walletsManifest, salesManifest]);

const context: CompilerContext = {
  today: '2026-11-22',
  scope: { allStores: true, storeIds: [1, 2] },
  customFields: new Map([
    ['size', 'choice'],
    ['height', 'number'],
    ['vip_since', 'date'],
    ['remark', 'text'],
    ['vegan', 'flag'],
  ]),
};
const all = (...conditions: Condition[]): SegmentFilter => ({ match: 'all', conditions });
const compiled = (...conditions: Condition[]) => compileSegment(all(...conditions), context);
const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('a segment as SQL', () => {
  it('asks live members only, and those of the stores of who asks', () => {
    expect(compileSegment(all(), context)).toEqual({ where: "m.status = 'active'", params: [] });
    expect(
      compileSegment(all(), { ...context, scope: { allStores: false, storeIds: [3] } }),
    ).toEqual({
      where: "m.status = 'active' AND m.home_store_id = ANY ($1::bigint[])",
      params: [[3]],
    });
  });

  it('joins by all or any, nests, and turns a group around', () => {
    const where = compileSegment(
      {
        match: 'any',
        conditions: [
          { field: 'hasPhone', is: true },
          {
            match: 'all',
            not: true,
            conditions: [{ field: 'gender', op: 'any', values: ['male'] }],
          },
        ],
      },
      context,
    ).where;
    expect(where).toBe(
      "m.status = 'active' AND ((m.phone IS NOT NULL) OR (NOT ((m.gender = ANY ($1::text[])))))",
    );
  });

  it('never puts what came from outside into the text', () => {
    const evil = "'); DROP TABLE member; --";
    const { where, params } = compiled(
      { field: 'region', op: 'any', values: [evil] },
      { field: 'custom', code: 'remark', text: evil },
      { field: 'spend', measure: 'sum', min: 1, from: '2026-01-01', to: '2026-02-01' },
    );
    expect(where).not.toContain('DROP');
    expect(params).toEqual([
      ...[[evil], 'remark', evil, '2026-01-01', '2026-02-01', 1],
      ...[[evil], 1, ['remark'], 1],
    ]);
  });

  it.each<[string, Condition, string, unknown[]]>([
    [
      'the last days, today included',
      { field: 'joined', op: 'within', days: 30 },
      'm.joined_on >= $1::date',
      ['2026-10-24'],
    ],
    [
      'before the last days',
      { field: 'joined', op: 'over', days: 30 },
      'm.joined_on < $1::date',
      ['2026-10-24'],
    ],
    [
      'between two dates',
      { field: 'joined', op: 'between', from: '2026-01-01', to: '2026-03-31' },
      'm.joined_on >= $1::date AND m.joined_on <= $2::date',
      ['2026-01-01', '2026-03-31'],
    ],
    [
      'never there',
      { field: 'lastVisit', op: 'never' },
      'NOT (m.id IN (SELECT x.member_id FROM sale x WHERE x.member_id IS NOT NULL AND x.voided_at IS NULL))',
      [],
    ],
    [
      'was there, but not lately',
      { field: 'lastVisit', op: 'over', days: 90 },
      'm.id IN (SELECT x.member_id FROM sale x WHERE x.member_id IS NOT NULL AND x.voided_at IS NULL AND x.business_date < $1::date) AND NOT (m.id IN (SELECT x.member_id FROM sale x WHERE x.member_id IS NOT NULL AND x.voided_at IS NULL AND x.business_date >= $2::date))',
      ['2026-08-25', '2026-08-25'],
    ],
    [
      'top-ups that still stand',
      { field: 'topUps', measure: 'count', min: 3 },
      'm.id IN (SELECT x.member_id FROM top_up x WHERE NOT EXISTS (SELECT FROM ledger.reversal r WHERE r.reversed_entry_id = x.entry_id) GROUP BY x.member_id HAVING count(*) >= $1::bigint)',
      [3],
    ],
    [
      'a wallet of both kinds',
      { field: 'walletCents', min: 100_00 },
      "m.id IN (SELECT w.member_id FROM ledger.account a JOIN wallet w ON w.id = a.owner_id WHERE a.kind IN ('principal', 'bonus') GROUP BY w.member_id HAVING sum(a.balance) >= $1::bigint)",
      [100_00],
    ],
    [
      'cards that expire soon',
      { field: 'cardExpiry', op: 'within', days: 30 },
      "m.id IN (SELECT c.member_id FROM card c WHERE c.status = 'active' AND c.member_id IS NOT NULL AND c.expires_on >= $1::date AND c.expires_on <= $2::date)",
      ['2026-11-22', '2026-12-22'],
    ],
  ])('%s', (_name, condition, expected, params) => {
    const result = compiled(condition);
    expect(plain(result.where)).toBe(`m.status = 'active' AND ((${expected}))`);
    expect(result.params).toEqual(params);
  });

  it.each<[string, Condition, string, unknown[], string]>([
    [
      'spent so much lately, at some stores',
      { field: 'spend', measure: 'sum', days: 90, storeIds: [2], min: 500_00 },
      'm.id IN (SELECT x.member_id FROM sale x WHERE x.member_id IS NOT NULL AND x.voided_at IS NULL AND x.business_date >= $1::date AND x.store_id = ANY ($2::bigint[]) GROUP BY x.member_id HAVING sum(x.due_cents - x.returned_cents) >= $3::bigint)',
      ['2026-08-25', [2], 500_00, [2], 1],
      'store WHERE id = ANY ($4::bigint[])) = $5::int',
    ],
    [
      'none of two tags',
      { field: 'tag', op: 'none', values: [7, 8] },
      'NOT (m.id IN (SELECT t.member_id FROM member_tag t WHERE t.tag_id = ANY ($1::bigint[])))',
      [[7, 8], [7, 8], 2],
      'tag WHERE id = ANY ($2::bigint[])) = $3::int',
    ],
    [
      'an own choice',
      { field: 'custom', code: 'size', values: ['L'] },
      'coalesce((m.custom ->> $1::text) = ANY ($2::text[]), false)',
      ['size', ['L'], ['size'], 1],
      'member_field WHERE code = ANY ($3::text[])) = $4::int',
    ],
    [
      'an own date',
      { field: 'custom', code: 'vip_since', from: '2026-01-01' },
      'coalesce((m.custom ->> $1::text) >= $2::text, false)',
      ['vip_since', '2026-01-01', ['vip_since'], 1],
      'member_field WHERE code = ANY ($3::text[])) = $4::int',
    ],
    [
      'a custom field that has a value',
      { field: 'custom', code: 'remark' },
      "coalesce((m.custom ->> $1::text), '') <> ''",
      ['remark', ['remark'], 1],
      'member_field WHERE code = ANY ($2::text[])) = $3::int',
    ],
  ])('%s, while what it names is there', (_name, condition, expected, params, guard) => {
    const result = compiled(condition);
    expect(plain(result.where)).toBe(
      `m.status = 'active' AND ((${expected})) AND (SELECT count(*) FROM ${guard}`,
    );
    expect(result.params).toEqual(params);
  });

  it('counts who has nothing as having zero, whichever side of the range it lies on', () => {
    expect(compiled({ field: 'points', max: 99 }).where).toContain('m.id NOT IN');
    expect(compiled({ field: 'points', min: 0 }).where).toContain('m.id NOT IN');
    expect(compiled({ field: 'points', min: 1 }).where).toContain('m.id IN');
    expect(compiled({ field: 'spend', measure: 'count', days: 30, max: 0 }).where).toContain(
      'HAVING NOT (count(*) <=',
    );
  });

  it('looks for the few days of birth that are celebrated, of both calendars (golden G27)', () => {
    const [calendars, days] = compiled({ field: 'birthday', window: 'next', days: 0 }).params as [
      string[],
      number[],
    ];
    expect(calendars.map((calendar, index) => [calendar, days[index]])).toEqual(
      expect.arrayContaining([
        ['solar', 11_220],
        ['lunar', 10_140],
      ]),
    );
    const lunar = compileSegment(
      all({ field: 'birthday', window: 'next', days: 0, calendar: 'lunar' }),
      { ...context, today: '2026-07-28' },
    ).params as [string[], number[]];
    // 闰6/15 falls on 6/15 in a year without that leap month.
    expect(lunar).toEqual([
      ['lunar', 'lunar'],
      [6_150, 6_151],
    ]);
    const november = compiled({ field: 'birthday', window: 'this_month', calendar: 'solar' })
      .params as [string[], number[]];
    expect(november[1]).toHaveLength(30);
    const next = compiled({ field: 'birthday', window: 'next_month', calendar: 'solar' })
      .params as [string[], number[]];
    expect([next[1][0], next[1].at(-1)]).toEqual([12_010, 12_310]);
  });

  it('refuses a field that head office no longer has', () => {
    expect(() => compiled({ field: 'custom', code: 'gone' })).toThrow('segment.unknown_field');
  });
});

describe('conditions from outside', () => {
  const problemsOf = (filter: unknown): string[] => {
    try {
      readFilter(filter);
      return [];
    } catch (error) {
      return (error as DomainError).errors.map(({ field, code }) => `${field} ${code}`);
    }
  };
  const of = (...conditions: unknown[]) => ({ match: 'all', conditions });

  it('are taken as they are where they are right', () => {
    const filter = of(
      { field: 'level', op: 'any', values: [1, 2] },
      { field: 'spend', measure: 'count', days: 30, min: 2, max: 5 },
      { field: 'birthday', window: 'next', days: 7 },
      { match: 'any', conditions: [{ field: 'registered', is: false }] },
      { field: 'custom', code: 'size', values: ['L'] },
    );
    expect(readFilter(filter)).toEqual(filter);
  });

  const refused: [unknown, string][] = [
    ['all of them', 'filter field.is_object'],
    [{ match: 'some', conditions: [] }, 'filter.match field.is_in'],
    [{ match: 'all' }, 'filter.conditions field.is_array'],
    [of({ field: 'password', is: true }), 'filter.conditions.0.field field.is_in'],
    [of({ field: 'constructor' }), 'filter.conditions.0.field field.is_in'],
    [of({ field: 'hasPhone', is: 'yes' }), 'filter.conditions.0.is field.is_boolean'],
    [
      of({ field: 'hasPhone', is: true, sql: '1=1' }),
      'filter.conditions.0.sql field.whitelist_validation',
    ],
    [
      of({ field: 'level', op: 'any', values: [] }),
      'filter.conditions.0.values field.array_min_size',
    ],
    [of({ field: 'level', op: 'any', values: ['1'] }), 'filter.conditions.0.values field.is_int'],
    [
      of({ field: 'gender', op: 'any', values: ['robot'] }),
      'filter.conditions.0.values field.is_in',
    ],
    [of({ field: 'points' }), 'filter.conditions.0.min field.required'],
    [of({ field: 'points', min: 5, max: 4 }), 'filter.conditions.0.max field.min'],
    [of({ field: 'points', min: 1.5 }), 'filter.conditions.0.min field.is_int'],
    [of({ field: 'joined', op: 'never' }), 'filter.conditions.0.op field.is_in'],
    [of({ field: 'lastVisit', op: 'within' }), 'filter.conditions.0.days field.required'],
    [of({ field: 'lastVisit', op: 'within', days: 100_000 }), 'filter.conditions.0.days field.max'],
    [
      of({ field: 'joined', op: 'between', from: '2026-02-30' }),
      'filter.conditions.0.from field.is_calendar_date',
    ],
    [
      of({ field: 'joined', op: 'between', from: '2026-03-01', to: '2026-02-01' }),
      'filter.conditions.0.to field.before_from',
    ],
    [of({ field: 'birthday', window: 'next', days: 63 }), 'filter.conditions.0.days field.max'],
    [
      of({ field: 'members', ids: Array.from({ length: 501 }, (_, n) => n + 1) }),
      'filter.conditions.0.ids field.array_max_size',
    ],
    [
      of({ field: 'region', op: 'any', values: ['a\u0000'] }),
      'filter.conditions.0.values field.matches',
    ],
    [of(of(of(of()))), 'filter.conditions.0.conditions.0.conditions.0 field.max'],
    [
      of(...Array.from({ length: 21 }, () => ({ field: 'hasPhone', is: true }))),
      'filter.conditions field.array_max_size',
    ],
    [
      of(
        of(...Array.from({ length: 15 }, () => ({ field: 'hasPhone', is: true }))),
        of(...Array.from({ length: 6 }, () => ({ field: 'hasPhone', is: true }))),
      ),
      'filter field.array_max_size',
    ],
  ];

  it.each(refused.map(([filter, problem]) => [problem, filter] as const))(
    'are refused where they are wrong: %s',
    (problem, filter) => {
      expect(problemsOf(filter)).toContain(problem);
    },
  );
});
