import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember, FIXTURE_PIN } from '../members/members.fixtures.js';
import { cardNumber } from './card-number.rules.js';
import { anActiveCard, aPrintedCard } from './cards.fixtures.js';
import { CardsService } from './index.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { app, as, db, org } = await testApp({ clock });
const cashier = as('cashier');
const manager = as('manager');
const post = (path: string, body: object = {}, key: string = randomUUID()) =>
  cashier.post(`/api/v1/${path}`, body, { key });
const cardOf = async (cardNo: string) => (await cashier.get(`/api/v1/cards/${cardNo}`)).body;
const postingsOf = (receiptNo: string) =>
  db.query(
    `SELECT p.house, p.amount FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id
      WHERE e.document_no = $1 ORDER BY p.amount`,
    [receiptNo],
  );
const idCard = { by: 'document', document: 'id_card', last4: '281X' };
const approval = { login: 'manager', pin: STAFF_PIN };
const agreed = { identity: idCard, approval };

describe('issuing a card', () => {
  it('prints what it cost: a slip with a number of its own', async () => {
    const { memberId } = await aMember(db);
    const costs = { depositCents: 20_00, feeCents: 10_00, tender: 'wechat' };
    const { body } = await post(`members/${memberId}/cards`, costs);
    expect(body.chargeReceiptNo).toMatch(/^RM-20261122-\d{4}$/);
    const slip = await cashier.get(`/api/v1/card-charges/${body.chargeId}`);
    expect(slip.body).toMatchObject({
      kind: 'issue',
      receiptNo: body.chargeReceiptNo,
      depositCents: 20_00,
      feeCents: 10_00,
      tender: 'wechat',
      cardNoMasked: expect.stringMatching(/^6800 \*{4} \*{4} \d{4}$/),
    });
    expect(await postingsOf(body.chargeReceiptNo)).toEqual([
      { house: 'card_deposits', amount: -20_00 },
      { house: 'card_fees', amount: -10_00 },
      { house: 'tender:wechat', amount: 30_00 },
    ]);
  });

  it('carries a first top-up in the same act', async () => {
    const { memberId } = await aMember(db);
    const { body } = await post(`members/${memberId}/cards`, {
      feeCents: 10_00,
      topUp: { amountCents: 500_00, tender: 'cash' },
    });
    expect(body).toMatchObject({ topUpId: expect.any(Number), chargeId: expect.any(Number) });
    expect(body.receiptNo).not.toBe(body.chargeReceiptNo);
    const { wallet } = (await cashier.get(`/api/v1/members/${memberId}`)).body;
    expect(wallet.principalCents).toBe(500_00);
  });

  it('lasts as long as the chain says', async () => {
    const put = (value: number) =>
      as('head').put('/api/v1/settings/card.valid_days', { value, version: value ? 0 : 1 });
    expect((await put(365)).status).toBe(200);
    const { memberId } = await aMember(db);
    const { body } = await post(`members/${memberId}/cards`);
    expect(await cardOf(body.cardNo)).toMatchObject({ expiresOn: '2027-11-22', expired: false });
    await put(0);
  });

  it('refuses a printed card of another store, and one that never arrived', async () => {
    const { memberId } = await aMember(db);
    const path = `members/${memberId}/cards`;
    const elsewhere = await aPrintedCard(db, { storeId: org.binjiangId });
    expect(await post(path, { cardNo: elsewhere.cardNo })).toMatchObject({
      status: 409,
      body: { code: 'card.in_stock_elsewhere', params: { storeName: '滨江店' } },
    });
    const missing = await aPrintedCard(db, { storeId: org.renminId, state: 'missing' });
    expect((await post(path, { cardNo: missing.cardNo })).body.code).toBe('card.not_ready');
    const here = await aPrintedCard(db, { storeId: org.renminId });
    expect((await post(path, { cardNo: here.cardNo })).body.cardId).toBe(here.cardId);
  });
});

