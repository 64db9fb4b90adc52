import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { Settings } from '#chain/settings';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../../membership/cards/cards.fixtures.js';
import { aMember } from '../../membership/members/members.fixtures.js';
import { shelved } from '../../counter/sales/sales.fixtures.js';
import { toppedUp } from '../../value/wallets/wallets.fixtures.js';
import { ActNotices } from './act-notices.js';
import { ActSender } from './act-sender.js';
import { Gateway } from './gateway.js';
import { MessagesRepository } from './messages.repository.js';
import { SmsDriver, type Sms } from './sms-driver.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { app, db, org, as } = await testApp({ clock });
const PIN = '258036';

class ListeningDriver extends SmsDriver {
  readonly name = 'listening';
  readonly sent: Sms[] = [];

  send(sms: Sms): Promise<{ providerId: string | null }> {
    this.sent.push(sms);
    return Promise.resolve({ providerId: null });
  }
}

let driver: ListeningDriver;
let notices: ActNotices;
beforeEach(() => {
  driver = new ListeningDriver();
  const gateway = new Gateway(db, driver, clock);
  const sender = new ActSender(db, new MessagesRepository(), app.get(Settings), gateway);
  notices = new ActNotices(db, sender);
});

let job = 0;
const context = () => ({ outboxId: (job += 1), signal: new AbortController().signal });
const bodies = () => driver.sent.map(({ body }) => body);
/** The newest outbox row of a topic. */
const left = (topic: string) =>
  db.one<{ payload: Record<string, number> }>(
    'SELECT payload FROM outbox WHERE topic = $1 ORDER BY id DESC LIMIT 1',
    [topic],
  );

async function aSaver() {
  const member = await aMember(db, { pin: PIN, storeId: org.renminId });
  const topUp = await toppedUp(db, member, {
    principalCents: 300_00,
    bonusCents: 30_00,
    storeId: org.renminId,
    businessDate: '2026-11-21',
  });
  return { ...member, ...topUp };
}

