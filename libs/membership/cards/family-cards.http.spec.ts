import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember, FIXTURE_PIN, type FixtureMember } from '../members/members.fixtures.js';
import { shelved } from '../../counter/sales/sales.fixtures.js';
import { toppedUp } from '../../value/wallets/wallets.fixtures.js';
import { anActiveCard } from './cards.fixtures.js';

const OTHER_PIN = '975310';
const { as, db, org } = await testApp({ clock: new FixedClock(new Date('2026-11-22T04:00:00Z')) });
const cashier = as('cashier');
const manager = as('manager');
const post = (path: string, body: object = {}, key: string = randomUUID()) =>
  cashier.post(`/api/v1/${path}`, body, { key });
const shown = async (memberId: number) => (await cashier.get(`/api/v1/members/${memberId}`)).body;
const byPin = (pin: string) => ({ by: 'pin', pin });
const bySeen = { by: 'document', document: 'id_card', last4: '281X' };
const approval = { login: 'manager', pin: STAFF_PIN };
const told = (cardId: number) =>
  db.query<{ event: string; ownerId: number }>(
    `SELECT payload ->> 'event' AS event, (payload ->> 'ownerId')::bigint AS "ownerId" FROM outbox
      WHERE topic = 'card.family' AND (payload ->> 'cardId')::bigint = $1 ORDER BY id`,
    [cardId],
  );

/** An owner with 5,000.00 and, to whom it is given, a card on that wallet. */
async function aFamily(owner: { pin?: string } = { pin: FIXTURE_PIN }, dayLimitCents?: number) {
  const parent = await aMember(db, { name: '周若彤', storeId: org.renminId, ...owner });
  const child = await aMember(db, { name: '周小满', storeId: org.renminId, pin: OTHER_PIN });
  await toppedUp(db, parent, { principalCents: 5000_00, storeId: org.renminId });
  const answer = await bind(parent, child, { dayLimitCents });
  return {
    parent,
    child,
    cardNo: answer.body.cardNo as string,
    cardId: answer.body.cardId as number,
  };
}

const bind = (owner: FixtureMember, holder: FixtureMember, more: object = {}) =>
  post(`members/${holder.memberId}/cards`, {
    walletOfMemberId: owner.memberId,
    ownerProof: byPin(FIXTURE_PIN),
    ...more,
  });

async function pay(cardNo: string, cents: number, pin?: string) {
  const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
  const tea = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: cents }));
  return post('sales', {
    cardNo,
    lines: [{ productId: tea.id, qtyMilli: 1000, unitPriceCents: cents }],
    tenders: [{ tender: 'wallet', amountCents: cents }],
    dueCents: cents,
    ...(pin ? { pin } : {}),
  });
}

