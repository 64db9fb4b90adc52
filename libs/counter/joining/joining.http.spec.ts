import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { FIXTURE_PIN } from '../../membership/members/members.fixtures.js';
import { aTopUpRule } from '../../value/wallets/wallets.fixtures.js';

const { as, db, org } = await testApp();
const cashier = as('cashier');
// Whoever gives a level needs the right to.
const manager = as('manager');
const key = () => ({ key: randomUUID() });
const count = async (table: string) =>
  (await db.one<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)).count;

beforeAll(() => aTopUpRule(db, { payCents: 1000_00, bonusCents: 100_00, points: 50 }));

const everything = (phone: string) => ({
  name: '李明',
  phone,
  gender: 'male',
  birthday: { calendar: 'solar', year: 1990, month: 11, day: 22 },
  levelId: org.levelIds.silver,
  smsMarketing: true,
  pin: FIXTURE_PIN,
  card: { depositCents: 20_00, feeCents: 10_00 },
  topUp: { amountCents: 1000_00, tender: 'cash', acceptLimit: true },
});

describe('joining', () => {
  it('registers, issues a card and takes the first top-up in one act', async () => {
    const answer = await manager.post('/api/v1/members', everything('19900010001'), key());
    expect(answer.status).toBe(201);
    const { memberId, cardNo, topUpId, receiptNo } = answer.body;
    expect(cardNo).toMatch(/^68000001\d{8}$/);
    expect(receiptNo).toMatch(/^RM-\d{8}-\d{4}$/);
    expect((await cashier.get(`/api/v1/members/${memberId}`)).body).toMatchObject({
      name: '李明',
      phoneMasked: '199****0001',
      level: { id: org.levelIds.silver, payRateBps: 9_500 },
      homeStore: { id: org.renminId, name: '人民路店' },
      birthday: { calendar: 'solar', year: 1990, month: 11, day: 22, leapMonth: false },
      hasPin: true,
      smsService: true,
      smsMarketing: true,
      cards: [{ cardNo, status: 'active', storeName: '人民路店' }],
      wallet: { principalCents: 1000_00, bonusCents: 100_00, points: 50 },
    });
    expect((await cashier.get(`/api/v1/members/${memberId}/activity`)).body).toMatchObject([
      { kind: 'card_charge', topUpId: null, amountCents: 30_00 },
      { kind: 'top_up', topUpId, receiptNo, principalCents: 1000_00 },
    ]);
    const stored = await db.one<{ result: object }>(
      "SELECT result FROM command WHERE name = 'member.join' ORDER BY created_at DESC LIMIT 1",
    );
    expect(JSON.stringify(stored.result)).not.toMatch(/李明|19900010001|246802/);
  });

  it('needs no more than a nickname', async () => {
    const answer = await cashier.post('/api/v1/members', { nickname: '老王' }, key());
    expect(answer).toMatchObject({ status: 201, body: { memberId: expect.any(Number) } });
    expect(answer.body).not.toHaveProperty('cardNo');
  });

  it('answers a retry as the first time and gives nothing twice', async () => {
    const once = key();
    const body = everything('19900010002');
    const first = await manager.post('/api/v1/members', body, once);
    const again = await manager.post('/api/v1/members', { ...body, pin: undefined }, once);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const { wallet } = (await cashier.get(`/api/v1/members/${first.body.memberId}`)).body;
    expect(wallet.principalCents).toBe(1000_00);
    const other = await manager.post('/api/v1/members', { ...body, name: '李亮' }, once);
    expect(other).toMatchObject({ status: 409, body: { code: 'command.key_reused' } });
  });

  it.each([
    ['a phone in use', { phone: '19900010001' }, 409, 'member.phone_taken'],
    ['no name', { name: null }, 422, 'member.name_missing'],
    ['a weak PIN', { pin: '123456' }, 422, 'member.pin_too_weak'],
    ['an unknown level', { levelId: 99999 }, 422, 'request.invalid'],
    ['a misread card', { card: { cardNo: '6800000100000000' } }, 422, 'card.wrong_number'],
    [
      'a rule that nobody made',
      { topUp: { amountCents: 1, tender: 'cash', ruleId: 99999 } },
      422,
      'request.invalid',
    ],
    ['a card that is no object', { card: 'new' }, 422, 'request.invalid'],
    [
      'a birthday without a month',
      { birthday: { calendar: 'solar', day: 1 } },
      422,
      'request.invalid',
    ],
  ])('refuses %s, and nothing is half done', async (_, change, status, code) => {
    const before = [await count('member'), await count('card'), await count('ledger.entry')];
    const body = { ...everything('19900010003'), ...change };
    expect(await manager.post('/api/v1/members', body, key())).toMatchObject({
      status,
      body: { code },
    });
    expect([await count('member'), await count('card'), await count('ledger.entry')]).toEqual(
      before,
    );
  });

  it('asks for the rights of each part, and for a till', async () => {
    await db.query(
      "UPDATE role SET permissions = array_remove(permissions, 'card.issue') WHERE code = 'cashier'",
    );
    const limited = as('cashier');
    const body = { nickname: '小周', card: {} };
    expect(await limited.post('/api/v1/members', body, key())).toMatchObject({
      status: 403,
      body: { params: { permission: 'card.issue' } },
    });
    await db.query(
      "UPDATE role SET permissions = permissions || '{card.issue}' WHERE code = 'cashier'",
    );
    const head = await as('head').post('/api/v1/members', body, key());
    expect(head).toMatchObject({ status: 409, body: { code: 'session.no_till' } });
  });
});