describe('replacing a card', () => {
  it('keeps wallet, deposit and last day; the old number is dead and leads to the new one', async () => {
    const { memberId } = await aMember(db);
    const first = await post(`members/${memberId}/cards`, {
      depositCents: 20_00,
      expiresOn: '2027-06-30',
    });
    const key = randomUUID();
    const body = { feeCents: 15_00, tender: 'alipay', reason: '磁条坏了', ...agreed };
    const path = `cards/${first.body.cardNo}/replacement`;
    const answer = await post(path, body, key);
    expect(answer).toMatchObject({ status: 201, body: { replacedCardNo: first.body.cardNo } });
    expect(await postingsOf(answer.body.chargeReceiptNo)).toEqual([
      { house: 'card_fees', amount: -15_00 },
      { house: 'tender:alipay', amount: 15_00 },
    ]);
    expect(await cardOf(answer.body.cardNo)).toMatchObject({
      status: 'active',
      depositCents: 20_00,
      expiresOn: '2027-06-30',
      predecessor: { cardNo: first.body.cardNo, status: 'replaced' },
    });
    expect(await cardOf(first.body.cardNo)).toMatchObject({
      status: 'replaced',
      successor: { cardNo: answer.body.cardNo, status: 'active' },
      events: [{ action: 'card.replace', reason: '磁条坏了' }, { action: 'card.issue' }],
    });
    const again = await post(path, body, key);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await post(path, body)).body).toMatchObject({
      code: 'card.not_active',
      params: { status: 'replaced' },
    });
    const found = await cashier.get(`/api/v1/members/lookup?q=${first.body.cardNo}`);
    expect(found.body).toMatchObject({ match: 'exact', card: { status: 'replaced' } });
  });

  it('takes a printed card, and costs what the chain says', async () => {
    await as('head').put('/api/v1/settings/card.replace_fee_cents', { value: 12_00, version: 0 });
    const { cardNo } = await anActiveCard(db, { memberId: (await aMember(db)).memberId });
    const printed = await aPrintedCard(db, { storeId: org.renminId });
    const answer = await post(`cards/${cardNo}/replacement`, {
      cardNo: printed.cardNo,
      ...agreed,
    });
    expect(answer.body.cardNo).toBe(printed.cardNo);
    expect(await cardOf(printed.cardNo)).toMatchObject({
      status: 'active',
      origin: 'stock',
      charges: [{ kind: 'replacement', feeCents: 12_00 }],
    });
    await as('head').put('/api/v1/settings/card.replace_fee_cents', { value: 0, version: 1 });
  });

  it.each(['lost', 'active'] as const)(
    'of a card that is %s needs to know the member',
    async (status) => {
      const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
      const { cardNo } = await anActiveCard(db, { memberId, status });
      const path = `cards/${cardNo}/replacement`;
      expect((await post(path)).body.code).toBe('member.identity_missing');
      const wrong = await post(path, { identity: { by: 'pin', pin: '975310' } });
      expect(wrong.body.code).toBe('member.wrong_pin');
      expect((await post(path, { identity: idCard })).body.code).toBe('approval.required');
      expect((await post(path, agreed)).status).toBe(201);
      const { events } = await cardOf(cardNo);
      expect(events[0]).toMatchObject({
        before: { status },
        after: {
          status: 'replaced',
          document: 'id_card',
          last4: '281X',
          compared: false,
          provenId: memberId,
        },
      });
    },
  );

  it.each([
    ['a misread number', '6800000100000000', 'card.wrong_number'],
    ['a number outside the range', cardNumber('68007777', '0000001'), 'card.not_in_range'],
  ])('refuses %s and leaves the old card as it is', async (_, cardNo, code) => {
    const card = await anActiveCard(db, { memberId: (await aMember(db)).memberId });
    const answer = await post(`cards/${card.cardNo}/replacement`, { cardNo, ...agreed });
    expect(answer.body.code).toBe(code);
    expect((await cardOf(card.cardNo)).status).toBe('active');
  });
});