describe('binding a card to somebody else’s wallet', () => {
  it('needs the owner’s PIN', async () => {
    const owner = await aMember(db, { name: '老王', pin: FIXTURE_PIN });
    const child = await aMember(db, { name: '小王', pin: OTHER_PIN });
    const without = await bind(owner, child, { ownerProof: undefined });
    expect([without.status, without.body.code]).toEqual([422, 'card.owner_proof_required']);
    const wrong = await bind(owner, child, { ownerProof: byPin(OTHER_PIN) });
    expect(wrong.body.code).toBe('member.wrong_pin');
    const { status, body } = await bind(owner, child);
    expect(status).toBe(201);
    expect(await told(body.cardId)).toEqual([{ event: 'bound', ownerId: owner.memberId }]);
    const [card] = (await shown(child.memberId)).cards;
    expect(card.payer).toMatchObject({ memberId: owner.memberId, name: '老王', hasPin: true });
    expect((await cashier.get(`/api/v1/cards/${body.cardNo}`)).body).toMatchObject({
      member: { name: '小王' },
      walletOwner: { name: '老王' },
    });
  });

  it('or a document that was seen and a second person', async () => {
    const owner = await aMember(db, { name: '老李' });
    const child = await aMember(db, { name: '小李' });
    const key = randomUUID();
    const path = `members/${child.memberId}/cards`;
    const body = { walletOfMemberId: owner.memberId, ownerProof: bySeen };
    expect((await post(path, body, key)).body).toMatchObject({
      code: 'approval.required',
      params: { kind: 'card.bind', subjectId: owner.memberId },
    });
    const issued = await post(path, { ...body, approval }, key);
    expect(issued.status).toBe(201);
    const again = await post(path, { ...body, approval }, key);
    expect([again.body.cardId, again.headers['idempotency-replayed']]).toEqual([
      issued.body.cardId,
      'true',
    ]);
    expect(
      await db.query(
        `SELECT kind, approved_by FROM approval WHERE document_kind = 'card' AND document_id = $1`,
        [issued.body.cardId],
      ),
    ).toEqual([{ kind: 'card.bind', approved_by: org.staffIds.manager }]);
  });

  it('is no way to 4,000.00 of a member without a PIN for a cashier and an accomplice', async () => {
    const victim = await aMember(db, { name: '没有密码', storeId: org.renminId });
    await toppedUp(db, victim, { principalCents: 4000_00, storeId: org.renminId });
    const accomplice = await aMember(db, { name: '同伙', storeId: org.renminId, pin: OTHER_PIN });
    for (const ownerProof of [undefined, byPin(OTHER_PIN), bySeen]) {
      const answer = await bind(victim, accomplice, { ownerProof });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    expect((await shown(accomplice.memberId)).cards).toEqual([]);
    // A card that is on the wallet from before: what is judged is the owner's PIN, never the holder's.
    const { cardNo, cardId } = await anActiveCard(db, { memberId: accomplice.memberId });
    await db.query('UPDATE card SET wallet_id = $2 WHERE id = $1', [cardId, victim.walletId]);
    expect((await pay(cardNo, 4000_00, OTHER_PIN)).body.code).toBe('member.pin_not_set');
    expect((await pay(cardNo, 10_00, OTHER_PIN)).body.code).toBe('member.pin_not_set');
    expect((await shown(victim.memberId)).wallet.spendableCents).toBe(4000_00);
  });

  it('is not for one’s own wallet', async () => {
    const { memberId } = await aMember(db);
    const answer = await post(`members/${memberId}/cards`, { walletOfMemberId: memberId });
    expect(answer.body.code).toBe('card.own_wallet');
  });
});

describe('paying with a family card', () => {
  it('asks for the owner’s PIN at every payment unless the owner set a limit', async () => {
    const { parent, child, cardNo } = await aFamily();
    expect((await pay(cardNo, 28_00)).body.code).toBe('member.pin_required');
    expect((await pay(cardNo, 28_00, OTHER_PIN)).body.code).toBe('member.wrong_pin');
    const sold = await pay(cardNo, 28_00, FIXTURE_PIN);
    expect(sold.body).toMatchObject({ principalAfterCents: 4972_00, pointsAfter: 28 });
    expect((await shown(parent.memberId)).wallet.spendableCents).toBe(4972_00);
    expect((await shown(child.memberId)).wallet).toMatchObject({ spendableCents: 0, points: 28 });
  });

  it('goes by the holder’s PIN up to the day’s limit, and by the owner’s above it', async () => {
    const { cardNo, child } = await aFamily({ pin: FIXTURE_PIN }, 500_00);
    expect((await pay(cardNo, 150_00)).status).toBe(201);
    expect((await pay(cardNo, 201_00)).body.code).toBe('member.pin_required');
    const own = await pay(cardNo, 201_00, OTHER_PIN);
    expect(own.status).toBe(201);
    const [card] = (await shown(child.memberId)).cards;
    expect(card.payer).toMatchObject({ dayLimitCents: 500_00, spentTodayCents: 351_00 });
    expect((await pay(cardNo, 150_00, OTHER_PIN)).body.code).toBe('member.wrong_pin');
    expect((await pay(cardNo, 150_00, FIXTURE_PIN)).status).toBe(201);
    // What is undone does not count.
    const body = { reason: '录入错误' };
    const path = `/api/v1/sales/${own.body.saleId}/void`;
    expect((await manager.post(path, body, { key: randomUUID() })).status).toBe(200);
    // The day of the wallet has come to 150.00 without a PIN: the holder's is asked for, within the limit of the card.
    expect((await pay(cardNo, 200_00)).body.code).toBe('member.pin_required');
    expect((await pay(cardNo, 200_00, OTHER_PIN)).status).toBe(201);
  });

  it('stands with the owner’s acts, with who did it, and leaves the holder’s value alone', async () => {
    const { parent, child, cardNo } = await aFamily({ pin: FIXTURE_PIN }, 100_00);
    const { body } = await pay(cardNo, 60_00);
    const acts = async (memberId: number) =>
      (await cashier.get(`/api/v1/members/${memberId}/activity`)).body;
    expect((await acts(parent.memberId))[0]).toMatchObject({
      kind: 'family_sale',
      saleId: body.saleId,
      principalCents: -60_00,
      points: 0,
      amountCents: 60_00,
      otherName: '周小满',
    });
    expect((await acts(child.memberId))[0]).toMatchObject({
      kind: 'sale',
      principalCents: 0,
      points: 60,
      amountCents: 60_00,
      otherName: '周若彤',
    });
    const sale = (await cashier.get(`/api/v1/sales/${body.saleId}`)).body;
    expect(sale).toMatchObject({
      memberName: '周小满',
      payer: { id: parent.memberId, name: '周若彤' },
      cardStatus: 'active',
      cardExpired: false,
    });
  });

  it('names the wallet that a top-up goes into', async () => {
    const { parent, child, cardNo } = await aFamily();
    const path = `members/${child.memberId}/top-ups`;
    const { body } = await post(path, {
      cardNo,
      amountCents: 100_00,
      tender: 'cash',
      acceptLimit: true,
    });
    expect(body).toMatchObject({ principalAfterCents: 5100_00 });
    const { body: acts } = await cashier.get(`/api/v1/members/${parent.memberId}/activity`);
    expect(acts[0]).toMatchObject({
      kind: 'family_top_up',
      topUpId: body.topUpId,
      principalCents: 100_00,
      otherName: '周小满',
    });
    const { body: own } = await cashier.get(`/api/v1/members/${child.memberId}/activity`);
    expect(own[0]).toMatchObject({ kind: 'top_up', principalCents: 0, otherName: '周若彤' });
  });
});

describe('the owner’s record', () => {
  it('lists the cards on the wallet, and the desk stops them from there', async () => {
    const { parent, child, cardNo, cardId } = await aFamily({ pin: FIXTURE_PIN }, 300_00);
    await pay(cardNo, 20_00);
    expect((await shown(parent.memberId)).familyCards).toEqual([
      expect.objectContaining({
        cardNo,
        status: 'active',
        holderId: child.memberId,
        holderName: '周小满',
        dayLimitCents: 300_00,
        spentTodayCents: 20_00,
      }),
    ]);
    const path = `cards/${cardNo}/unbinding`;
    expect((await post(path, { reason: '不再共用' })).body.code).toBe('member.identity_missing');
    expect((await post(path, { identity: byPin(OTHER_PIN) })).body.code).toBe('member.wrong_pin');
    const agreed = { reason: '不再共用', identity: byPin(FIXTURE_PIN) };
    expect((await post(path, agreed)).body).toEqual({
      cardNo,
      family: false,
      dayLimitCents: null,
    });
    expect((await shown(parent.memberId)).familyCards).toEqual([]);
    expect((await pay(cardNo, 20_00)).body.code).toBe('ledger.insufficient');
    expect((await post(path, agreed)).body.code).toBe('card.not_family');
    expect(await told(cardId)).toMatchObject([{ event: 'bound' }, { event: 'unbound' }]);
  });

  it('changes the limit only with the owner', async () => {
    const { parent, cardNo, cardId } = await aFamily();
    const path = `cards/${cardNo}/day-limit`;
    const limit = { dayLimitCents: 1000_00 };
    expect((await post(path, limit)).body.code).toBe('card.owner_proof_required');
    expect((await post(path, { ...limit, ownerProof: byPin(OTHER_PIN) })).body.code).toBe(
      'member.wrong_pin',
    );
    expect((await post(path, { ...limit, ownerProof: bySeen })).body.code).toBe(
      'approval.required',
    );
    const done = await post(path, { ...limit, ownerProof: byPin(FIXTURE_PIN) });
    expect(done.body).toEqual({ cardNo, family: true, dayLimitCents: 1000_00 });
    expect(await told(cardId)).toEqual([
      { event: 'bound', ownerId: parent.memberId },
      { event: 'limit', ownerId: parent.memberId },
    ]);
  });

  it('a family card that was reported lost comes back only with the owner', async () => {
    const { parent, cardNo, cardId } = await aFamily({ pin: FIXTURE_PIN }, 300_00);
    await post(`cards/${cardNo}/lost`);
    const holder = await post(`cards/${cardNo}/unfreeze`, { identity: byPin(OTHER_PIN) });
    expect(holder.body.code).toBe('member.wrong_pin');
    const body = { identity: byPin(FIXTURE_PIN) };
    const { body: anew } = await post(`cards/${cardNo}/replacement`, body);
    expect((await shown(parent.memberId)).familyCards[0]).toMatchObject({
      cardNo: anew.cardNo,
      dayLimitCents: 300_00,
    });
    expect((await told(cardId)).map(({ event }) => event)).toEqual(['bound', 'lost', 'replaced']);
  });
});

describe('merging records', () => {
  it('carries a family card along, and ends what the record that ended had allowed', async () => {
    const { parent, child, cardNo, cardId } = await aFamily({ pin: FIXTURE_PIN }, 500_00);
    const survivor = await aMember(db, { name: '周若彤', storeId: org.renminId, pin: FIXTURE_PIN });
    const path = `/api/v1/members/${survivor.memberId}/merge`;
    const merged = await manager.post(
      path,
      {
        mergedMemberId: parent.memberId,
        proof: bySeen,
        approval: { login: 'head', pin: STAFF_PIN },
      },
      { key: randomUUID() },
    );
    expect(merged.status).toBe(201);
    const [card] = (await shown(child.memberId)).cards;
    expect(card.payer).toMatchObject({ memberId: survivor.memberId, dayLimitCents: null });
    expect((await pay(cardNo, 10_00)).body.code).toBe('member.pin_not_set');
    expect((await told(cardId)).at(-1)).toEqual({ event: 'bound', ownerId: survivor.memberId });
  });
});
