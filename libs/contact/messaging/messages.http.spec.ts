import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { House, Ledger, pointsOf } from '#ledger';
import { memberKeys } from '#membership/members';
import { Settings } from '#chain/settings';
import { testApp } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { aShopper, shelved } from '../../counter/sales/sales.fixtures.js';
import { toppedUp } from '../../value/wallets/wallets.fixtures.js';
import { ActNotices } from './act-notices.js';
import { ActSender } from './act-sender.js';
import { Gateway } from './gateway.js';
import { MessagesRepository } from './messages.repository.js';
import { SmsDriver, SmsRefused, type Sms } from './sms-driver.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { app, db, org, as } = await testApp({ clock });
const manager = as('manager');
const at = { storeId: org.renminId, staffId: org.staffIds.manager };

class ListeningDriver extends SmsDriver {
  readonly name = 'listening';
  readonly sent: Sms[] = [];
  answer: () => Promise<{ providerId: string | null }> = () =>
    Promise.resolve({ providerId: 'p-1' });

  send(sms: Sms): Promise<{ providerId: string | null }> {
    this.sent.push(sms);
    return this.answer();
  }
}

let driver: ListeningDriver;
let messages: ActNotices;
beforeEach(() => {
  driver = new ListeningDriver();
  const gateway = new Gateway(db, driver, clock);
  const sender = new ActSender(db, new MessagesRepository(), app.get(Settings), gateway);
  messages = new ActNotices(db, sender);
});

const context = (outboxId: number) => ({ outboxId, signal: new AbortController().signal });
const statusOf = async (outboxId: number) =>
  (
    await db.query<{ status: string; reason: string | null }>(
      'SELECT status, reason FROM message WHERE outbox_id = $1',
      [outboxId],
    )
  )[0];

/** A sale paid from the wallet, and the outbox row it left. */
async function aDebit(
  phone?: string,
): Promise<{ saleId: number; outboxId: number; memberId: number }> {
  const [shopper, product] = await db.write(async (tx) => [
    await aShopper(tx, {
      ...at,
      levelId: org.levelIds.ordinary,
      principalCents: 100_00,
      ...(phone ? { phone } : {}),
    }),
    await shelved(tx, at, { priceCents: 60_00 }),
  ]);
  const { body, status } = await manager.post(
    '/api/v1/sales',
    {
      memberId: shopper.memberId,
      cardNo: shopper.cardNo,
      dueCents: 60_00,
      lines: [{ productId: product.id, qtyMilli: 1_000, unitPriceCents: 60_00 }],
      tenders: [{ tender: 'wallet', amountCents: 60_00 }],
    },
    { key: randomUUID() },
  );
  expect(status).toBe(201);
  for (const { key, kind } of memberKeys({ phone: phone ?? null })) {
    const text = 'INSERT INTO member_key (key, kind, member_id) VALUES ($1, $2, $3)';
    await db.query(text, [key, kind, shopper.memberId]);
  }
  const { id } = await db.one<{ id: number }>(
    `SELECT id FROM outbox WHERE topic = 'sale.posted' AND payload = jsonb_build_object('saleId', $1::bigint)`,
    [body.saleId],
  );
  return { saleId: body.saleId, outboxId: id, memberId: shopper.memberId };
}

