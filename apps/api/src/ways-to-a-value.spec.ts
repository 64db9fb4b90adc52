import { randomUUID } from 'node:crypto';
import { insertRole } from '#chain/identity';
import { permissionCodes } from '#kernel';
import { STAFF_PIN, testApp, type TestBrowser } from '#workshop/testing';
import { anActiveCard } from '../../../libs/membership/cards/cards.fixtures.js';
import { aStaffMember } from '../../../libs/chain/identity/identity.fixtures.js';
import { aMember } from '../../../libs/membership/members/members.fixtures.js';

// What is worth something to a member can be reached on several ways. All of them ask for the same right: here somebody
// with every right but that one tries each. Who adds a way adds a line.
const api = await testApp({ books: 'once' });
const { org, db } = api;
const identity = { by: 'document', document: 'passport', last4: '2807' };
const approval = { login: 'manager', pin: STAFF_PIN };
const key = () => ({ key: randomUUID() });

await db.query(
  `INSERT INTO setting (key, version, value) VALUES ('card.fee_cents', 1, '1000'), ('card.deposit_cents', 1, '2000'),
     ('card.replace_fee_cents', 1, '1000'), ('card.valid_days', 1, '365')`,
);
const member = () => aMember(db, { storeId: org.renminId });

let people = 0;
async function everythingBut(right: string): Promise<TestBrowser> {
  const login = `everything${(people += 1)}`;
  await db.write(async (tx) => {
    const permissions = permissionCodes().filter((code) => code !== right);
    const roleId = await insertRole(tx, { code: login, name: login, permissions, allStores: true });
    await aStaffMember(tx, { login, homeStoreId: org.renminId, roleIds: [roleId] });
  });
  const person = api.as(login);
  await person.sitAt(org.renminTillId);
  return person;
}

interface Way {
  value: string;
  right: string;
  way: string;
  go: (person: TestBrowser) => Promise<{ status: number; body: unknown }>;
}

const join = (body: object) => (person: TestBrowser) =>
  person.post('/api/v1/members', { nickname: '新会员', ...body }, key());
const issue = (body: object) => async (person: TestBrowser) =>
  person.post(`/api/v1/members/${(await member()).memberId}/cards`, body, key());

async function anImport(person: TestBrowser): Promise<number> {
  const uploaded = await person.post(
    '/api/v1/imports?fileName=a.csv&source=old&locale=zh-CN',
    Buffer.from('卡号,等级\n1,金\n'),
    {
      headers: { 'content-type': 'application/octet-stream' },
    },
  );
  await db.query(
    `UPDATE import_job SET status = 'mapping', sheet = '{"headers":["卡号","等级"]}' WHERE id = $1`,
    [uploaded.body.id],
  );
  return uploaded.body.id as number;
}
const map =
  (columns: object, more: object = {}) =>
  async (person: TestBrowser) =>
    person.put(`/api/v1/imports/${await anImport(person)}/mapping`, {
      columns,
      defaultStoreId: org.renminId,
      ...more,
    });

const LEVEL = 'member.set_level';
const WAYS: Way[] = [
  { value: 'a level', right: LEVEL, way: 'registration', go: join({ levelId: org.levelIds.gold }) },
  {
    value: 'a level',
    right: LEVEL,
    way: 'a change of it',
    go: async (person) =>
      person.post(
        `/api/v1/members/${(await member()).memberId}/level`,
        { levelId: org.levelIds.gold, reason: '试' },
        key(),
      ),
  },
  { value: 'a level', right: LEVEL, way: 'a column of a file', go: map({ level: 1 }) },
  {
    value: 'a level',
    right: LEVEL,
    way: 'the level for all rows of a file',
    go: map({ cardNo: 0, name: 1 }, { defaultLevelId: org.levelIds.gold }),
  },
  {
    value: 'validity',
    right: 'card.extend',
    way: 'the issue',
    go: issue({ expiresOn: '2199-12-31' }),
  },
  {
    value: 'validity',
    right: 'card.extend',
    way: 'the issue without end',
    go: issue({ expiresOn: null }),
  },
  {
    value: 'validity',
    right: 'card.extend',
    way: 'registration',
    go: join({ card: { expiresOn: null } }),
  },
  {
    value: 'validity',
    right: 'card.extend',
    way: 'a column of a file',
    go: map({ cardExpiresOn: 1 }),
  },
  { value: 'a free card', right: 'card.waive', way: 'the issue', go: issue({ feeCents: 0 }) },
  { value: 'a free card', right: 'card.waive', way: 'no deposit', go: issue({ depositCents: 0 }) },
  {
    value: 'a free card',
    right: 'card.waive',
    way: 'registration',
    go: join({ card: { feeCents: 9_99 } }),
  },
  {
    value: 'a free card',
    right: 'card.waive',
    way: 'the replacement',
    go: async (person) => {
      const { memberId } = await member();
      const { cardNo } = await anActiveCard(db, { memberId, storeId: org.renminId });
      return person.post(
        `/api/v1/cards/${cardNo}/replacement`,
        { feeCents: 0, identity, approval },
        key(),
      );
    },
  },
  { value: 'a card', right: 'card.issue', way: 'registration', go: join({ card: {} }) },
  { value: 'a card', right: 'card.issue', way: 'the issue', go: issue({}) },
  { value: 'a card', right: 'card.issue', way: 'a column of a file', go: map({ cardNo: 0 }) },
  {
    value: 'stored value',
    right: 'wallet.adjust',
    way: 'a column of a file',
    go: map({ principal: 1 }),
  },
  { value: 'stored value', right: 'wallet.adjust', way: 'bonus in a file', go: map({ bonus: 1 }) },
  { value: 'points', right: 'points.adjust', way: 'a column of a file', go: map({ points: 1 }) },
];

it.each(WAYS.map((way) => [way.value, way.way, way] as const))(
  '%s by %s needs the right to it',
  async (_value, _way, { right, go }) => {
    expect(await go(await everythingBut(right))).toMatchObject({
      status: 403,
      body: { code: 'access.forbidden', params: { permission: right } },
    });
  },
);

it('is given to whoever may give it', async () => {
  const manager = api.as('manager');
  const card = { feeCents: 0, depositCents: 0, expiresOn: null };
  const body = { nickname: '金卡会员', levelId: org.levelIds.gold, card };
  expect((await manager.post('/api/v1/members', body, key())).status).toBe(201);
});

it('asks nothing of a cashier who gives what everybody gets', async () => {
  const body = { nickname: '会员', levelId: org.levelIds.ordinary, card: { tender: 'cash' } };
  expect((await api.as('cashier').post('/api/v1/members', body, key())).status).toBe(201);
});
