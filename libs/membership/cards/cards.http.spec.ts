import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { aMember, FIXTURE_PIN } from '../members/members.fixtures.js';
import { cardNumber, isCardNo } from './card-number.rules.js';
import { anActiveCard } from './cards.fixtures.js';

const { as, db, org } = await testApp();
const RENMIN = '68000001';
const BINJIANG = '68000002';
const cashier = as('cashier');
const key = () => ({ key: randomUUID() });

describe('issuing a card', () => {
  it('takes a number from the range of the store, with a check digit', async () => {
    const { cardNo } = (await cashier.get('/api/v1/cards/next-number')).body;
    expect(cardNo.startsWith(RENMIN)).toBe(true);
    expect(isCardNo(cardNo)).toBe(true);
    const { memberId } = await aMember(db);
    const answer = await cashier.post(`/api/v1/members/${memberId}/cards`, { cardNo }, key());
    expect(answer).toMatchObject({ status: 201, body: { cardNo } });
    const list = await cashier.get(`/api/v1/cards?q=${cardNo}`);
    expect(list.body).toMatchObject({
      total: 1,
      rows: [{ id: answer.body.cardId, cardNo, status: 'active', memberId, storeName: '人民路店' }],
    });
  });

  it('books deposit and fee: a liability, an income, money in the drawer', async () => {
    const { memberId } = await aMember(db);
    const body = { depositCents: 20_00, feeCents: 10_00, tender: 'wechat', pin: FIXTURE_PIN };
    const answer = await cashier.post(`/api/v1/members/${memberId}/cards`, body, key());
    expect(answer.status).toBe(201);
    const postings = await db.query(
      `SELECT p.house, p.store_id, p.amount FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id
        WHERE e.kind = 'card_issue' AND e.member_id = $1 ORDER BY p.amount`,
      [memberId],
    );
    expect(postings).toEqual([
      { house: 'card_deposits', store_id: org.renminId, amount: -20_00 },
      { house: 'card_fees', store_id: org.renminId, amount: -10_00 },
      { house: 'tender:wechat', store_id: org.renminId, amount: 30_00 },
    ]);
    expect((await cashier.get(`/api/v1/members/${memberId}`)).body.hasPin).toBe(true);
  });

  it.each([
    ['a misread number', '6800000100000000', 422, 'card.wrong_number'],
    ['a number that is too short', '68000001', 422, 'card.wrong_number'],
    ['a number of another store', cardNumber(BINJIANG, '0000001'), 422, 'card.not_in_range'],
    ['a number in use', cardNumber(RENMIN, '7654321'), 409, 'card.number_taken'],
  ])('refuses %s', async (_, cardNo, status, code) => {
    const { memberId } = await aMember(db);
    const path = `/api/v1/members/${memberId}/cards`;
    await cashier.post(path, { cardNo: cardNumber(RENMIN, '7654321') }, key());
    expect(await cashier.post(path, { cardNo }, key())).toMatchObject({ status, body: { code } });
  });

  it('refuses who sits at no till, an unknown member, a missing key', async () => {
    const { memberId } = await aMember(db);
    const path = `/api/v1/members/${memberId}/cards`;
    expect((await as('head').post(path, {}, key())).body.code).toBe('session.no_till');
    expect((await cashier.post('/api/v1/members/99999/cards', {}, key())).body.code).toBe(
      'member.not_found',
    );
    expect((await cashier.post(path, {})).body.code).toBe('command.key_missing');
  });
});

describe('reporting a card lost', () => {
  it('freezes this card once, not the others', async () => {
    const { memberId } = await aMember(db);
    const { cardNo } = await anActiveCard(db, { memberId });
    const other = await anActiveCard(db, { memberId });
    const once = key();
    const lost = await cashier.post(`/api/v1/cards/${cardNo}/lost`, { reason: '电话' }, once);
    expect(lost).toMatchObject({ status: 200, body: { cardNo, status: 'lost' } });
    const again = await cashier.post(`/api/v1/cards/${cardNo}/lost`, { reason: '电话' }, once);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await cashier.post(`/api/v1/cards/${cardNo}/lost`, {}, key())).toMatchObject({
      status: 409,
      body: { code: 'card.not_active', params: { status: 'lost' } },
    });
    const { cards } = (await cashier.get(`/api/v1/members/${memberId}`)).body;
    expect(cards).toMatchObject([
      { cardNo: other.cardNo, status: 'active' },
      { cardNo, status: 'lost' },
    ]);
  });

  it('says that a card is not known', async () => {
    const answer = await cashier.post('/api/v1/cards/6800000199999999/lost', {}, key());
    expect(answer).toMatchObject({ status: 404, body: { code: 'card.not_found' } });
  });
});

describe('the list of cards', () => {
  it('shows only the stores one works in', async () => {
    const { memberId } = await aMember(db, { name: '滨江人', storeId: org.binjiangId });
    const { cardNo } = await anActiveCard(db, { memberId });
    const q = { query: { q: 'binjiangren' } };
    expect((await cashier.get('/api/v1/cards', q)).body.total).toBe(0);
    expect((await as('manager').get('/api/v1/cards', q)).body.rows).toMatchObject([{ cardNo }]);
    const elsewhere = await cashier.get(`/api/v1/cards?storeId=${org.binjiangId}`);
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'access.store_forbidden' } });
  });
});
