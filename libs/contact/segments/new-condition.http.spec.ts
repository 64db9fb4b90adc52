import {
  choice,
  conditions,
  defineCondition,
  flag,
  lastDayOf,
  type NamedThings,
} from '#chain/conditions';
import { sql } from '#kernel/lists';
import { aSegmentHouse } from './segments.fixtures.js';

// What docs/architecture.md promises of a condition: one declaration, and segments read it, ask it and offer it.

const STAFF: NamedThings = {
  type: 'bigint[]',
  found: (values) => `SELECT count(*) FROM staff WHERE id = ANY (${values})`,
  offered: () => sql`SELECT id::text AS value, name AS label FROM staff ORDER BY id`,
};
const fields = {
  contactedBy: 'Contacted by',
  contactWay: 'Way of contact',
  lastContact: 'Last contact',
  hasPhoto: 'Has a photo',
};
const words = { segments: { fields } };
const place = { group: 'acts', order: 900 } as const;
const contacts = (where: string) =>
  `m.id IN (SELECT c.member_id FROM member_contact c WHERE ${where})`;

const { db, org, people, visitor: as } = await aSegmentHouse();
const declared = [
  defineCondition({
    field: 'contactedBy',
    ...place,
    ...choice(STAFF, (ids) => contacts(`c.staff_id = ANY (${ids})`)),
  }),
  defineCondition({
    field: 'contactWay',
    ...place,
    ...choice({ codes: ['phone', 'visit'], words: 'contacts' }, (codes) =>
      contacts(`c.channel = ANY (${codes})`),
    ),
  }),
  defineCondition({
    field: 'lastContact',
    ...place,
    ...lastDayOf({
      from: '(SELECT c.member_id, c.at::date AS business_date FROM member_contact c) x',
      amount: '0',
      stands: 'x.member_id IS NOT NULL',
    }),
  }),
  defineCondition({
    field: 'hasPhoto',
    ...place,
    ...flag('EXISTS (SELECT FROM member_photo p WHERE p.member_id = m.id)'),
  }),
];
conditions({ 'zh-CN': words, en: words }, ...declared)();
await db.query(
  `INSERT INTO member_contact (member_id, channel, body, at, staff_id) VALUES ($1, 'phone', '问候', '2026-11-20T04:00:00Z', $3), ($2, 'phone', '回访', '2026-08-01T04:00:00Z', $3)`,
  [people['安宁'], people['柏松'], org.staffIds.manager],
);

const all = (...conditions: unknown[]) => ({ match: 'all', conditions });
const preview = (...asked: unknown[]) =>
  as('head').post('/api/v1/segments/preview', { filter: all(...asked) });
const names = async (...asked: unknown[]): Promise<string[]> => {
  const { status, body } = await preview(...asked);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.sample.map(({ name }: { name: string }) => name).sort();
};

describe('a condition that segments do not know by name', () => {
  it('finds members, alone, turned around and beside others', async () => {
    expect(await names({ field: 'lastContact', op: 'within', days: 7 })).toEqual(['安宁']);
    expect(await names({ field: 'lastContact', op: 'over', days: 7 })).toEqual(['柏松']);
    expect(await names({ field: 'lastContact', op: 'never' })).toEqual(['总部客', '陈晨']);
    expect(await names({ field: 'contactWay', op: 'any', values: ['phone'] })).toHaveLength(2);
    expect(
      await names(
        { field: 'contactedBy', op: 'none', values: [org.staffIds.manager] },
        { field: 'hasPhoto', is: false },
        { field: 'homeStore', op: 'any', values: [org.binjiangId] },
      ),
    ).toEqual(['陈晨']);
  });

  it('is saved, and counted again', async () => {
    const draft = {
      name: '近期联系过',
      visibility: 'private',
      filter: all({ field: 'lastContact', op: 'within', days: 7 }),
    };
    const { status, body } = await as('head').post('/api/v1/segments', draft);
    expect(status).toBe(201);
    const counted = await as('head').get(`/api/v1/segments/${body.id}/preview`);
    expect(counted.body.members).toBe(1);
  });

  it('refuses what it does not take, with the path, and names of what is gone', async () => {
    const wrong = await preview({ field: 'contactWay', op: 'any', values: ['smoke'] });
    expect(wrong.body.errors).toEqual([
      expect.objectContaining({ field: 'filter.conditions.0.values', code: 'field.is_in' }),
    ]);
    expect((await preview({ field: 'hasPhoto', is: 'maybe' })).status).toBe(422);
    const gone = await preview({ field: 'contactedBy', op: 'none', values: [999_999] });
    expect(gone.body.code).toBe('segment.refers_to_nothing');
  });

  it('is offered to the screen in its group, with what it chooses from', async () => {
    const { body } = await as('head').get('/api/v1/segments/options');
    const offered = (field: string) =>
      body.conditions.find((one: { field: string }) => one.field === field);
    expect(offered('contactedBy')).toMatchObject({ group: 'acts', shape: 'choice', words: null });
    expect(offered('contactedBy').choices).toContainEqual({
      value: String(org.staffIds.manager),
      label: expect.any(String),
    });
    expect(offered('contactWay')).toMatchObject({
      words: 'contacts',
      choices: [
        { value: 'phone', label: 'phone' },
        { value: 'visit', label: 'visit' },
      ],
    });
    expect(offered('lastContact')).toMatchObject({ shape: 'day', never: true });
  });

  it('has words and a name of its own', () => {
    const [first] = declared;
    if (!first) throw new Error('none');
    const empty = { segments: { fields: {} } };
    expect(() => conditions({ 'zh-CN': empty, en: words }, first)()).toThrow('no words');
    const other = { ...first, group: null };
    expect(() => conditions({ 'zh-CN': words, en: words }, other)()).toThrow('two conditions');
    expect(() => defineCondition({ ...first, field: "a'b" })).toThrow('not a field');
  });
});

it('finds nobody born in a year that no column holds', async () => {
  expect(await names({ field: 'birthYear', min: 1_000_000_000_000 })).toEqual([]);
});