describe('unfreezing a card', () => {
  it('needs the PIN or a document, and says in the records which', async () => {
    const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
    const { cardNo } = await anActiveCard(db, { memberId, status: 'lost' });
    const path = `cards/${cardNo}/unfreeze`;
    expect((await post(path)).body.code).toBe('request.invalid');
    for (const part of [{}, { document: 'id_card' }, { last4: '281X' }])
      expect((await post(path, { identity: { by: 'document', ...part } })).body.code).toBe(
        'member.identity_missing',
      );
    expect((await post(path, { identity: { by: 'pin', pin: '975310' } })).body).toMatchObject({
      code: 'member.wrong_pin',
      params: { attemptsLeft: 4 },
    });
    const answer = await post(path, { identity: { by: 'pin', pin: FIXTURE_PIN } });
    expect(answer.body).toEqual({ cardNo, status: 'active' });
    const { events } = await cardOf(cardNo);
    expect(events[0]).toMatchObject({
      action: 'card.unfreeze',
      after: { status: 'active', identityBy: 'pin' },
    });
    expect(JSON.stringify(events)).not.toContain(FIXTURE_PIN);
    expect((await post(path, agreed)).body.code).toBe('card.not_lost');
  });
});

describe('extending a card', () => {
  it('moves the last day later, never earlier', async () => {
    const { memberId } = await aMember(db);
    const { cardNo } = await anActiveCard(db, { memberId });
    const path = `/api/v1/cards/${cardNo}/extension`;
    const extend = (expiresOn: string) =>
      manager.post(path, { expiresOn, reason: '续费' }, { key: randomUUID() });
    expect((await extend('2027-01-01')).body.code).toBe('card.not_later');
    await db.query("UPDATE card SET expires_on = '2026-11-20' WHERE card_no = $1", [cardNo]);
    expect((await cardOf(cardNo)).expired).toBe(true);
    expect((await extend('2026-11-20')).body.code).toBe('card.not_later');
    expect((await extend('2027-11-20')).body).toEqual({ cardNo, expiresOn: '2027-11-20' });
    expect(await cardOf(cardNo)).toMatchObject({ expired: false, expiresOn: '2027-11-20' });
    expect((await cashier.post(path, {}, { key: randomUUID() })).status).toBe(403);
  });

  it('extends all that end in a window, of the stores one has', async () => {
    const ending = (storeId: number) =>
      aMember(db).then(async ({ memberId }) => {
        const { cardNo } = await anActiveCard(db, { memberId, storeId });
        await db.query("UPDATE card SET expires_on = '2029-06-15' WHERE card_no = $1", [cardNo]);
        return cardNo;
      });
    const [here, there] = [await ending(org.renminId), await ending(org.binjiangId)];
    const window = {
      from: '2029-06-01',
      to: '2029-06-30',
      expiresOn: '2029-12-31',
      reason: '店庆',
    };
    const onlyHere = { ...window, storeId: org.renminId };
    const preview = await manager.post('/api/v1/cards/extensions/preview', window);
    expect(preview.body).toEqual({ cards: 2 });
    const key = randomUUID();
    const done = await manager.post('/api/v1/cards/extensions', onlyHere, { key });
    expect(done.body).toEqual({ cards: 1 });
    expect((await cardOf(here)).expiresOn).toBe('2029-12-31');
    expect((await cardOf(there)).expiresOn).toBe('2029-06-15');
  });
});

describe('closing a card', () => {
  const why = { reason: null, proven: null };
  const cards = app.get(CardsService, { strict: false });
  const close = (cardNo: string) => {
    const actor = { staffId: org.staffIds.manager, till: null } as unknown as Parameters<
      typeof cards.close
    >[1];
    return db.write((tx) => cards.close(tx, actor, { storeId: org.renminId }, cardNo, why));
  };

  it('tells the last card of a wallet from one of several', async () => {
    const owner = await aMember(db, { pin: FIXTURE_PIN });
    const child = await aMember(db);
    const first = await anActiveCard(db, { memberId: owner.memberId });
    const family = await post(`members/${child.memberId}/cards`, {
      walletOfMemberId: owner.memberId,
      ownerProof: { by: 'pin', pin: FIXTURE_PIN },
    });
    expect(await close(first.cardNo)).toMatchObject({ isLastOfWallet: false, depositCents: 0 });
    expect(await close(family.body.cardNo)).toMatchObject({ isLastOfWallet: true });
    await expect(close(family.body.cardNo)).rejects.toMatchObject({ code: 'card.not_active' });
  });
});
