import { randomUUID } from 'node:crypto';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember, FIXTURE_PIN } from './members.fixtures.js';

const { as, db, org } = await testApp();
const cashier = as('cashier');
const manager = as('manager');
const OTHER_PIN = '864209';
const key = () => ({ key: randomUUID() });
const pathOf = (memberId: number) => `/api/v1/members/${memberId}/pin`;
const idCard = { by: 'document', document: 'id_card', last4: '281X' };
const toldOf = (memberId: number) =>
  db.query<{ topic: string }>(
    `SELECT topic FROM outbox WHERE (payload ->> 'memberId')::bigint = $1 ORDER BY id`,
    [memberId],
  );

async function guess(memberId: number, times: number) {
  const codes = [];
  for (let attempt = 0; attempt < times; attempt += 1) {
    const answer = await cashier.put(pathOf(memberId), { oldPin: '975310', pin: OTHER_PIN }, key());
    codes.push(answer.body.code);
  }
  return codes;
}

describe('a PIN at the counter', () => {
  it('is set by who has none, and changed by who knows it', async () => {
    const { memberId } = await aMember(db);
    const path = pathOf(memberId);
    expect((await cashier.get(path)).body).toEqual({
      hasPin: false,
      attemptsLeft: 5,
      lockedUntil: null,
    });
    expect((await cashier.post(path, { pin: '111111' }, key())).body.code).toBe(
      'member.pin_too_weak',
    );
    expect((await cashier.post(path, { pin: FIXTURE_PIN }, key())).status).toBe(200);
    expect((await cashier.post(path, { pin: OTHER_PIN }, key())).body.code).toBe(
      'member.pin_already_set',
    );
    const change = { oldPin: FIXTURE_PIN, pin: OTHER_PIN };
    const once = key();
    expect((await cashier.put(path, change, once)).status).toBe(200);
    expect((await cashier.put(path, change, once)).headers['idempotency-replayed']).toBe('true');
    expect((await cashier.put(path, change, key())).body).toMatchObject({
      code: 'member.wrong_pin',
      params: { attemptsLeft: 4 },
    });
    expect((await cashier.get(path)).body).toMatchObject({ hasPin: true, attemptsLeft: 4 });
  });

  it('that is guessed is locked at the fifth try, and the member is told once', async () => {
    const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
    const codes = await guess(memberId, 7);
    expect(codes.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 'member.wrong_pin'));
    expect(codes.slice(4)).toEqual(Array.from({ length: 3 }, () => 'member.pin_locked'));
    expect(await toldOf(memberId)).toEqual([{ topic: 'member.pin_locked' }]);
    expect((await cashier.get(pathOf(memberId))).body).toMatchObject({ attemptsLeft: 0 });
  });

  it('is unlocked by a manager, not by a cashier', async () => {
    const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
    await guess(memberId, 5);
    const path = `${pathOf(memberId)}/unlock`;
    expect((await cashier.post(path, {}, key())).status).toBe(403);
    expect((await manager.post(path, { reason: '本人到店' }, key())).status).toBe(200);
    const change = { oldPin: FIXTURE_PIN, pin: OTHER_PIN };
    expect((await cashier.put(pathOf(memberId), change, key())).status).toBe(200);
  });

  it('that is forgotten is reset by a manager who saw a document; the member is told', async () => {
    const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
    const path = `${pathOf(memberId)}/reset`;
    const approval = { login: 'head', pin: STAFF_PIN };
    const reset = { pin: OTHER_PIN, reason: '忘记密码', identity: idCard, approval };
    expect((await cashier.post(path, reset, key())).body).toMatchObject({
      code: 'access.forbidden',
      params: { permission: 'member.reset_pin' },
    });
    const byPin = { ...reset, identity: { by: 'pin', pin: FIXTURE_PIN } };
    expect((await manager.post(path, byPin, key())).body.code).toBe('member.identity_missing');
    expect((await manager.post(path, reset, key())).status).toBe(200);
    expect(await toldOf(memberId)).toEqual([{ topic: 'member.pin_reset' }]);
    const change = { oldPin: OTHER_PIN, pin: FIXTURE_PIN };
    expect((await cashier.put(pathOf(memberId), change, key())).status).toBe(200);
  });

  it('is reset by nobody alone where a document is compared with nothing of another person', async () => {
    const unknown = await aMember(db, { pin: FIXTURE_PIN });
    const numberless = await aMember(db, { pin: FIXTURE_PIN });
    const ownWriting = await aMember(db, { pin: FIXTURE_PIN });
    const seenBy = (memberId: number, last4: string | null, staffId: number) =>
      db.query(
        `INSERT INTO member_identity (member_id, document_kind, name, number_sealed, number_last4, seen_by)
         VALUES ($1, 'id_card', '周若彤', CASE WHEN $2::text IS NOT NULL THEN 'x'::bytea END, $2, $3)`,
        [memberId, last4, staffId],
      );
    await seenBy(numberless.memberId, null, org.staffIds.cashier);
    await seenBy(ownWriting.memberId, '281X', org.staffIds.manager);
    for (const { memberId } of [unknown, numberless, ownWriting]) {
      const path = `${pathOf(memberId)}/reset`;
      const reset = { pin: OTHER_PIN, reason: '忘记密码', identity: idCard };
      expect((await manager.post(path, reset, key())).body).toMatchObject({
        code: 'approval.required',
        params: { kind: 'member.reset_pin', subjectId: memberId, facts: { document: 'id_card' } },
      });
      expect(await toldOf(memberId)).toEqual([]);
      const agreed = { ...reset, approval: { login: 'head', pin: STAFF_PIN } };
      const once = key();
      expect((await manager.post(path, agreed, once)).status).toBe(200);
      expect((await manager.post(path, agreed, once)).headers['idempotency-replayed']).toBe('true');
    }
  });

  it('stands in no record, no command and no message', async () => {
    const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
    const change = { oldPin: FIXTURE_PIN, pin: OTHER_PIN };
    await cashier.put(pathOf(memberId), change, key());
    const { text } = await db.one<{ text: string }>(
      `SELECT concat((SELECT json_agg(a) FROM audit_record a), (SELECT json_agg(c) FROM command c), (SELECT json_agg(o) FROM outbox o)) AS text`,
    );
    expect(text).not.toContain(`"${FIXTURE_PIN}"`);
    expect(text).not.toContain(`"${OTHER_PIN}"`);
  });

  it('is reset by the document that the member is registered with, and by no guessed digits', async () => {
    const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
    await db.query(
      `INSERT INTO member_identity (member_id, document_kind, name, number_sealed, number_last4, seen_by)
       VALUES ($1, 'id_card', '周若彤', 'x', '281X', $2)`,
      [memberId, org.staffIds.manager],
    );
    const path = `${pathOf(memberId)}/reset`;
    const reset = { pin: OTHER_PIN, reason: '忘记密码' };
    const seen = (document: string, last4: string) =>
      as('head').post(path, { ...reset, identity: { by: 'document', document, last4 } }, key());
    const wrong = { code: 'member.wrong_document', params: { documentKind: 'id_card' } };
    expect((await seen('passport', '281X')).body).toMatchObject(wrong);
    expect((await seen('id_card', '2811')).body).toMatchObject(wrong);
    expect((await seen('id_card', '281x')).status).toBe(200);
    const { after } = await db.one<{ after: object }>(
      "SELECT after FROM audit_record WHERE action = 'member.reset_pin' AND subject_id = $1",
      [String(memberId)],
    );
    const said = { identityBy: 'document', document: 'id_card', last4: '281X', compared: true };
    expect(after).toMatchObject(said);
    for (let tries = 0; tries < 10; tries += 1) await seen('id_card', String(3000 + tries));
    expect((await seen('id_card', '281X')).body.code).toBe('member.too_many_wrong_pins');
  });
});
