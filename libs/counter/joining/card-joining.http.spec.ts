import { randomUUID } from 'node:crypto';
import { Settings } from '#chain/settings';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../../membership/cards/cards.fixtures.js';
import { aMember } from '../../membership/members/members.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { app, as, db } = await testApp({ clock });
const cashier = as('cashier');
const manager = as('manager');

describe('a virtual card in the one box', () => {
  it('opens its member as a scanned card does, once', async () => {
    const { memberId } = await aMember(db);
    const { cardNo } = await anActiveCard(db, { memberId });
    const { code } = (await cashier.get(`/api/v1/cards/${cardNo}/virtual-code`)).body;
    const lookup = (who: typeof cashier) => who.get(`/api/v1/members/lookup?q=${code}`);
    expect((await lookup(cashier)).body).toMatchObject({
      match: 'exact',
      by: 'card',
      card: { cardNo, status: 'active' },
      members: [{ id: memberId }],
    });
    expect(await lookup(manager)).toMatchObject({ status: 409, body: { code: 'card.code_used' } });
    const nobody = await cashier.get('/api/v1/members/lookup?q=SK1ZZZZZZZZ00000000');
    expect(nobody.body).toEqual({ match: 'none', members: [] });
  });

  it('counts as a guess where its code opens nobody: wrong, over or read already', async () => {
    const at = (time: string) => clock.set(`2026-11-22T${time}Z`);
    const codeOf = async () => {
      const { cardNo } = await anActiveCard(db, { memberId: (await aMember(db)).memberId });
      return (await cashier.get(`/api/v1/cards/${cardNo}/virtual-code`)).body.code as string;
    };
    const answerTo = async (code: string) => {
      const { body } = await cashier.get(`/api/v1/members/lookup?q=${code}`);
      return body.code ?? body.match;
    };
    at('04:01:00');
    const over = await codeOf();
    at('04:04:00');
    const [read, good] = [await codeOf(), await codeOf()];
    expect(await answerTo(read)).toBe('exact');
    for (let guess = 0; guess < 10; guess += 1) {
      expect(await answerTo(`${read.slice(0, 11)}0000000${guess}`)).toBe('none');
      expect(await answerTo(over)).toBe('card.code_expired');
      expect(await answerTo(read)).toBe('card.code_used');
    }
    expect(await answerTo(good)).toBe('member.too_many_lookups');
    // A refusal used nothing up.
    at('04:05:00');
    expect(await answerTo(good)).toBe('exact');
  });
});

describe('numbers of cards in an address', () => {
  it('can’t be tried one after the other', async () => {
    const codes = new Set<string>();
    for (let guess = 0; guess < 60; guess += 1) {
      const number = String(6_800_990_000_000_000 + guess * 7_919);
      codes.add((await manager.get(`/api/v1/cards/${number}`)).body.code);
    }
    expect(codes).toEqual(new Set(['card.not_found', 'member.too_many_lookups']));
  });
});

describe('what a card cost', () => {
  it('stands among the acts of its member', async () => {
    const { memberId } = await aMember(db);
    const body = { depositCents: 20_00, feeCents: 10_00 };
    const key = { key: '6f3f2a3e-1111-4c1e-9a57-1f2e3d4c5b6a' };
    const issued = await cashier.post(`/api/v1/members/${memberId}/cards`, body, key);
    const activity = await cashier.get(`/api/v1/members/${memberId}/activity`);
    expect(activity.body).toMatchObject([
      { kind: 'card_charge', receiptNo: issued.body.chargeReceiptNo, amountCents: 30_00 },
    ]);
  });

  it('is bounded: no deposit above the chain’s limit, but the usual one whatever it is', async () => {
    const setting = (key: string, cents: number) =>
      db.query('INSERT INTO setting (key, version, value, changed_at) VALUES ($1, 1, $2, now())', [
        key,
        String(cents),
      ]);
    const issue = async (depositCents?: number) => {
      const { memberId } = await aMember(db);
      const body = { depositCents, feeCents: 0 };
      return cashier.post(`/api/v1/members/${memberId}/cards`, body, { key: randomUUID() });
    };
    const refused = (limitCents: number) => ({
      status: 422,
      body: { code: 'card.deposit_too_large', params: { limitCents } },
    });
    expect((await issue(100_00)).status).toBe(201);
    expect(await issue(100_01)).toMatchObject(refused(100_00));
    await setting('card.deposit_cents', 120_00);
    app.get(Settings).forget();
    expect((await issue()).status).toBe(201);
    expect(await issue(120_01)).toMatchObject(refused(120_00));
  });
});
