import { aStaffMember } from '../../chain/identity/identity.fixtures.js';
import { aSegmentHouse } from './segments.fixtures.js';

const { db, org, tagId, visitor: as } = await aSegmentHouse();
const all = (...conditions: unknown[]) => ({ match: 'all', conditions });

describe('a saved segment', () => {
  const women = all({ field: 'gender', op: 'any', values: ['female'] });
  const save = (login: string, body: object) =>
    as(login).post('/api/v1/segments', {
      name: '女会员',
      filter: women,
      visibility: 'private',
      ...body,
    });

  it('is its owner’s until it is shared', async () => {
    const { status, body } = await save('manager', {});
    expect([status, body.editable, body.members]).toEqual([201, true, null]);
    expect((await as('head').get(`/api/v1/segments/${body.id}`)).body.code).toBe(
      'segment.not_found',
    );
    const shared = { name: '女会员', filter: women, visibility: 'shared', version: 1 };
    expect((await as('manager').put(`/api/v1/segments/${body.id}`, shared)).body.version).toBe(2);
    expect((await as('head').get(`/api/v1/segments/${body.id}`)).body.editable).toBe(true);
    expect((await as('manager').put(`/api/v1/segments/${body.id}`, shared)).body.code).toBe(
      'record.changed',
    );
  });

  it('of head office is read by a manager, not changed', async () => {
    const { body } = await save('head', { name: '全部女会员', visibility: 'shared' });
    const path = `/api/v1/segments/${body.id}`;
    expect((await as('manager').get(path)).body.editable).toBe(false);
    const edit = { name: '改名', filter: women, visibility: 'shared', version: 1 };
    expect((await as('manager').put(path, edit)).body.code).toBe('segment.not_yours');
    expect((await as('manager').delete(path)).body.code).toBe('segment.not_yours');
  });

  it('keeps how many its reader saw, each their own', async () => {
    const { body } = await save('head', {
      name: '有手机',
      visibility: 'shared',
      filter: all({ field: 'hasPhone', is: true }),
    });
    expect((await as('head').get(`/api/v1/segments/${body.id}/preview`)).body.members).toBe(3);
    expect((await as('manager').get(`/api/v1/segments/${body.id}/preview`)).body.members).toBe(2);
    const rowOf = async (login: string) =>
      (await as(login).get('/api/v1/segments', { query: { q: '有手机' } })).body.rows[0];
    expect(await rowOf('head')).toMatchObject({
      members: 3,
      countedAt: '2026-11-22T04:00:00.000Z',
    });
    expect(await rowOf('manager')).toMatchObject({ members: 2 });
    const members = await as('manager').get(`/api/v1/segments/${body.id}/members`, {
      query: { pageSize: '1', page: '2' },
    });
    expect(members.body).toMatchObject({ total: 2, rows: [{ name: '安宁', points: 280 }] });
  });

  it('needs a name of its own, conditions that can be asked, and the right to save', async () => {
    expect((await save('head', { name: '全部女会员' })).body.code).toBe('segment.name_taken');
    expect((await save('head', { name: '' })).status).toBe(422);
    expect((await save('head', { name: '坏', filter: all({ field: 'nothing' }) })).status).toBe(
      422,
    );
    expect(
      (await save('head', { name: '坏', filter: all({ field: 'custom', code: 'gone' }) })).status,
    ).toBe(409);
    await db.write(async (tx) => {
      const { id } = await tx.one<{ id: number }>(
        "INSERT INTO role (code, name, permissions) VALUES ('reader', '只读', '{segment.read}') RETURNING id",
      );
      await aStaffMember(tx, { login: 'reader', homeStoreId: org.renminId, roleIds: [id] });
    });
    expect((await save('reader', { name: '读者' })).status).toBe(403);
  });

  it('leaves the list when it is deleted', async () => {
    const { body } = await save('head', { name: '临时' });
    expect((await as('head').delete(`/api/v1/segments/${body.id}`)).status).toBe(204);
    expect((await as('head').get(`/api/v1/segments/${body.id}`)).status).toBe(404);
    expect((await save('head', { name: '临时' })).status).toBe(201);
  });

  it('is made of what can be chosen within one’s stores', async () => {
    const { body } = await as('manager').get('/api/v1/segments/options');
    expect(body.stores.map(({ label }: { label: string }) => label)).toEqual([
      '人民路店',
      '滨江店',
    ]);
    expect(body.tags).toEqual([{ value: String(tagId), label: '常客' }]);
    expect(body.fields).toContainEqual({
      code: 'size',
      label: 'size',
      kind: 'choice',
      options: [],
    });
  });
});

describe('the members of a segment as a file', () => {
  const rows = (login: string, filter: unknown) =>
    as(login).get('/api/v1/reports/segment-members/rows', {
      query: { filter: JSON.stringify(filter), segment: '女会员' },
    });

  it('are those of the list, within one’s stores', async () => {
    const { status, body } = await rows(
      'manager',
      all({ field: 'lastVisit', op: 'within', days: 1 }),
    );
    expect([status, body.total]).toEqual([200, 1]);
    expect(body.rows[0]).toMatchObject({ name: '安宁', principalCents: 500_00, points: 280 });
    expect((await rows('manager', all())).body.total).toBe(3);
    expect(
      (await rows('head', all({ field: 'custom', code: 'height', min: 170 }))).body.total,
    ).toBe(1);
  });

  it('stand in the order that was asked, on the screen and in the file', async () => {
    const manager = as('manager');
    const { body } = await manager.post('/api/v1/segments', {
      ...{ name: '按姓名', filter: all(), visibility: 'private' },
    });
    for (const sort of ['name', '-name', 'joinedOn', '-homeStoreName', '-memberNo']) {
      const query = { sort, pageSize: '2' };
      const pages = await Promise.all(
        ['1', '2'].map((page) =>
          manager.get(`/api/v1/segments/${body.id}/members`, { query: { ...query, page } }),
        ),
      );
      const shown = pages.flatMap((page) => page.body.rows);
      const file = await manager.get('/api/v1/reports/segment-members/rows', {
        query: { filter: JSON.stringify(all()), sort },
      });
      const figures = ({ id, principalCents, bonusCents, points }: Record<string, unknown>) => ({
        ...{ id, principalCents, bonusCents, points },
      });
      expect(shown.map(figures)).toEqual(file.body.rows.map(figures));
      expect(shown).toHaveLength(3);
    }
  });

  it('need conditions that can be read', async () => {
    expect((await rows('head', all({ field: 'password' }))).status).toBe(422);
    expect((await rows('cashier', all())).status).toBe(403);
    const asked = await as('head').post('/api/v1/reports/segment-members/exports', {
      format: 'xlsx',
      locale: 'zh-CN',
      filters: { filter: JSON.stringify(all()), segment: '全部' },
      columns: ['name', 'phone', 'levelName'],
    });
    expect([asked.status, asked.body.title]).toEqual([201, '分群名单']);
  });
});
