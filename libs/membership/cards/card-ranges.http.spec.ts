import { randomUUID } from 'node:crypto';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember } from '../members/members.fixtures.js';
import { cardNumber } from './card-number.rules.js';
import { anActiveCard } from './cards.fixtures.js';

const { as, db, org } = await testApp();
const cashier = as('cashier');
const manager = as('manager');
const post = (path: string, body: object = {}) =>
  cashier.post(`/api/v1/${path}`, body, { key: randomUUID() });
const idCard = { by: 'document', document: 'id_card', last4: '281X' };

describe('the ranges of numbers', () => {
  const ranges = '/api/v1/card-ranges';
  const head = as('head');

  it('are given to a store by head office, stopped and resumed', async () => {
    const give = { storeId: org.renminId, note: '第二批' };
    const made = await head.post(ranges, give, { key: randomUUID() });
    expect(made).toMatchObject({
      status: 201,
      body: { prefix: '68000003', used: 0, capacity: 10_000_000, active: true },
    });
    const taken = await head.post(ranges, { ...give, range: '0001' }, { key: randomUUID() });
    expect(taken).toMatchObject({ status: 409, body: { code: 'card.range_taken' } });
    const stopped = await head.patch(`${ranges}/${made.body.id}`, {
      active: false,
      version: 1,
    });
    expect(stopped.body.active).toBe(false);
    const { memberId } = await aMember(db);
    const inIt = { cardNo: cardNumber('68000003', '0000001') };
    expect((await post(`members/${memberId}/cards`, inIt)).body.code).toBe('card.not_in_range');
    await head.patch(`${ranges}/${made.body.id}`, { active: true, version: 2 });
    expect((await post(`members/${memberId}/cards`, inIt)).status).toBe(201);
    const { body } = await head.get(ranges, { query: { q: '6800 0003' } });
    expect(body).toMatchObject({
      rows: [{ prefix: '68000003', used: 1, inStock: 0 }],
      totals: { used: 1, inStock: 0 },
    });
    const found = async (query: Record<string, string>) =>
      (await head.get(ranges, { query })).body.rows.map(({ prefix }: { prefix: string }) => prefix);
    expect(await found({ q: '第二' })).toEqual(['68000003']);
    expect(await found({ storeId: String(org.binjiangId) })).toEqual(['68000002']);
    expect(await found({ active: 'false' })).toEqual([]);
    expect(await found({ sort: '-prefix' })).toEqual(['68000003', '68000002', '68000001']);
  });

  it('are not for a store to give itself', async () => {
    const answer = await manager.post(ranges, { storeId: org.renminId }, { key: randomUUID() });
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.forbidden' } });
  });

  it('do not matter for numbers of a previous system', async () => {
    const { memberId } = await aMember(db);
    await anActiveCard(db, { memberId, cardNo: 'VIP0088' });
    await db.query("UPDATE card SET origin = 'imported' WHERE card_no = 'VIP0088'");
    expect((await post('cards/vip0088/lost')).body).toEqual({ cardNo: 'VIP0088', status: 'lost' });
    const replaced = await post('cards/VIP0088/replacement', {
      identity: idCard,
      approval: { login: 'manager', pin: STAFF_PIN },
    });
    expect(replaced.body.cardNo).toMatch(/^6800000[13]\d{8}$/);
  });
});
