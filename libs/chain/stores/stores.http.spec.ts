import { testApp } from '#workshop/testing';

const api = await testApp();
const { org } = api;
const head = api.as('head');
const change = {
  name: '人民路旗舰店',
  region: '城中',
  timezone: 'Asia/Shanghai',
  cutoverHour: 4,
  phone: '021-5555 0102',
  address: '人民路 2 号',
  active: true,
  version: 1,
};
const codes = ({ rows }: { rows: { code: string }[] }) => rows.map(({ code }) => code).sort();

it('shows everybody their own stores', async () => {
  expect(codes((await head.get('/api/v1/stores')).body)).toEqual(['BJ', 'HO', 'RM']);
  expect(codes((await api.as('manager').get('/api/v1/stores')).body)).toEqual(['BJ', 'RM']);
  expect(codes((await api.as('cashier').get('/api/v1/stores')).body)).toEqual(['RM']);
});

it('finds them by name, code, region and whether they are open', async () => {
  const found = async (query: Record<string, string>) =>
    (await head.get('/api/v1/stores', { query })).body.rows.map(
      ({ code }: { code: string }) => code,
    );
  expect(await found({ q: '人民路店' })).toEqual(['RM']);
  expect(await found({ q: '城东' })).toEqual(['BJ']);
  expect(await found({ q: 'bj' })).toEqual(['BJ']);
  expect(await found({ q: '%' })).toEqual([]);
  expect(await found({ active: 'false' })).toEqual([]);
  expect(await found({ sort: '-code' })).toEqual(['RM', 'HO', 'BJ']);
});

it('changes a store and records before and after', async () => {
  const { status, body } = await head.put(`/api/v1/stores/${org.renminId}`, change);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    ...change,
    phone: '02155550102',
    version: 2,
    code: 'RM',
    tills: [{ name: '1' }],
  });
  const { body: audit } = await head.get(
    `/api/v1/audit?subjectKind=store&subjectId=${org.renminId}`,
  );
  expect(audit.rows[0]).toMatchObject({
    action: 'store.update',
    storeName: '人民路旗舰店',
    before: { name: '人民路店' },
    after: { name: '人民路旗舰店' },
  });
});

it('refuses the name of another store', async () => {
  const path = `/api/v1/stores/${org.binjiangId}`;
  expect(await head.put(path, { ...change, version: 1 })).toMatchObject({
    status: 409,
    body: { code: 'store.name_taken', errors: [{ field: 'name' }] },
  });
});

it('says field by field what is wrong', async () => {
  const { status, body } = await head.put(`/api/v1/stores/${org.renminId}`, {
    ...change,
    name: ' ',
    timezone: 'Mars/Olympus',
    cutoverHour: 12,
  });
  expect(status).toBe(422);
  expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    'cutoverHour',
    'name',
    'timezone',
  ]);
});

it('does not close head office', async () => {
  const { body } = await head.put(`/api/v1/stores/${org.headOfficeId}`, {
    ...change,
    name: '总部',
    active: false,
  });
  expect(body.code).toBe('store.head_office_stays');
});

it('lets no till of a closed store be chosen', async () => {
  await head.put(`/api/v1/stores/${org.binjiangId}`, { ...change, name: '滨江店', active: false });
  expect(
    (await api.as('manager').put('/api/v1/session/till', { tillId: org.binjiangTillId })).body.code,
  ).toBe('session.till_not_allowed');
});

it('is changed by head office only', async () => {
  expect((await api.as('manager').put(`/api/v1/stores/${org.renminId}`, change)).status).toBe(403);
  expect((await head.put('/api/v1/stores/999999', change)).status).toBe(404);
});