describe('the message after a debit', () => {
  it('is sent once with its figures, however often the job runs', async () => {
    const { saleId, outboxId, memberId } = await aDebit('13800001111');
    for (let run = 0; run < 3; run += 1)
      await messages.tell({ saleId }, context(outboxId), 'sale.posted');
    expect(driver.sent).toEqual([
      {
        messageId: expect.any(Number),
        phone: '13800001111',
        body: '【熟客】您11月22日在人民路店消费，储值支付60.00元，余额40.00元。',
      },
    ]);
    const { body } = await manager.get('/api/v1/messages', { query: { q: '1111' } });
    expect(body.rows).toEqual([
      expect.objectContaining({
        memberId,
        storeName: '人民路店',
        phoneMasked: '138****1111',
        kind: 'wallet_debit',
        segments: 1,
        status: 'sent',
        reason: null,
        driver: 'listening',
        sentAt: '2026-11-22T04:00:00.000Z',
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain('13800001111');
  });

  it('is sent where points paid and no wallet', async () => {
    const head = as('head');
    for (const [key, value] of [
      ['points.pay', true],
      ['points.pay_percent', 80],
    ] as const)
      await head.put(`/api/v1/settings/${key}`, { value, version: 0 });
    const [shopper, product] = await db.write(async (tx) => [
      await aShopper(tx, { ...at, levelId: org.levelIds.ordinary, phone: '13800001212' }),
      await shelved(tx, at, { priceCents: 60_00 }),
    ]);
    const { memberId } = shopper;
    const ref = pointsOf(memberId);
    const act = {
      kind: 'adjustment',
      businessDate: '2026-11-22',
      at: clock.now(),
      ...at,
      memberId,
    };
    await db.write((tx) =>
      new Ledger().act(tx, { ...act, accounts: [ref] }, (books) =>
        books.grant(ref, 1_500, { against: House.pointsIssued(at.storeId), terms: 'gift' }),
      ),
    );
    const sale = {
      memberId,
      dueCents: 60_00,
      lines: [{ productId: product.id, qtyMilli: 1_000, unitPriceCents: 60_00 }],
      tenders: [
        { tender: 'points', amountCents: 10_00, units: 1_000 },
        { tender: 'cash', amountCents: 50_00, givenCents: 50_00 },
      ],
    };
    const { body, status } = await manager.post('/api/v1/sales', sale, { key: randomUUID() });
    expect(status).toBe(201);
    const { id } = await db.one<{ id: number }>(
      `SELECT id FROM outbox WHERE topic = 'sale.posted' AND payload = jsonb_build_object('saleId', $1::bigint)`,
      [body.saleId],
    );
    await messages.tell({ saleId: body.saleId }, context(id), 'sale.posted');
    expect(driver.sent.map((sms) => sms.body)).toEqual([
      `【熟客】您11月22日在人民路店消费，积分支付1000分（抵10.00元），余额${body.pointsAfter}分。`,
    ]);
  });

  it('is called unknown, and never sent again, when a run ended before the answer was kept', async () => {
    const { saleId, outboxId } = await aDebit('13800002222');
    const tooLate = Promise.withResolvers<{ providerId: null }>();
    driver.answer = () => tooLate.promise;
    const ended = messages.tell({ saleId }, context(outboxId), 'sale.posted');
    for (let tries = 0; driver.sent.length === 0 && tries < 100; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await statusOf(outboxId)).toEqual({ status: 'sending', reason: null });
    await messages.tell({ saleId }, context(outboxId), 'sale.posted');
    expect(await statusOf(outboxId)).toEqual({ status: 'unknown', reason: 'interrupted' });
    expect(driver.sent).toHaveLength(1);
    tooLate.resolve({ providerId: null });
    await ended;
  });

  it('tells a refusal of the gateway from no answer', async () => {
    const refused = await aDebit('13800003333');
    driver.answer = () => Promise.reject(new SmsRefused('blacklisted'));
    await messages.tell(refused, context(refused.outboxId), 'sale.posted');
    expect(await statusOf(refused.outboxId)).toEqual({ status: 'failed', reason: 'blacklisted' });
    const silent = await aDebit('13800004444');
    driver.answer = () => Promise.reject(new Error('socket hang up'));
    await messages.tell(silent, context(silent.outboxId), 'sale.posted');
    expect(await statusOf(silent.outboxId)).toEqual({ status: 'unknown', reason: 'no_answer' });
  });

  it('is kept back, with the reason, where there is no phone, no consent, or the chain wants none', async () => {
    const phoneless = await aDebit();
    await messages.tell(phoneless, context(phoneless.outboxId), 'sale.posted');
    expect(await statusOf(phoneless.outboxId)).toEqual({
      status: 'suppressed',
      reason: 'no_phone',
    });

    const member = await aMember(db, { phone: '13800005555', storeId: org.renminId });
    const topUp = await toppedUp(db, member, { principalCents: 60_00 });
    const unwilling = { ...topUp, outboxId: 1_000_005 };
    await db.query(
      "INSERT INTO member_consent (member_id, channel, granted, source) VALUES ($1, 'sms_service', false, 'desk')",
      [member.memberId],
    );
    await messages.tell(unwilling, context(unwilling.outboxId), 'wallet.topped_up');
    expect(await statusOf(unwilling.outboxId)).toEqual({
      status: 'suppressed',
      reason: 'no_consent',
    });

    const quiet = await aDebit('13800006666');
    await db.query(
      "INSERT INTO setting (key, version, value) VALUES ('sms.on_wallet_debit', 1, 'false')",
    );
    app.get(Settings).forget();
    await messages.tell(quiet, context(quiet.outboxId), 'sale.posted');
    expect(await statusOf(quiet.outboxId)).toEqual({ status: 'suppressed', reason: 'setting_off' });
    expect(driver.sent).toEqual([]);
  });
});

describe('the list of messages', () => {
  it('shows a store only to those who may see it, and filters', async () => {
    const { body: all } = await as('head').get('/api/v1/messages');
    expect(all.total).toBe(8);
    expect(
      (await manager.get('/api/v1/messages', { query: { status: 'suppressed', pageSize: '2' } }))
        .body,
    ).toMatchObject({ total: 3, rows: [{}, {}] });
    expect(
      (await manager.get('/api/v1/messages', { query: { storeId: String(org.binjiangId) } })).body
        .total,
    ).toBe(0);
    expect(
      (await manager.get('/api/v1/messages', { query: { storeId: String(org.headOfficeId) } }))
        .status,
    ).toBe(403);
    expect((await as('cashier').get('/api/v1/messages')).status).toBe(403);
    expect((await manager.get('/api/v1/messages', { query: { status: 'lost' } })).status).toBe(422);
  });
});
