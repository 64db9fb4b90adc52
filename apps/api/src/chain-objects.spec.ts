import { randomUUID } from 'node:crypto';
import { insertRole } from '#chain/identity';
import { permissionCodes, permissionCodesFor } from '#kernel';
import { aGift } from '../../../libs/value/wallets/wallets.fixtures.js';
import { testApp } from '#workshop/testing';
import { aStaffMember } from '../../../libs/chain/identity/identity.fixtures.js';

// What belongs to no store counts for the whole chain: templates, tags, fields, levels, settings, products, shared views.
// Somebody with every right there is, at one store, changes none of it.
const api = await testApp({ books: 'once' });
const OF_THE_CHAIN = [
  'books.verify',
  'catalogue.write',
  'job.read',
  'job.send_again',
  'level.write',
  'list_view.share',
  'member.mark_staff',
  'member_setup.edit',
  'message.template',
  'settings.write',
  'tender.manage',
];

await api.db.write(async (tx) => {
  const roleId = await insertRole(tx, {
    code: 'everything_here',
    name: '本店全权',
    permissions: ['*'],
    allStores: false,
  });
  await aStaffMember(tx, { login: 'one-store', homeStoreId: api.org.renminId, roleIds: [roleId] });
});
const somebody = api.as('one-store');
const { body: description } = await somebody.get('/api/v1/openapi.json');

interface Operation {
  'x-access'?: unknown;
}
const routes = Object.entries(
  description.paths as Record<string, Record<string, Operation>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, operation]) => {
    const rights = operation['x-access'];
    const right = Array.isArray(rights) && OF_THE_CHAIN.find((code) => rights.includes(code));
    return right && rights.length === 1
      ? [[`${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '1')}`, right] as const]
      : [];
  }),
);

it('knows which rights are about the whole chain', () => {
  const some = new Set(permissionCodesFor({ allStores: false }));
  expect(permissionCodes().filter((code) => !some.has(code))).toEqual(OF_THE_CHAIN);
  expect(permissionCodesFor({ allStores: true })).toEqual(permissionCodes());
  expect(routes.length).toBeGreaterThanOrEqual(14);
});

it.each(routes)('%s is for whoever may change the chain', async (route, permission) => {
  const [method, url] = route.split(' ') as ['POST', string];
  const body = ['GET', 'DELETE'].includes(method) ? undefined : {};
  expect(await somebody.call(method, url, body, { key: randomUUID() })).toMatchObject({
    status: 403,
    body: { code: 'access.forbidden', params: { permission } },
  });
});

it('shows the rights that count, so that no button leads to a refusal', async () => {
  const { permissions } = (await somebody.get('/api/v1/session')).body;
  expect(permissions).toContain('message.read');
  expect(permissions).not.toContain('message.template');
});

it('shares no view of a list, and keeps its own', async () => {
  const view = { list: 'members', name: '本店', filters: {}, columns: [], sort: null };
  const share = await somebody.post('/api/v1/list-views', { ...view, shared: true });
  expect([share.status, share.body.code]).toEqual([403, 'access.forbidden']);
});

it('gives its own store a rule and a price, and all stores none', async () => {
  const rule = {
    name: '全连锁',
    storeId: null,
    startsOn: '2026-01-01',
    payCents: 100_00,
    gives: aGift(10_00),
    perMultiple: false,
  };
  const key = () => ({ key: randomUUID() });
  expect((await somebody.post('/api/v1/top-up-rules', rule, key())).status).toBe(403);
  const here = { ...rule, storeId: api.org.renminId };
  expect((await somebody.post('/api/v1/top-up-rules', here, key())).status).toBe(201);
});
