import { insertRole } from '#chain/identity';
import { permissionCodes } from '#kernel';
import { testApp } from '#workshop/testing';
import { aStaffMember } from '../../../../libs/chain/identity/identity.fixtures.js';
import { twoPlaces } from './place.fixtures.js';
import { ROUTES } from './route-rows.fixtures.js';
import { routesOf, urlOf } from './routes-of.fixtures.js';
import { aWorld } from './world.fixtures.js';

// Every answer to a question, for somebody who may do everything but see whole phone numbers.
const api = await testApp({ books: 'once' });
const { here } = await twoPlaces(api);
const world = await aWorld(here);
const { db, org } = api;

await db.write(async (tx) => {
  const permissions = permissionCodes().filter((code) => code !== 'member.phone');
  const role = { code: 'no_phones', name: '不见号码', permissions, allStores: true };
  const roleIds = [await insertRole(tx, role)];
  await aStaffMember(tx, { login: 'no-phones', homeStoreId: org.renminId, roleIds });
});
const person = api.as('no-phones');
await person.sitAt(org.renminTillId);
const phones = (
  await db.query<{ phone: string }>('SELECT phone FROM member WHERE phone IS NOT NULL')
).map(({ phone }) => phone);

const PARAMS: Record<string, string> = {
  ...{ members: 'member', sales: 'sale', 'top-ups': 'topUp', payouts: 'payout' },
  ...{ adjustments: 'adjustment', 'card-charges': 'charge', approvals: 'approval' },
  ...{ campaigns: 'campaign', segments: 'sharedSegment', imports: 'import', exports: 'export' },
  ...{ 'top-up-rules': 'rule', 'card-stock': 'cardStock' },
};
const ids = (path: string) => ({
  id: world[PARAMS[path.split('/')[1] ?? ''] ?? ''] ?? 1,
  cardNo: world['card'] ?? '',
  code: world['statement'] ?? '',
  reportId: 'consumption-detail',
  rowId: world['sale'] ?? 1,
});
const QUERIES: Record<string, Record<string, string>> = {
  'GET /members/lookup': { q: '周若彤' },
  'GET /members/duplicates': { name: '周若彤' },
  'GET /overview': { from: '2026-01-01', to: '2026-12-31' },
  'GET /reports/:reportId/rows': { from: '2026-01-01', to: '2026-12-31' },
  'GET /reports/:reportId/rows/:rowId/detail': { from: '2026-01-01', to: '2026-12-31' },
  'GET /members/:id/withdrawals/preview': { amountCents: '100' },
  'GET /members/:id/transfers/preview': { amountCents: '100', toMemberId: '1' },
  'GET /members/:id/merge': { mergedMemberId: '1' },
  'GET /top-up-offers': { memberId: '1' },
  'GET /imports/template': { locale: 'zh-CN' },
  'GET /list-views': { list: 'members' },
  'GET /products/lookup': { q: '商品' },
};
/** The whole number is what they are for, to those who may. */
const FOR_THE_NUMBER = ['GET /members/:id/phone'];

/** Questions that have no answer here, and why. */
const REFUSED = new Map([
  ['GET /exports/:id', 'somebody else’s'],
  ['GET /exports/:id/file', 'somebody else’s'],
  ['GET /imports/:id/error-file', 'the import has no wrong rows'],
  ['GET /members/:id/photo', 'the member has none'],
  ['GET /members/:id/identity/number', 'the member has none'],
  ['GET /books/verifications/latest', 'the books were not verified yet'],
]);

const questions = routesOf(api).filter(({ method }) => method === 'GET');

it('has members with phones to hide', () => {
  expect(phones.length).toBeGreaterThan(20);
  expect(Object.keys(ROUTES)).toEqual(expect.arrayContaining(FOR_THE_NUMBER));
});

it.each(questions.map((route) => [route.name, route] as const))('%s', async (name, route) => {
  const answer = await person.get(urlOf(route.path, ids(route.path)), { query: QUERIES[name] });
  if (FOR_THE_NUMBER.includes(name)) return expect(answer.status).toBe(403);
  // A question that is refused shows nothing, and proves nothing: which ones is written down.
  expect({ name, answered: answer.status < 300 }).toEqual({ name, answered: !REFUSED.has(name) });
  expect(phones.filter((phone) => answer.text.includes(phone))).toEqual([]);
});
