import { randomUUID } from 'node:crypto';
import { ACT_POLICY, type ActPolicy } from '#chain/approvals';
import { Settings } from '#chain/settings';
import { testApp, type TestAnswer } from '#workshop/testing';
import { aMember } from '../../../../libs/membership/members/members.fixtures.js';
import { ACTS, send } from './act-samples.fixtures.js';
import { twoPlaces } from './place.fixtures.js';

// Every command on a member who is the person that does it, or the one who approves it: nobody acts on, approves for, or
// gives to their own record.
const api = await testApp({ books: 'once' });
const { here } = await twoPlaces(api);
const { db } = api;

// Whatever may need a second person needs one.
await db.query(
  `INSERT INTO setting (key, version, value)
   SELECT key, 1, '0' FROM unnest($1::text[]) AS key`,
  [
    Object.values(ACT_POLICY as Record<string, ActPolicy>)
      .flatMap(({ second }) => second?.from ?? [])
      .filter((key, at, all) => all.indexOf(key) === at),
  ],
);
api.app.get(Settings).forget();

const newestMember = async (): Promise<number> =>
  (await db.one<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM member')).id;

/** This member is the person with that login. */
async function isStaff(memberId: number, login: string): Promise<void> {
  await db.query('DELETE FROM staff_member');
  await db.query(
    'INSERT INTO staff_member (staff_id, member_id, marked_by) SELECT id, $1, id FROM staff WHERE login = $2',
    [memberId, login],
  );
}
const isNobody = () => db.query('DELETE FROM staff_member');

const refused = (answer: TestAnswer, more: object = {}): void =>
  expect(answer).toMatchObject({ status: 403, body: { code: 'member.own_record', ...more } });
const done = (answer: TestAnswer): void =>
  expect({ status: answer.status < 300, text: answer.text }).toMatchObject({ status: true });

/** Acts whose sample names no member who is there already. */
const ABOUT_NOBODY =
  /^(POST|PUT) \/(members|imports|card-ranges|card-stock|campaigns|top-up-rules|stock)(\/(openings|receipts|transfers|found|:id)(\/.*)?)?$/;

describe.each(Object.entries(ACTS))('%s', (name, act) => {
  it('is done by nobody on their own record, whichever of its members they are', async () => {
    const before = await newestMember();
    const sample = await act.ask(here);
    const members = await db.query<{ id: number }>(
      'SELECT id FROM member WHERE id > $1 ORDER BY id',
      [before],
    );
    const isOfMember = /^POST \/members\/(:id|tags)|^PUT \/members\/:id/.test(name);
    if (!isOfMember && ABOUT_NOBODY.test(name)) return;
    expect(members.length).toBeGreaterThan(0);
    for (const { id } of members) {
      await isStaff(id, here.logins[act.by]);
      refused(await send(here[act.by], act.method ?? 'POST', sample), { judged: true });
    }
    if (JSON.stringify(sample.body ?? {}).includes('"approval"'))
      for (const { id } of members) {
        await isStaff(id, here.approval.login);
        refused(await send(here[act.by], act.method ?? 'POST', sample), { judged: true });
      }
    await isNobody();
    done(await send(here[act.by], act.method ?? 'POST', sample));
  });
});

describe('what is no command', () => {
  it('nobody changes their own profile or real name, nor takes the mark off', async () => {
    const { memberId } = await aMember(db, { storeId: here.storeId });
    await isStaff(memberId, here.logins.head);
    const path = `/api/v1/members/${memberId}`;
    const { version } = (await here.head.get(path)).body;
    refused(await here.head.patch(path, { note: '多送', version }));
    const document = { documentKind: 'id_card', name: '沈知远', version: 0 };
    refused(await here.head.put(`${path}/identity`, document, { key: randomUUID() }));
    refused(await here.head.put(`${path}/staff`, { staffId: null, version }));
    expect((await here.head.get(path)).body).toMatchObject({ note: null, registered: false });
    // Looking is no act, and others go on.
    expect((await here.head.get(`${path}/phone`)).status).toBe(200);
    expect((await here.desk.patch(path, { note: '常客', version })).status).toBe(200);
  });

  it('head office says who is who, once for each', async () => {
    await isNobody();
    const [one, other] = [await aMember(db), await aMember(db)];
    const { id: staffId } = await db.one<{ id: number }>('SELECT id FROM staff WHERE login = $1', [
      here.logins.desk,
    ]);
    const mark = (memberId: number, body: object) =>
      api.as('head').put(`/api/v1/members/${memberId}/staff`, body);
    const marked = await mark(one.memberId, { staffId, version: 1 });
    expect(marked).toMatchObject({ status: 200, body: { staffId, version: 2 } });
    expect((await here.desk.get(`/api/v1/members/${one.memberId}`)).body.staffName).toBe(
      marked.body.staffName,
    );
    expect((await mark(other.memberId, { staffId, version: 1 })).body.code).toBe(
      'member.staff_taken',
    );
    expect((await mark(other.memberId, { staffId: 999_999, version: 1 })).body.code).toBe(
      'member.staff_unknown',
    );
    const free = await mark(one.memberId, { staffId: null, version: 2 });
    expect(free.body).toMatchObject({ staffId: null, version: 3 });
  });
});
