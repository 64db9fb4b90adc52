import { randomBytes, randomUUID } from 'node:crypto';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember, FIXTURE_PIN } from './members.fixtures.js';

// Who is registered by a document proves by it later: another one in its place is no single person's to write down.
const ENCRYPTION_KEY = randomBytes(32).toString('base64');
const { as, db } = await testApp({ env: { ENCRYPTION_KEY } });
const cashier = as('cashier');
const manager = as('manager');
const key = () => ({ key: randomUUID() });
const approval = { login: 'head', pin: STAFF_PIN };
const OLD = { documentKind: 'id_card', name: '江小白', number: '11010519491231002X' };
const NEW = { documentKind: 'passport', name: '江小白', number: 'E87654321' };
const old = { by: 'document', document: 'id_card', last4: '002x' };

/** A member with a PIN, whose identity card the cashier has seen. */
async function registered() {
  const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
  const path = `/api/v1/members/${memberId}/identity`;
  const { body } = await cashier.put(path, { ...OLD, version: 0 }, key());
  return { memberId, path, version: body.version as number };
}
const kindOf = async (path: string) => (await cashier.get(path)).body.documentKind as string;
const toldOf = (memberId: number) =>
  db.query<{ topic: string }>(
    "SELECT topic FROM outbox WHERE (payload ->> 'memberId')::bigint = $1 ORDER BY id",
    [memberId],
  );

it('is registered for the first time by one person, and nobody is told', async () => {
  const { memberId, path } = await registered();
  expect(await kindOf(path)).toBe('id_card');
  expect(await toldOf(memberId)).toEqual([]);
});

it('is replaced by nobody alone: not without a proof, nor by whoever wrote the other one down', async () => {
  const { memberId, path, version } = await registered();
  for (const identity of [undefined, null, old]) {
    const refused = await cashier.put(path, { ...NEW, version, identity }, key());
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'approval.required',
        params: {
          kind: 'member.register_identity',
          subjectId: memberId,
          facts: { document: 'passport' },
        },
      },
    });
  }
  expect(await kindOf(path)).toBe('id_card');
  expect(await toldOf(memberId)).toEqual([]);
});

it.each([
  ['the PIN', { identity: { by: 'pin', pin: FIXTURE_PIN } }],
  ['the document that somebody else saw', { identity: old }],
  ['a second person', { approval }],
])('is replaced with %s; the member is told, and it is on record', async (_, shown) => {
  const { memberId, path, version } = await registered();
  const once = key();
  const asked = { ...NEW, version, ...shown };
  const answer = await manager.put(path, asked, once);
  expect(answer).toMatchObject({ status: 200, body: { memberId } });
  expect(answer.body.version).toBeGreaterThan(version);
  expect(await kindOf(path)).toBe('passport');
  expect(await toldOf(memberId)).toEqual([{ topic: 'member.identity_replaced' }]);
  const again = await manager.put(path, { ...asked, approval: undefined }, once);
  expect(again).toMatchObject({ status: 200, body: answer.body });
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(await toldOf(memberId)).toHaveLength(1);
  const { before, after } = await db.one<{ before: object; after: object }>(
    "SELECT before, after FROM audit_record WHERE action = 'member.register_identity' AND subject_id = $1 ORDER BY id DESC LIMIT 1",
    [String(memberId)],
  );
  expect(before).toEqual({ documentKind: 'id_card', numberKept: true });
  const by = 'identity' in shown ? { identityBy: shown.identity.by } : {};
  expect(after).toMatchObject({ documentKind: 'passport', numberKept: true, ...by });
});

it('is not replaced with another PIN, another document, or by one person twice', async () => {
  const { path, version } = await registered();
  const put = (more: object) => manager.put(path, { ...NEW, version, ...more }, key());
  const codeOf = async (more: object) => (await put(more)).body.code as string;
  expect(await codeOf({ identity: { by: 'pin', pin: '975310' } })).toBe('member.wrong_pin');
  expect(await codeOf({ identity: { ...old, last4: '1111' } })).toBe('member.wrong_document');
  expect(await codeOf({ identity: { ...old, document: 'passport' } })).toBe(
    'member.wrong_document',
  );
  expect(await codeOf({ approval: { login: 'manager', pin: STAFF_PIN } })).toBe('approval.own_act');
  expect(await kindOf(path)).toBe('id_card');
});

it('passes for no first registration: whatever version is claimed', async () => {
  const { path } = await registered();
  expect((await manager.put(path, { ...NEW, version: 0 }, key())).body).toMatchObject({
    code: 'record.changed',
  });
  expect(await kindOf(path)).toBe('id_card');
});
