import { randomUUID } from 'node:crypto';
import { Settings } from '#chain/settings';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember, type FixtureMember } from '../members/members.fixtures.js';
import { shelved } from '../../counter/sales/sales.fixtures.js';
import { toppedUp } from '../../value/wallets/wallets.fixtures.js';

const { app, as, db, org } = await testApp();
const manager = as('manager');
const [PIN, OTHER_PIN] = ['246802', '975310'];
const approval = { login: 'head', pin: STAFF_PIN };
const seen = { by: 'document', document: 'id_card', last4: '281X' };
const bothPins = { by: 'pin', pin: PIN, mergedPin: OTHER_PIN };

const merge = (survivor: FixtureMember, merged: FixtureMember, body: object = {}) =>
  manager.post(
    `/api/v1/members/${survivor.memberId}/merge`,
    { mergedMemberId: merged.memberId, ...body },
    { key: randomUUID() },
  );
const shown = async ({ memberId }: FixtureMember) =>
  (await manager.get(`/api/v1/members/${memberId}`)).body;
const registered = ({ memberId }: FixtureMember, last4: string) =>
  db.query(
    `INSERT INTO member_identity (member_id, document_kind, name, number_sealed, number_last4, seen_by)
     VALUES ($1, 'id_card', '周若彤', 'x', $2, $3)`,
    [memberId, last4, org.staffIds.manager],
  );

/** Two records, and in the one that ends more than may be transferred without a second person. */
async function twoRecords(cents = 4_800_00) {
  const survivor = await aMember(db, { pin: PIN, phone: null });
  const merged = await aMember(db, { pin: OTHER_PIN });
  await toppedUp(db, merged, { principalCents: cents });
  return { survivor, merged };
}

describe('a merge that moves as much as a transfer that needs a second person', () => {
  it('is done by nobody alone, and by nobody without a proof that both are one person', async () => {
    const { survivor, merged } = await twoRecords();
    const path = `/api/v1/members/${survivor.memberId}/merge?mergedMemberId=${merged.memberId}`;
    expect((await manager.get(path)).body.result.needsConsent).toBe(true);
    expect((await merge(survivor, merged, { proof: bothPins })).body).toMatchObject({
      code: 'approval.required',
      params: {
        kind: 'member.merge',
        subjectId: merged.memberId,
        amountCents: 4_800_00,
        limitCents: 500_00,
        facts: { toMemberId: survivor.memberId, principalCents: 4_800_00, bonusCents: 0 },
      },
    });
    const alone = { ...approval, login: 'manager' };
    expect((await merge(survivor, merged, { proof: bothPins, approval: alone })).body.code).toBe(
      'approval.own_act',
    );
    for (const proof of [undefined, { by: 'pin', pin: PIN }])
      expect((await merge(survivor, merged, { proof, approval })).body.code).toBe(
        'merge.proof_required',
      );
    const wrong = { ...bothPins, mergedPin: '135790' };
    expect((await merge(survivor, merged, { proof: wrong, approval })).body.code).toBe(
      'member.wrong_pin',
    );
    expect((await shown(survivor)).wallet.principalCents).toBe(0);
    expect((await merge(survivor, merged, { proof: bothPins, approval })).status).toBe(201);
    expect((await shown(survivor)).wallet.principalCents).toBe(4_800_00);
  });

  it('looks at the wallet that stays too: who holds the other record gets at it', async () => {
    const rich = await aMember(db);
    const accomplice = await aMember(db);
    await toppedUp(db, rich, { principalCents: 4_800_00 });
    const path = `/api/v1/members/${rich.memberId}/merge?mergedMemberId=${accomplice.memberId}`;
    expect((await manager.get(path)).body.result.needsConsent).toBe(true);
    expect((await merge(rich, accomplice)).body).toMatchObject({
      code: 'approval.required',
      params: {
        amountCents: 4_800_00,
        facts: { principalCents: 0, toMemberCents: 4_800_00, toMemberPoints: 0 },
      },
    });
    expect((await merge(rich, accomplice, { approval })).body.code).toBe('merge.proof_required');
    expect((await merge(rich, accomplice, { proof: seen, approval })).status).toBe(201);
  });

  it('takes one document, if it is the one that both are registered with', async () => {
    const stranger = await twoRecords();
    await registered(stranger.survivor, '281X');
    await registered(stranger.merged, '3306');
    const refused = await merge(stranger.survivor, stranger.merged, { proof: seen, approval });
    expect(refused.body.code).toBe('member.wrong_document');

    const { survivor, merged } = await twoRecords();
    await registered(survivor, '281X');
    expect((await merge(survivor, merged, { proof: seen, approval })).status).toBe(201);
    const { after } = await db.one<{ after: object }>(
      "SELECT after FROM audit_record WHERE action = 'member.merge' AND subject_id = $1",
      [String(survivor.memberId)],
    );
    expect(after).toMatchObject({ document: 'id_card', last4: '281X', pinEnded: true });
  });

  it('is not asked for below the limit', async () => {
    const { survivor, merged } = await twoRecords(499_99);
    const path = `/api/v1/members/${survivor.memberId}/merge?mergedMemberId=${merged.memberId}`;
    expect((await manager.get(path)).body.result.needsConsent).toBe(false);
    expect((await merge(survivor, merged)).status).toBe(201);
  });

  it('moves no more than was agreed: points count too', async () => {
    const survivor = await aMember(db, { pin: PIN });
    const merged = await aMember(db, { pin: OTHER_PIN });
    await toppedUp(db, merged, { principalCents: 1_00, points: 500_00 });
    expect((await merge(survivor, merged, { proof: bothPins })).body).toMatchObject({
      code: 'approval.required',
      params: { amountCents: 1_00, facts: { points: 500_00 } },
    });
  });
});

