import { randomUUID } from 'node:crypto';
import { testApp, type TestAnswer } from '#workshop/testing';
import { aSecondHead } from '../../chain/approvals/approvals.fixtures.js';
import { anActiveCard } from '../cards/cards.fixtures.js';
import { aMember, type FixtureMember } from '../members/members.fixtures.js';
import { toppedUp } from '../../value/wallets/wallets.fixtures.js';
import { shelved } from '../../counter/sales/sales.fixtures.js';

const { as, db, org } = await testApp();
const manager = as('manager');
const head = as('head');
const secondHead = await aSecondHead(db, org);
const key = () => ({ key: randomUUID() });
const merge = (survivor: FixtureMember, merged: FixtureMember, body: object = {}) =>
  manager.post(
    `/api/v1/members/${survivor.memberId}/merge`,
    { mergedMemberId: merged.memberId, ...body },
    key(),
  );
const shown = async (id: number) => (await manager.get(`/api/v1/members/${id}`)).body;

describe('merging two records of one person', () => {
  it('shows both sides and what will be, then moves value, cards, tags, contacts and history', async () => {
    const survivor = await aMember(db, { name: '李娜', phone: null });
    const merged = await aMember(db, {
      name: '李 娜',
      phone: '19900005001',
      levelId: org.levelIds.gold,
    });
    await toppedUp(db, survivor, { principalCents: 100_00, bonusCents: 10_00, points: 5 });
    const { topUpId } = await toppedUp(db, merged, {
      principalCents: 300_00,
      bonusCents: 40_00,
      points: 7,
    });
    const active = await anActiveCard(db, { memberId: merged.memberId });
    const lost = await anActiveCard(db, { memberId: merged.memberId, status: 'lost' });
    await manager.post(`/api/v1/members/${merged.memberId}/contacts`, {
      channel: 'phone',
      body: '问了新品',
    });

    const preview = (
      await manager.get(
        `/api/v1/members/${survivor.memberId}/merge?mergedMemberId=${merged.memberId}`,
      )
    ).body;
    expect(preview.merged).toMatchObject({
      id: merged.memberId,
      value: { principalCents: 300_00, bonusCents: 40_00, points: 7 },
      contacts: 1,
    });
    expect(preview.result).toMatchObject({
      name: '李娜',
      phoneMasked: '199****5001',
      levelName: '金卡',
      value: { principalCents: 400_00, bonusCents: 50_00, points: 12, debtCents: 0 },
      cards: 2,
      taken: ['phone'],
    });

    const answer = await merge(survivor, merged, { reason: '同一人' });
    expect(answer).toMatchObject({
      status: 201,
      body: { memberId: survivor.memberId, principalCents: 300_00, bonusCents: 40_00, cards: 2 },
    });
    const after = await shown(survivor.memberId);
    expect(after).toMatchObject({
      phoneMasked: '199****5001',
      level: { id: org.levelIds.gold },
      mergedIds: [merged.memberId],
      wallet: { principalCents: 400_00, bonusCents: 50_00, points: 12 },
    });
    expect(
      after.cards.map(({ cardNo, status }: { cardNo: string; status: string }) => [cardNo, status]),
    ).toEqual(
      expect.arrayContaining([
        [active.cardNo, 'active'],
        [lost.cardNo, 'lost'],
      ]),
    );
    const activity = (await manager.get(`/api/v1/members/${survivor.memberId}/activity`)).body;
    expect(activity).toContainEqual(expect.objectContaining({ topUpId }));
    const contacts = (await manager.get(`/api/v1/members/${survivor.memberId}/contacts`)).body;
    expect(contacts).toMatchObject([{ body: '问了新品' }]);
  });

  it('lets the old id, phone and card lead to the survivor; acts on the old id are told where it went', async () => {
    const survivor = await aMember(db, { name: '周杰', phone: '19900005002' });
    const merged = await aMember(db, { name: '周捷', phone: '19900005003' });
    const { cardNo } = await anActiveCard(db, { memberId: merged.memberId });
    await merge(survivor, merged);
    expect(await shown(merged.memberId)).toMatchObject({ id: survivor.memberId });
    const lookup = await manager.get(`/api/v1/members/lookup?q=${cardNo}`);
    expect(lookup.body).toMatchObject({ match: 'exact', members: [{ id: survivor.memberId }] });
    const edit = await manager.patch(`/api/v1/members/${merged.memberId}`, {
      note: 'x',
      version: 1,
    });
    expect(edit).toMatchObject({
      status: 409,
      body: { code: 'member.merged', params: { intoMemberId: survivor.memberId } },
    });
  });

  it('leads through several merges in one step', async () => {
    const [a, b, c] = [await aMember(db), await aMember(db), await aMember(db)];
    await merge(b, a);
    await merge(c, b);
    expect(await shown(a.memberId)).toMatchObject({
      id: c.memberId,
      mergedIds: expect.arrayContaining([a.memberId, b.memberId]),
    });
  });

  it('nets debt of one against value of the other', async () => {
    const survivor = await aMember(db);
    const merged = await aMember(db);
    await toppedUp(db, survivor, { principalCents: 100_00 });
    const { topUpId } = await toppedUp(db, merged, { principalCents: 50_00 });
    await spent(merged, 50_00);
    await reversed(topUpId);
    const answer = await merge(survivor, merged);
    expect(answer.body).toMatchObject({ principalCents: -50_00 });
    expect((await shown(survivor.memberId)).wallet).toMatchObject({
      principalCents: 50_00,
      principalDebtCents: 0,
    });
  });

  it('gives what a later void brings back to the survivor', async () => {
    const survivor = await aMember(db);
    const merged = await aMember(db);
    await toppedUp(db, merged, { principalCents: 80_00 });
    const { saleId } = await spent(merged, 30_00);
    await merge(survivor, merged);
    expect((await shown(survivor.memberId)).wallet).toMatchObject({
      principalCents: 50_00,
      points: 30,
    });
    const { body } = await manager.get(`/api/v1/sales?memberId=${survivor.memberId}`);
    expect(body).toMatchObject({ total: 1, rows: [{ id: saleId }] });
    const voided = await manager.post(`/api/v1/sales/${saleId}/void`, { reason: '做错了' }, key());
    expect(voided.status).toBe(200);
    expect((await shown(survivor.memberId)).wallet).toMatchObject({
      principalCents: 80_00,
      points: 0,
    });
  });

  it('tells a till that still has the merged one in its cart who it is now', async () => {
    const [survivor, merged] = [await aMember(db), await aMember(db)];
    await merge(survivor, merged);
    expect(await pay(merged, 10_00)).toMatchObject({
      status: 409,
      body: { code: 'member.merged', params: { intoMemberId: survivor.memberId } },
    });
  });

  it('takes a top-up keyed for the merged one back from the survivor', async () => {
    const survivor = await aMember(db);
    const merged = await aMember(db);
    await toppedUp(db, survivor, { principalCents: 10_00 });
    const { topUpId } = await toppedUp(db, merged, { principalCents: 60_00 });
    await merge(survivor, merged);
    const { body } = await manager.get(`/api/v1/top-ups?memberId=${survivor.memberId}`);
    expect(body.total).toBe(2);
    await reversed(topUpId);
    expect((await shown(survivor.memberId)).wallet).toMatchObject({
      principalCents: 10_00,
      principalDebtCents: 0,
    });
  });

  it("ends the survivor's PIN, and keeps refusals of advertising", async () => {
    const survivor = await aMember(db, { pin: '246802' });
    const merged = await aMember(db, { pin: '975310' });
    await consent(survivor, 'sms_marketing', false);
    await consent(merged, 'sms_marketing', true);
    await consent(merged, 'wechat_marketing', true);
    expect((await merge(survivor, merged)).body).toMatchObject({ pinEnded: true });
    expect((await shown(survivor.memberId)).hasPin).toBe(false);
    const anew = { pin: '135791' };
    const set = await manager.post(`/api/v1/members/${survivor.memberId}/pin`, anew, key());
    expect(set.status).toBe(200);
    const { consents } = await shown(survivor.memberId);
    const granted = Object.fromEntries(
      consents.map(({ channel, granted: yes }: { channel: string; granted: boolean }) => [
        channel,
        yes,
      ]),
    );
    expect(granted).toMatchObject({ sms_marketing: false, wechat_marketing: true });
  });

  it('answers a retry as the first time', async () => {
    const survivor = await aMember(db);
    const merged = await aMember(db);
    const once = key();
    const path = `/api/v1/members/${survivor.memberId}/merge`;
    const first = await manager.post(path, { mergedMemberId: merged.memberId }, once);
    const again = await manager.post(path, { mergedMemberId: merged.memberId }, once);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });
});