describe('members are told', () => {
  it('what they drew out, and what is left', async () => {
    const { memberId } = await aSaver();
    const { status } = await as('cashier').post(
      `/api/v1/members/${memberId}/withdrawals`,
      { amountCents: 100_00, tender: 'cash', pin: PIN },
      { key: randomUUID() },
    );
    expect(status).toBe(201);
    const { payload } = await left('wallet.withdrawn');
    await notices.tell(payload as { payoutId: number }, context(), 'wallet.withdrawn');
    expect(bodies()).toEqual(['【熟客】您11月22日在人民路店取款100.00元，储值余额220.00元。']);
  });

  it('both of them about a transfer, each their own balance, however often the job runs', async () => {
    const giver = await aSaver();
    const taker = await aMember(db, { storeId: org.binjiangId });
    const { status, body } = await as('cashier').post(
      `/api/v1/members/${giver.memberId}/transfers`,
      { toMemberId: taker.memberId, amountCents: 50_00, pin: PIN },
      { key: randomUUID() },
    );
    expect([status, body.code]).toEqual([201, undefined]);
    const { payload } = await left('wallet.transferred');
    const same = context();
    await notices.tell(payload as { payoutId: number }, same, 'wallet.transferred');
    await notices.tell(payload as { payoutId: number }, same, 'wallet.transferred');
    expect(bodies()).toEqual([
      '【熟客】您11月22日在人民路店转出50.00元，储值余额275.00元。',
      '【熟客】您11月22日在人民路店收到转入50.00元，储值余额50.00元。',
    ]);
    expect(driver.sent.map(({ phone }) => phone)).toEqual([giver.phone, taker.phone]);
  });

  it('of a withdrawal that was reversed, and both of them of a transfer', async () => {
    const giver = await aSaver();
    const taker = await aMember(db, { storeId: org.binjiangId });
    const at = `/api/v1/members/${giver.memberId}`;
    const paid = [
      await as('cashier').post(
        `${at}/withdrawals`,
        { amountCents: 100_00, tender: 'cash', pin: PIN },
        { key: randomUUID() },
      ),
      await as('cashier').post(
        `${at}/transfers`,
        { toMemberId: taker.memberId, amountCents: 50_00, pin: PIN },
        { key: randomUUID() },
      ),
    ];
    for (const { body } of paid) {
      const path = `/api/v1/payouts/${body.payoutId}/reversal`;
      const answer = await as('manager').post(path, { reason: '输错' }, { key: randomUUID() });
      expect(answer.status).toBe(201);
      const { payload } = await left('wallet.payout_reversed');
      await notices.tell(payload as { payoutId: number }, context(), 'wallet.payout_reversed');
    }
    expect(bodies()).toEqual([
      '【熟客】您11月22日在人民路店取款100.00元已撤销，储值余额275.00元。',
      '【熟客】您11月22日在人民路店转出50.00元已撤销，储值余额330.00元。',
      '【熟客】您11月22日在人民路店收到的转入50.00元已撤销，储值余额0.00元。',
    ]);
    expect(driver.sent.map(({ phone }) => phone)).toEqual([giver.phone, giver.phone, taker.phone]);
  });

  it('of a sale that was voided, and what came back', async () => {
    const { memberId, phone } = await aSaver();
    const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
    const { id } = await db.write((tx) => shelved(tx, at, { priceCents: 40_00 }));
    const sale = {
      memberId,
      lines: [{ productId: id, qtyMilli: 1_000, unitPriceCents: 40_00 }],
      dueCents: 40_00,
      tenders: [{ tender: 'wallet', amountCents: 40_00 }],
    };
    const { body } = await as('cashier').post('/api/v1/sales', sale, { key: randomUUID() });
    const path = `/api/v1/sales/${body.saleId}/void`;
    const answer = await as('manager').post(path, { reason: '错了' }, { key: randomUUID() });
    expect(answer.status).toBe(200);
    // They pay again before the message is made: it tells how the void left the balance.
    const again = await as('cashier').post('/api/v1/sales', sale, { key: randomUUID() });
    expect(again.status).toBe(201);
    await notices.tell({ saleId: body.saleId }, context(), 'sale.voided');
    expect(driver.sent).toMatchObject([
      {
        phone,
        body: '【熟客】您11月22日在人民路店的消费已撤销，退回储值40.00元，储值余额330.00元。',
      },
    ]);
  });

  it('of a PIN that was reset or locked, by the clock of their store', async () => {
    const { memberId } = await aMember(db, { storeId: org.renminId });
    await notices.tell({ memberId, storeId: org.binjiangId }, context(), 'member.pin_reset');
    await notices.tell({ memberId, until: '2026-11-22T04:30:00Z' }, context(), 'member.pin_locked');
    expect(bodies()).toEqual([
      '【熟客】您的支付密码已在滨江店重置。如非本人操作，请尽快联系门店。',
      '【熟客】您的支付密码多次输错，已锁定到12:30。如非本人操作，请尽快联系门店。',
    ]);
  });

  it('of another document in place of the registered one', async () => {
    const { memberId, phone } = await aMember(db, { storeId: org.renminId });
    await notices.tell(
      { memberId, storeId: org.binjiangId },
      context(),
      'member.identity_replaced',
    );
    expect(driver.sent).toMatchObject([
      {
        phone,
        body: '【熟客】您的实名登记证件已在滨江店更换。如非本人操作，请尽快联系门店。',
      },
    ]);
  });

  it('of another phone on their record, at the one that was there', async () => {
    const { memberId, phone } = await aSaver();
    const path = `/api/v1/members/${memberId}`;
    const edit = async (to: string | null, version: number) => {
      const { status } = await as('cashier').patch(path, { phone: to, version });
      expect(status).toBe(200);
    };
    await edit('19912340001', 1);
    await edit('199 1234 0001', 2);
    await edit(null, 3);
    await edit(phone, 4);
    const rows = await db.query<{ payload: object }>(
      "SELECT payload FROM outbox WHERE topic = 'member.phone_changed' AND (payload ->> 'memberId')::bigint = $1 ORDER BY id",
      [memberId],
    );
    for (const { payload } of rows) await notices.tell(payload, context(), 'member.phone_changed');
    const text =
      '【熟客】您的会员手机号已在人民路店更改，今后的通知不再发到本号码。如非本人操作，请尽快联系门店。';
    expect(driver.sent.map(({ phone: to, body }) => [to, body])).toEqual([
      [phone, text],
      ['19912340001', text],
    ]);
  });

  it('of a merge, also at the phone of the record that ended', async () => {
    const [survivor, ended] = [await aMember(db, { pin: PIN }), await aMember(db)];
    const path = `/api/v1/members/${survivor.memberId}/merge`;
    const body = { mergedMemberId: ended.memberId };
    const { status } = await as('manager').post(path, body, { key: randomUUID() });
    expect(status).toBe(201);
    const rows = await db.query<{ payload: object }>(
      "SELECT payload FROM outbox WHERE topic = 'member.merged' ORDER BY id",
    );
    for (const { payload } of rows) await notices.tell(payload, context(), 'member.merged');
    const text =
      '【熟客】您的会员资料已在人民路店合并为一份，储值一并转入。原支付密码已停用，请到店重设。如非本人操作，请尽快联系门店。';
    expect(driver.sent.map(({ phone, body: said }) => [phone, said])).toEqual([
      [survivor.phone, text],
      [ended.phone, text],
    ]);
  });

  it('of a card that was lost, and of the one that followed it', async () => {
    const { memberId } = await aMember(db, { storeId: org.renminId });
    const old = await anActiveCard(db, { memberId, status: 'replaced' });
    const { cardId } = await anActiveCard(db, { memberId });
    await notices.tell({ cardId: old.cardId, storeId: org.renminId }, context(), 'card.lost');
    await notices.tell({ cardId: old.cardId }, context(), 'card.replaced');
    expect(driver.sent).toHaveLength(1);
    await db.query('UPDATE card SET replaces_card_id = $2 WHERE id = $1', [cardId, old.cardId]);
    await notices.tell({ cardId: old.cardId, storeId: org.renminId }, context(), 'card.replaced');
    expect(bodies()[0]).toMatch(/^【熟客】您尾号\d{4}的会员卡已在人民路店挂失。/);
    expect(bodies()[1]).toMatch(/换为尾号\d{4}的新卡，余额不变。$/);
  });

  it('the owner, of every change of somebody else’s card on their stored value', async () => {
    const owner = await aMember(db, { name: '周若彤', storeId: org.renminId });
    const holder = await aMember(db, { name: '周小满', storeId: org.renminId });
    const { cardId } = await anActiveCard(db, { memberId: holder.memberId });
    await db.query('UPDATE card SET wallet_id = $2, day_limit_cents = 20000 WHERE id = $1', [
      cardId,
      owner.walletId,
    ]);
    const of = { cardId, ownerId: owner.memberId, storeId: org.renminId };
    for (const event of ['bound', 'lost', 'unbound'] as const)
      await notices.tell({ ...of, event }, context(), 'card.family');
    expect(driver.sent.map(({ phone }) => phone)).toEqual([owner.phone, owner.phone, owner.phone]);
    expect(bodies().map((body) => body.replace(/尾号\d{4}/, '尾号…'))).toEqual([
      '【熟客】您的储值账户已在人民路店绑定副卡（尾号…，周小满），每日最多用200.00元。如非本人操作，请尽快联系门店。',
      '【熟客】您的副卡（尾号…，周小满）已在人民路店挂失。',
      '【熟客】您的副卡（尾号…，周小满）已在人民路店解除绑定，不再使用您的储值。',
    ]);
  });

  it('nothing where the chain wants none; what is no matter of security, not where the member declined', async () => {
    const { memberId } = await aMember(db, {});
    await db.query("INSERT INTO setting (key, version, value) VALUES ('sms.on_pin', 1, 'false')");
    app.get(Settings).forget();
    await notices.tell({ memberId }, context(), 'member.pin_reset');
    const old = await anActiveCard(db, { memberId });
    await db.query(
      "INSERT INTO member_consent (member_id, channel, granted, source) VALUES ($1, 'sms_service', false, 'desk')",
      [memberId],
    );
    await notices.tell({ cardId: old.cardId }, context(), 'card.lost');
    expect(bodies()).toEqual([expect.stringContaining('挂失')]);
    const rows = await db.query<{ kind: string; reason: string }>(
      'SELECT kind, reason FROM message WHERE member_id = $1 ORDER BY id',
      [memberId],
    );
    expect(rows).toEqual([
      { kind: 'pin_reset', reason: 'setting_off' },
      { kind: 'card_lost', reason: null },
    ]);
  });
});