describe('after a merge', () => {
  const told = (ids: readonly number[]) =>
    db.query<{ memberId: number; pinEnded: boolean }>(
      `SELECT (payload ->> 'memberId')::bigint AS "memberId", (payload ->> 'pinEnded')::boolean AS "pinEnded"
         FROM outbox WHERE topic = 'member.merged' AND (payload ->> 'memberId')::bigint = ANY ($1) ORDER BY id`,
      [ids],
    );

  it('each phone is told once', async () => {
    const [one, other] = [await aMember(db), await aMember(db, { pin: PIN })];
    await merge(one, other);
    const ids = [one.memberId, other.memberId];
    expect(await told(ids)).toEqual(ids.map((memberId) => ({ memberId, pinEnded: false })));
    const [without, withPhone] = [await aMember(db, { phone: null, pin: PIN }), await aMember(db)];
    await merge(without, withPhone);
    // Its phone is the survivor's now.
    expect(await told([without.memberId, withPhone.memberId])).toEqual([
      { memberId: without.memberId, pinEnded: true },
    ]);
  });

  it('a refund goes by what both records had used up', async () => {
    const survivor = await aMember(db);
    const merged = await aMember(db);
    await toppedUp(db, survivor, { principalCents: 100_00 });
    await toppedUp(db, merged, { principalCents: 300_00, bonusCents: 60_00, points: 9 });
    await db.query(
      "INSERT INTO setting (key, version, value) VALUES ('wallet.spend_order', 1, '\"bonus_first\"')",
    );
    app.get(Settings).forget();
    await sold(merged, 60_00);
    const computed = async (member: FixtureMember) => {
      const path = `/api/v1/members/${member.memberId}/wallet-refunds/preview`;
      return (await as('cashier').get(path)).body;
    };
    // 60.00 of goods took the bonus; in proportion 50.00 of the principal would have gone.
    expect(await computed(merged)).toMatchObject({
      principalCents: 300_00,
      paidRatioCents: 250_00,
    });
    await merge(survivor, merged);
    expect(await computed(survivor)).toMatchObject({
      principalCents: 400_00,
      paidRatioCents: 350_00,
      usedListCents: 60_00,
      giftPoints: 9,
    });
  });
});

async function sold(member: FixtureMember, cents: number): Promise<void> {
  const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
  const service = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: cents }));
  const sale = {
    memberId: member.memberId,
    lines: [{ productId: service.id, qtyMilli: 1000, unitPriceCents: cents }],
    dueCents: cents,
    tenders: [{ tender: 'wallet', amountCents: cents }],
  };
  const { status } = await manager.post('/api/v1/sales', sale, { key: randomUUID() });
  expect(status).toBe(201);
}