describe('a merge is refused', () => {
  it('with itself, with somebody merged already, and with nobody', async () => {
    const one = await aMember(db);
    const other = await aMember(db);
    const gone = await aMember(db);
    await merge(one, gone);
    expect(await merge(one, one)).toMatchObject({
      status: 422,
      body: { code: 'merge.same_member' },
    });
    expect(await merge(other, gone)).toMatchObject({
      status: 409,
      body: { code: 'member.merged' },
    });
    expect(await merge(gone, other)).toMatchObject({
      status: 409,
      body: { code: 'member.merged' },
    });
    const nobody = { memberId: 99_999_999, walletId: 0, name: '', phone: null };
    expect(await merge(one, nobody)).toMatchObject({ status: 422 });
  });

  it('while a till has one of them in its cart', async () => {
    const one = await aMember(db);
    const other = await aMember(db);
    const cashier = as('cashier');
    const path = '/api/v1/desk/open-sale';
    expect(await cashier.put(path, { memberId: other.memberId })).toMatchObject({ status: 200 });
    expect(await merge(one, other)).toMatchObject({
      status: 409,
      body: { code: 'merge.open_sale', params: { storeName: '人民路店' } },
    });
    await cashier.delete(path);
    expect((await merge(one, other)).status).toBe(201);
  });

  it('to whoever may not', async () => {
    const [one, other] = [await aMember(db), await aMember(db)];
    const answer = await as('cashier').post(
      `/api/v1/members/${one.memberId}/merge`,
      { mergedMemberId: other.memberId },
      key(),
    );
    expect(answer).toMatchObject({ status: 403, body: { params: { permission: 'member.merge' } } });
  });

  it.each([
    [{}],
    [{ mergedMemberId: 'x' }],
    [{ mergedMemberId: -1 }],
    [{ mergedMemberId: 1, extra: 1 }],
  ])('for %j', async (body) => {
    const { memberId } = await aMember(db);
    const answer = await manager.post(`/api/v1/members/${memberId}/merge`, body, key());
    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
  });
});

async function spent(member: FixtureMember, cents: number): Promise<{ saleId: number }> {
  const { status, body } = await pay(member, cents);
  expect(status).toBe(201);
  return body;
}

async function pay(member: FixtureMember, cents: number): Promise<TestAnswer> {
  const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
  const service = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: cents }));
  return manager.post(
    '/api/v1/sales',
    {
      memberId: member.memberId,
      lines: [{ productId: service.id, qtyMilli: 1000, unitPriceCents: cents }],
      dueCents: cents,
      tenders: [{ tender: 'wallet', amountCents: cents }],
    },
    key(),
  );
}

async function reversed(topUpId: number): Promise<void> {
  const path = `/api/v1/top-ups/${topUpId}/reversal`;
  // Paid in long ago: head office undoes it.
  await head.sitAt(org.renminTillId);
  const answer = await head.post(path, { reason: '录错', approval: secondHead }, key());
  expect(answer).toMatchObject({ status: 201 });
}

async function consent(member: FixtureMember, channel: string, granted: boolean): Promise<void> {
  await db.query(
    "INSERT INTO member_consent (member_id, channel, granted, source) VALUES ($1, $2, $3, 'desk')",
    [member.memberId, channel, granted],
  );
}
