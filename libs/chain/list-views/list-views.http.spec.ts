import { testApp } from '#workshop/testing';

const { as, browser, db } = await testApp();
const head = as('head');
const cashier = as('cashier');
const manager = as('manager');

const stateOf = async (who: typeof head, list = 'members') =>
  (await who.get('/api/v1/list-views', { query: { list } })).body;
const view = (change: object = {}) => ({
  list: 'members',
  name: '金卡',
  filters: { levelId: '3', q: '王' },
  columns: [{ id: 'name', width: 120 }, { id: 'phone' }],
  sort: '-joinedOn',
  ...change,
});

describe('the columns of a list', () => {
  const put = (who: typeof head, columns: object[], list = 'members') =>
    who.put(`/api/v1/list-views/layouts/${list}`, { columns });

  it('are kept per person and list, in their order and width', async () => {
    expect(await stateOf(cashier)).toEqual({ columns: null, views: [], canShare: false });
    const columns = [{ id: 'phone' }, { id: 'name', width: 200 }];
    expect((await put(cashier, columns)).status).toBe(204);
    expect((await put(cashier, [{ id: 'cardNo' }], 'cards')).status).toBe(204);
    expect((await stateOf(cashier)).columns).toEqual(columns);
    expect((await stateOf(cashier, 'cards')).columns).toEqual([{ id: 'cardNo' }]);
    expect((await stateOf(head)).columns).toBeNull();
  });

  it('are the newest that were kept', async () => {
    const columns = [{ id: 'cardNo', width: 90 }, { id: 'status' }];
    expect((await put(cashier, columns, 'cards')).status).toBe(204);
    expect((await stateOf(cashier, 'cards')).columns).toEqual(columns);
  });

  it('are forgotten when they are reset', async () => {
    expect((await cashier.delete('/api/v1/list-views/layouts/members')).status).toBe(204);
    expect((await stateOf(cashier)).columns).toBeNull();
  });

  it.each([
    ['none', []],
    ['a width of a hair', [{ id: 'name', width: 3 }]],
    ['no id', [{ width: 90 }]],
    ['markup', [{ id: '<b>' }]],
    ['more than a list can have', Array.from({ length: 61 }, (_, n) => ({ id: `c${n}` }))],
  ])('are refused: %s', async (_name, columns) => {
    expect((await put(cashier, columns)).status).toBe(422);
  });
});

describe('a saved view', () => {
  let own = 0;
  let shared = 0;

  it('is its owner’s alone', async () => {
    const made = await cashier.post('/api/v1/list-views', view());
    expect(made.status).toBe(201);
    const { list: _list, ...kept } = view();
    expect(made.body).toEqual({
      id: expect.any(Number),
      shared: false,
      mine: true,
      version: 1,
      ...kept,
    });
    own = made.body.id;
    expect((await stateOf(cashier)).views).toEqual([made.body]);
    expect((await stateOf(manager)).views).toEqual([]);
    expect((await stateOf(cashier, 'cards')).views).toEqual([]);
  });

  it('is everybody’s when head office shares it, and only head office changes it', async () => {
    expect((await cashier.post('/api/v1/list-views', view({ shared: true }))).status).toBe(403);
    const made = await head.post('/api/v1/list-views', view({ name: '全体', shared: true }));
    shared = made.body.id;
    const seen = (await stateOf(cashier)).views;
    expect(seen.map(({ name, mine }: { name: string; mine: boolean }) => [name, mine])).toEqual([
      ['全体', false],
      ['金卡', true],
    ]);
    const { list: _list, ...changed } = view({ name: '改名' });
    const change = { ...changed, version: 1 };
    for (const answer of [
      await cashier.put(`/api/v1/list-views/${shared}`, change),
      await cashier.delete(`/api/v1/list-views/${shared}`),
      await manager.put(`/api/v1/list-views/${own}`, change),
      await head.delete(`/api/v1/list-views/${own}`),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'list_view.not_found']);
  });

  it('has a name of its own', async () => {
    const twice = await cashier.post('/api/v1/list-views', view());
    expect([twice.status, twice.body.code]).toEqual([409, 'list_view.name_taken']);
    expect((await manager.post('/api/v1/list-views', view())).status).toBe(201);
    expect((await cashier.post('/api/v1/list-views', view({ list: 'cards' }))).status).toBe(201);
  });

  it('is changed and removed; what all see is recorded', async () => {
    const { list: _list, ...edit } = view({ name: '银卡', filters: { levelId: '2' } });
    const change = { ...edit, version: 1 };
    const changed = await cashier.put(`/api/v1/list-views/${own}`, change);
    expect(changed.body).toMatchObject({ name: '银卡', filters: { levelId: '2' } });
    expect((await cashier.delete(`/api/v1/list-views/${own}`)).status).toBe(204);
    const shares = { ...change, name: '全体会员', shared: true };
    expect((await head.put(`/api/v1/list-views/${shared}`, shares)).status).toBe(200);
    expect((await head.delete(`/api/v1/list-views/${shared}`)).status).toBe(204);
    const actions = await db.query<{ action: string }>(
      "SELECT action FROM audit_record WHERE subject_kind = 'list_view' ORDER BY id",
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'list_view.create',
      'list_view.change',
      'list_view.remove',
    ]);
  });

  it.each([
    ['without a name', { name: ' ' }],
    ['with filters that are no texts', { filters: { levelId: 3 } }],
    ['with a filter of another kind', { filters: ['levelId'] }],
    ['of a list that can’t be', { list: 'Members; DROP' }],
    ['sorted by SQL', { sort: 'name DESC' }],
  ])('is refused %s', async (_name, change) => {
    expect((await cashier.post('/api/v1/list-views', view({ name: '新', ...change }))).status).toBe(
      422,
    );
  });

  it('is one of fifty at most', async () => {
    await db.query(
      `INSERT INTO list_view (list_id, name, staff_id, filters, columns)
       SELECT 'stock', 'n' || n, (SELECT id FROM staff WHERE login = 'cashier'), '{}', '[]' FROM generate_series(1, 50) n`,
    );
    const more = await cashier.post('/api/v1/list-views', view({ list: 'stock' }));
    expect([more.status, more.body]).toMatchObject([
      409,
      { code: 'list_view.too_many', params: { limit: 50 } },
    ]);
  });

  it('needs somebody signed in', async () => {
    expect((await browser().get('/api/v1/list-views?list=members')).status).toBe(401);
  });
});
