import { randomUUID } from 'node:crypto';
import { insertRole } from '#chain/identity';
import { testApp } from '#workshop/testing';
import { aProduct } from '../../../libs/goods/catalogue/catalogue.fixtures.js';
import { aStaffMember } from '../../../libs/chain/identity/identity.fixtures.js';

// Somebody at 人民路店 with every right there is, and what happened at 滨江店: nothing of it may be seen or touched.
const api = await testApp({ books: 'once' });
const { org, db } = api;
const key = () => ({ key: randomUUID() });
const today = { from: '2026-01-01', to: '2099-12-31' };

const productId = await db.write(async (tx) => {
  const roleId = await insertRole(tx, {
    code: 'everything_here',
    name: '本店全权',
    permissions: ['*'],
    allStores: false,
  });
  await aStaffMember(tx, { login: 'neighbour', homeStoreId: org.renminId, roleIds: [roleId] });
  return aProduct(tx, { priceCents: 10_00 });
});

const river = api.as('manager');
const neighbour = api.as('neighbour');
await river.sitAt(org.binjiangTillId);
await river.post(
  '/api/v1/stock/openings',
  { storeId: org.binjiangId, lines: [{ productId, qtyMilli: 5_000, valueCents: 20_00 }] },
  key(),
);
const sale = await river.post(
  '/api/v1/sales',
  {
    lines: [{ productId, qtyMilli: 1_000, unitPriceCents: 10_00 }],
    tenders: [{ tender: 'cash', amountCents: 10_00 }],
    dueCents: 10_00,
  },
  key(),
);
const joined = await river.post(
  '/api/v1/members',
  { name: '江某', phone: '19900000001', card: {}, topUp: { amountCents: 100_00, tender: 'cash' } },
  key(),
);

it('has something to hide', async () => {
  expect({ sale: sale.status, joined: joined.status }).toEqual({ sale: 201, joined: 201 });
  expect((await river.get(`/api/v1/sales/${sale.body.saleId}`)).status).toBe(200);
  expect((await river.get(`/api/v1/top-ups/${joined.body.topUpId}`)).status).toBe(200);
  expect((await river.get(`/api/v1/stock?storeId=${org.binjiangId}`)).body.total).toBe(1);
});

it.each(['sales', 'stock', 'cards', 'staff', 'messages', 'audit'])(
  'lists nothing of it in %s',
  async (list) => {
    const all = await neighbour.get(`/api/v1/${list}?pageSize=200`);
    expect(all.status).toBe(200);
    expect(all.text).not.toContain('滨江店');
    const asked = await neighbour.get(`/api/v1/${list}?storeId=${org.binjiangId}`);
    if (asked.status === 403) expect(asked.body.code).toBe('access.store_forbidden');
    else expect(asked).toMatchObject({ status: 200, body: { rows: [], total: 0 } });
  },
);

it('shows neither the sale nor the slip, and prints and voids nothing', async () => {
  const answers = [
    await neighbour.get(`/api/v1/sales/${sale.body.saleId}`),
    await neighbour.post(`/api/v1/sales/${sale.body.saleId}/prints`, {}),
    await neighbour.post(`/api/v1/sales/${sale.body.saleId}/void`, { reason: '错了' }, key()),
    await neighbour.get(`/api/v1/top-ups/${joined.body.topUpId}`),
  ];
  expect(answers.filter(({ status }) => status !== 403 && status !== 404)).toEqual([]);
  const { voided } = (await river.get('/api/v1/sales')).body.rows[0];
  expect(voided).toBe(false);
});

it('opens no stock, changes no price, no store and no till there', async () => {
  const store = {
    name: '我的',
    timezone: 'Asia/Shanghai',
    cutoverHour: 0,
    active: true,
    version: 1,
  };
  const opening = {
    storeId: org.binjiangId,
    lines: [{ productId, qtyMilli: 1_000, valueCents: 1 }],
  };
  const answers = [
    await neighbour.post('/api/v1/stock/openings', opening, key()),
    await neighbour.put(`/api/v1/products/${productId}/store-prices/${org.binjiangId}`, {
      priceCents: 1,
      version: 1,
    }),
    await neighbour.put(`/api/v1/stores/${org.binjiangId}`, store),
    await neighbour.put('/api/v1/session/till', { tillId: org.binjiangTillId }),
  ];
  expect(answers.map(({ status, text }) => ({ status, text }))).toEqual(
    answers.map(() => ({
      status: 403,
      text: expect.stringMatching(/store_forbidden|till_not_allowed/),
    })),
  );
});

it('reports and sums nothing of it', async () => {
  const report = await neighbour.get('/api/v1/reports/consumption-detail/rows', { query: today });
  expect(report).toMatchObject({ status: 200, body: { total: 0 } });
  const other = { ...today, storeIds: String(org.binjiangId) };
  const asked = await neighbour.get('/api/v1/reports/consumption-detail/rows', { query: other });
  expect(asked.status === 403 || asked.body.total === 0).toBe(true);
  const month = { from: '2026-11-01', to: '2026-11-30' };
  const overview = await neighbour.get('/api/v1/overview', {
    query: { ...month, storeIds: String(org.binjiangId) },
  });
  expect(overview.status === 403 || overview.body.consumptionCents === 0).toBe(true);
  const detail = await neighbour.get(
    `/api/v1/reports/consumption-detail/rows/${sale.body.saleId}/detail`,
    { query: today },
  );
  expect(detail.status === 403 || detail.status === 404 || detail.body.length === 0).toBe(true);
});

it('shares the members, who belong to the chain', async () => {
  expect((await neighbour.get('/api/v1/members/lookup?q=19900000001')).body.match).toBe('exact');
});
