import { aSegmentHouse } from './segments.fixtures.js';
import type { Condition } from './segment.rules.js';

const { org, people, tagId, visitor: as } = await aSegmentHouse();
const all = (...conditions: unknown[]) => ({ match: 'all', conditions });

const namesFor = async (login: string, ...conditions: unknown[]): Promise<string[]> => {
  const { status, body } = await as(login).post('/api/v1/segments/preview', {
    filter: all(...conditions),
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  expect(body.members).toBe(body.sample.length);
  return body.sample.map(({ name }: { name: string }) => name).sort();
};

describe('who is in a segment', () => {
  const ALL = ['安宁', '总部客', '柏松', '陈晨'];
  const without = (...names: string[]) => ALL.filter((name) => !names.includes(name));

  it.each<[string, () => Condition, string[]]>([
    ['has a phone', () => ({ field: 'hasPhone', is: true }), without('柏松')],
    ['gave no birthday', () => ({ field: 'hasBirthday', is: false }), ['总部客', '柏松']],
    ['holds a card', () => ({ field: 'hasCard', is: true }), ['安宁', '柏松']],
    ['came by somebody', () => ({ field: 'hasReferrer', is: true }), ['安宁']],
    ['is registered', () => ({ field: 'registered', is: true }), ['安宁']],
    [
      'agreed to advertising, by the last answer',
      () => ({ field: 'smsMarketing', is: true }),
      ['安宁'],
    ],
    ['did not', () => ({ field: 'smsMarketing', is: false }), without('安宁')],
    ['takes messages about acts', () => ({ field: 'smsService', is: true }), without('陈晨')],
    ['agreed on another channel', () => ({ field: 'wechatMarketing', is: true }), ['陈晨']],
    ['is a woman', () => ({ field: 'gender', op: 'any', values: ['female'] }), ['安宁']],
    ['is no company', () => ({ field: 'kind', op: 'none', values: ['company'] }), without('陈晨')],
    ['has a level', () => ({ field: 'level', op: 'any', values: [org.levelIds.gold] }), ['安宁']],
    [
      'belongs to a store',
      () => ({ field: 'homeStore', op: 'any', values: [org.binjiangId] }),
      ['陈晨'],
    ],
    [
      'belongs to a region',
      () => ({ field: 'region', op: 'none', values: ['城东'] }),
      without('陈晨'),
    ],
    ['has a tag', () => ({ field: 'tag', op: 'any', values: [tagId] }), ['柏松']],
    ['has not', () => ({ field: 'tag', op: 'none', values: [tagId] }), without('柏松')],
    [
      'has a card that works',
      () => ({ field: 'cardStatus', op: 'any', values: ['active'] }),
      ['安宁', '柏松'],
    ],
    [
      'was brought by somebody named',
      () => ({ field: 'referrer', op: 'any', values: [people['柏松'] ?? 0] }),
      ['安宁'],
    ],
    [
      'was not',
      () => ({ field: 'referrer', op: 'none', values: [people['柏松'] ?? 0] }),
      without('安宁'),
    ],
    ['has principal', () => ({ field: 'principalCents', min: 500_00 }), ['安宁']],
    ['has little bonus', () => ({ field: 'bonusCents', max: 10_00 }), without('安宁')],
    ['has so much in all', () => ({ field: 'walletCents', min: 550_00, max: 550_00 }), ['安宁']],
    ['owes nothing', () => ({ field: 'debtCents', max: 0 }), ALL],
    ['has few points', () => ({ field: 'points', max: 79 }), without('安宁')],
    ['was born so', () => ({ field: 'birthYear', min: 1990 }), ['安宁']],
    ['brought somebody', () => ({ field: 'referred', min: 1 }), ['柏松']],
    ['joined lately', () => ({ field: 'joined', op: 'within', days: 7 }), ['安宁']],
    [
      'joined in a quarter',
      () => ({ field: 'joined', op: 'between', from: '2026-01-01', to: '2026-03-31' }),
      ['总部客', '陈晨'],
    ],
    ['was here lately', () => ({ field: 'lastVisit', op: 'within', days: 1 }), ['安宁']],
    ['has not been here for long', () => ({ field: 'lastVisit', op: 'over', days: 90 }), ['柏松']],
    [
      'was here last in summer',
      () => ({ field: 'lastVisit', op: 'between', from: '2026-05-01', to: '2026-08-31' }),
      ['柏松'],
    ],
    ['was never here', () => ({ field: 'lastVisit', op: 'never' }), ['总部客', '陈晨']],
    ['topped up lately', () => ({ field: 'lastTopUp', op: 'within', days: 30 }), ['安宁']],
    ['never topped up', () => ({ field: 'lastTopUp', op: 'never' }), without('安宁')],
    [
      'spent so much lately',
      () => ({ field: 'spend', measure: 'sum', days: 30, min: 200_00 }),
      ['安宁'],
    ],
    [
      'spent nothing lately',
      () => ({ field: 'spend', measure: 'sum', days: 30, max: 0 }),
      without('安宁'),
    ],
    ['came more than once', () => ({ field: 'spend', measure: 'count', min: 2 }), ['安宁']],
    [
      'spent at a store',
      () => ({ field: 'spend', measure: 'sum', storeIds: [org.binjiangId], min: 1 }),
      [],
    ],
    [
      'topped up so much',
      () => ({
        field: 'topUps',
        measure: 'sum',
        from: '2026-11-01',
        to: '2026-11-30',
        min: 500_00,
      }),
      ['安宁'],
    ],
    [
      'has a birthday soon, of either calendar',
      () => ({ field: 'birthday', window: 'next', days: 14 }),
      ['安宁', '陈晨'],
    ],
    ['has one today', () => ({ field: 'birthday', window: 'next', days: 0 }), ['安宁']],
    [
      'has one next month by the sun',
      () => ({ field: 'birthday', window: 'next_month', calendar: 'solar' }),
      ['陈晨'],
    ],
    [
      'has a card that ends soon',
      () => ({ field: 'cardExpiry', op: 'within', days: 30 }),
      ['安宁'],
    ],
    ['has a card without end', () => ({ field: 'cardExpiry', op: 'none' }), ['柏松']],
    ['has an own choice', () => ({ field: 'custom', code: 'size', values: ['L', 'XL'] }), ['陈晨']],
    [
      'has an own number',
      () => ({ field: 'custom', code: 'height', min: 170, max: 180 }),
      ['陈晨'],
    ],
    ['has an own flag', () => ({ field: 'custom', code: 'vegan', is: true }), ['陈晨']],
    ['has an own text', () => ({ field: 'custom', code: 'remark', text: 'TEA' }), ['陈晨']],
    [
      'has an own date',
      () => ({ field: 'custom', code: 'since', from: '2026-02-01', to: '2026-02-28' }),
      ['陈晨'],
    ],
    ['has nothing there', () => ({ field: 'custom', code: 'vegan', is: false }), without('陈晨')],
    ['was picked', () => ({ field: 'members', ids: [people['柏松'] ?? 0, 99_999] }), ['柏松']],
  ])('who %s', async (_name, condition, names) => {
    expect(await namesFor('head', condition())).toEqual([...names].sort());
  });

  it('joins conditions, also in groups', async () => {
    expect(
      await namesFor(
        'head',
        { field: 'hasPhone', is: true },
        {
          match: 'any',
          not: true,
          conditions: [
            { field: 'gender', op: 'any', values: ['female'] },
            { field: 'homeStore', op: 'any', values: [org.headOfficeId] },
          ],
        },
      ),
    ).toEqual(['陈晨']);
  });

  it('shows a person the members of their stores only, with masked phones', async () => {
    expect(await namesFor('manager')).toEqual(['安宁', '柏松', '陈晨'].sort());
    const { text } = await as('manager').post('/api/v1/segments/preview', { filter: all() });
    expect(text).toMatch(/199\*{4}/);
    expect(text).not.toMatch(/1990000\d{4}/);
    expect((await as('cashier').post('/api/v1/segments/preview', { filter: all() })).status).toBe(
      403,
    );
  });

  it('is nobody, and says so, once a tag that it names is deleted: "none of it" is not everybody', async () => {
    const head = as('head');
    const tag = await head.post('/api/v1/tags', { name: '将删', color: 'gray' });
    const filter = all({ field: 'tag', op: 'none', values: [tag.body.id] });
    const around = all({ ...all({ field: 'tag', op: 'any', values: [tag.body.id] }), not: true });
    const { body: segment } = await head.post('/api/v1/segments', {
      name: '没有标签的人',
      visibility: 'private',
      filter,
    });
    expect((await head.get(`/api/v1/segments/${segment.id}/members`)).body.total).toBe(4);
    await head.delete(`/api/v1/tags/${tag.body.id}`);
    const nothing = { status: 409, body: { code: 'segment.refers_to_nothing' } };
    expect(await head.get(`/api/v1/segments/${segment.id}/members`)).toMatchObject(nothing);
    for (const gone of [filter, around])
      expect(await head.post('/api/v1/segments/preview', { filter: gone })).toMatchObject(nothing);
    const file = await head.get(
      `/api/v1/reports/segment-members/rows?filter=${encodeURIComponent(JSON.stringify(around))}&segment=x`,
    );
    expect([file.status, file.body.total]).toEqual([200, 0]);
  });

  it('says which condition is wrong', async () => {
    const { status, body } = await as('head').post('/api/v1/segments/preview', {
      filter: all({ field: 'points', min: 5, max: 1 }),
    });
    expect([status, body.errors]).toEqual([
      422,
      [{ field: 'filter.conditions.0.max', code: 'field.min' }],
    ]);
    const gone = await as('head').post('/api/v1/segments/preview', {
      filter: all({ field: 'custom', code: 'gone' }),
    });
    expect([gone.status, gone.body.code]).toEqual([409, 'segment.unknown_field']);
  });
});
