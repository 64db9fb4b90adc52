import { hash, randomUUID } from 'node:crypto';
import { aStaffMember } from '../../../libs/chain/identity/identity.fixtures.js';
import { aMember } from '../../../libs/membership/members/members.fixtures.js';
import { hashPin } from '../../../libs/membership/members/pins.service.js';
import { testApp } from '#workshop/testing';

// What the server says to whoever asks again after a lost answer, and to whoever stands at the till by then.
const api = await testApp();
const { as, db, org } = api;
const cashier = as('cashier');
const manager = as('manager');
const cash = { amountCents: 60_00, tender: 'cash', ruleId: null };

const topUp = (who: typeof cashier, memberId: number, key: string, body: object = cash) =>
  who.post(`/api/v1/members/${memberId}/top-ups`, body, { key });
const principal = async (memberId: number): Promise<number> =>
  (await cashier.get(`/api/v1/members/${memberId}/wallet`)).body.principalCents;
const close = (who: typeof cashier, key: string) => who.post(`/api/v1/commands/${key}/closing`);

let memberId: number;
let key: string;

beforeEach(async () => {
  ({ memberId } = await aMember(db));
  key = randomUUID();
});

describe('a command asked for again', () => {
  it('answers another person at that till as it answered the first, and moves nothing', async () => {
    const first = await topUp(cashier, memberId, key);
    const again = await topUp(manager, memberId, key);
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([
      201,
      first.body,
      'true',
    ]);
    expect(await principal(memberId)).toBe(60_00);
  });

  it('says nothing to somebody of another store', async () => {
    await topUp(cashier, memberId, key);
    await db.write((tx) =>
      aStaffMember(tx, {
        login: 'elsewhere',
        homeStoreId: org.binjiangId,
        roleIds: [org.roleIds.cashier],
      }),
    );
    const stranger = as('elsewhere');
    await stranger.sitAt(org.binjiangTillId);
    const again = await topUp(stranger, memberId, key);
    expect([again.status, again.body.code, again.body.judged]).toEqual([
      403,
      'access.store_forbidden',
      undefined,
    ]);
    expect(again.text).not.toContain('principalAfterCents');
    expect((await close(stranger, key)).status).toBe(403);
    expect(await principal(memberId)).toBe(60_00);
  });

  it('finds a command that was stored with the staff in its fingerprint, whoever asks', async () => {
    const first = await topUp(cashier, memberId, key);
    const asBefore = `wallet.top_up\n${org.staffIds.cashier}\n{"amountCents":6000,"memberId":${memberId},"ruleId":null,"tender":"cash"}`;
    const old = randomUUID();
    await db.query(
      `INSERT INTO command (key, name, staff_id, fingerprint, result) SELECT $1, name, staff_id, $2, result FROM command WHERE key = $3`,
      [old, hash('sha256', asBefore, 'base64url'), key],
    );
    for (const who of [cashier, manager])
      expect((await topUp(who, memberId, old)).body).toEqual(first.body);
    const other = await topUp(cashier, memberId, old, { ...cash, amountCents: 61_00 });
    expect(other.body).toMatchObject({
      code: 'command.key_reused',
      params: { name: 'wallet.top_up' },
    });
    expect(await principal(memberId)).toBe(60_00);
  });
});

describe('a refusal says whether it was judged inside the command', () => {
  it('is marked where the command itself refused', async () => {
    const refused = await topUp(cashier, memberId, key, { ...cash, ruleId: 999_999 });
    expect(refused.body).toMatchObject({ code: 'request.invalid', judged: true });
  });

  it('is marked where a sale refused in its own two statements', async () => {
    const refused = await cashier.post(
      '/api/v1/sales',
      {
        lines: [{ productId: 999_999, qtyMilli: 1000, unitPriceCents: 1 }],
        tenders: [],
        dueCents: 1,
      },
      { key },
    );
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.body.judged).toBe(true);
  });

  it('is marked where a PIN or an approval was judged before the transaction, behind the same key', async () => {
    await db.query('UPDATE member SET pin_hash = $2 WHERE id = $1', [
      memberId,
      await hashPin('135790'),
    ]);
    await topUp(cashier, memberId, randomUUID(), { ...cash, amountCents: 900_00 });
    const withdraw = (body: object) =>
      cashier.post(`/api/v1/members/${memberId}/withdrawals`, body, { key });
    const body = { amountCents: 800_00, tender: 'cash' };
    expect((await withdraw({ ...body, pin: '864209' })).body).toMatchObject({
      code: 'member.wrong_pin',
      judged: true,
    });
    expect((await withdraw({ ...body, pin: '135790' })).body).toMatchObject({
      code: 'approval.required',
      judged: true,
    });
  });

  it.each([
    ['nobody is signed in', () => api.browser(), cash, 401],
    ['the session has no till', () => as('head'), cash, 409],
    ['the input is not understood', () => cashier, { ...cash, amountCents: -1 }, 422],
  ])('is not marked where %s', async (_when, who, body, status) => {
    const refused = await topUp(who(), memberId, key, body);
    expect([refused.status, refused.body.judged]).toEqual([status, undefined]);
  });

  it('is not marked where the key answered another request: the first was made', async () => {
    await topUp(cashier, memberId, key);
    const other = await topUp(cashier, memberId, key, { ...cash, amountCents: 61_00 });
    expect([other.body.code, other.body.judged]).toEqual(['command.key_reused', undefined]);
  });
});

describe('a key that can not be asked again word for word is closed', () => {
  it('and says what was made with it', async () => {
    const { body } = await topUp(cashier, memberId, key);
    expect(await close(manager, key)).toMatchObject({
      status: 200,
      body: { made: true, name: 'wallet.top_up', result: body },
    });
  });

  it('and nothing can be made with it afterwards: a first try that arrives late is refused', async () => {
    const nothing = { made: false, name: null, result: null };
    expect((await close(cashier, key)).body).toEqual(nothing);
    expect((await close(cashier, key)).body).toEqual(nothing);
    expect((await topUp(cashier, memberId, key)).body).toMatchObject({
      code: 'command.key_reused',
      params: { name: 'command.closed' },
    });
    expect(await principal(memberId)).toBe(0);
  });

  it('or made, when both come at once: never neither, never both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const contested = randomUUID();
      const before = await principal(memberId);
      const [made, closed] = await Promise.all([
        topUp(cashier, memberId, contested),
        close(cashier, contested),
      ]);
      expect(closed.body.made).toBe(made.status === 201);
      expect(await principal(memberId)).toBe(before + (closed.body.made ? 60_00 : 0));
    }
  });

  it('once a second try was refused while the first was on its way: what the key says then is what happened', async () => {
    await db.query('UPDATE member SET pin_hash = $2 WHERE id = $1', [
      memberId,
      await hashPin('135790'),
    ]);
    await topUp(cashier, memberId, randomUUID(), { ...cash, amountCents: 900_00 });
    for (let round = 0; round < 8; round += 1) {
      const contested = randomUUID();
      const withdraw = (pin: string) => {
        const body = { amountCents: 10_00, tender: 'cash', pin };
        return cashier.post(`/api/v1/members/${memberId}/withdrawals`, body, { key: contested });
      };
      const before = await principal(memberId);
      // The PIN is judged in a transaction of its own: the first try lets go of its key between the two.
      const first = withdraw('135790');
      const second = await withdraw(round % 2 ? '135790' : '864209');
      const refused = second.status >= 400;
      if (refused) expect(second.body).toMatchObject({ code: 'member.wrong_pin', judged: true });
      const fate = (await close(cashier, contested)).body;
      const { status, body } = await first;
      expect(fate.made).toBe(status === 201);
      if (fate.made) expect(fate.result).toEqual(body);
      else expect(body).toMatchObject({ code: 'command.key_reused' });
      if (!refused) expect(fate.made).toBe(true);
      expect(await principal(memberId)).toBe(before - (fate.made ? 10_00 : 0));
      await db.query('UPDATE member SET pin_failures = 0, pin_locked_until = NULL WHERE id = $1', [
        memberId,
      ]);
    }
  });

  it('needs a key and a session', async () => {
    expect((await close(cashier, 'nonsense')).status).toBe(422);
    expect((await close(api.browser(), key)).status).toBe(401);
  });
});
