import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { LevelChanges } from './index.js';
import { levelMoves } from './level-change.rules.js';
import { aMember } from './members.fixtures.js';

const { app, db, org, as } = await testApp();
const { ordinary, silver, gold } = org.levelIds;
const manager = as('manager');
const rules = app.get(LevelChanges, { strict: false });
const byRule = (memberId: number, levelId: number) =>
  db.write((tx) => rules.change(tx, null, memberId, { levelId, source: 'top_up_rule' }));
const set = (memberId: number, body: object, key: string = randomUUID()) =>
  manager.post(`/api/v1/members/${memberId}/level`, { fromLevelId: ordinary, ...body }, { key });
const levelOf = async (memberId: number) =>
  (await manager.get(`/api/v1/members/${memberId}`)).body.level.id;

describe('which changes of level count', () => {
  it.each([
    ['a person raises', { rank: 1, pinned: true }, { rank: 3, source: 'manual' }, true],
    ['a person lowers', { rank: 3, pinned: false }, { rank: 1, source: 'manual' }, true],
    ['a top-up raises', { rank: 1, pinned: false }, { rank: 2, source: 'top_up_rule' }, true],
    [
      'a top-up never lowers',
      { rank: 3, pinned: false },
      { rank: 2, source: 'top_up_rule' },
      false,
    ],
    ['a pinned level stays', { rank: 1, pinned: true }, { rank: 2, source: 'top_up_rule' }, false],
    ['the same level', { rank: 2, pinned: false }, { rank: 2, source: 'manual' }, false],
  ] as const)('%s', (_, member, wanted, moves) => {
    expect(levelMoves(member, wanted)).toBe(moves);
  });
});

describe('a level set by hand', () => {
  it('is on record with its reason, and stays whatever a rule says while it is pinned', async () => {
    const { memberId } = await aMember(db);
    const answer = await set(memberId, { levelId: silver, reason: '老客户', pinned: true });
    expect(answer).toMatchObject({
      status: 200,
      body: { fromLevelId: ordinary, toLevelId: silver, changed: true },
    });
    expect(await byRule(memberId, gold)).toEqual({
      fromLevelId: silver,
      toLevelId: silver,
      changed: false,
    });
    await set(memberId, { levelId: silver, fromLevelId: silver, reason: '恢复自动' });
    expect(await byRule(memberId, gold)).toMatchObject({ toLevelId: gold, changed: true });
    expect(await byRule(memberId, silver)).toMatchObject({ toLevelId: gold, changed: false });
    expect(await levelOf(memberId)).toBe(gold);
    const history = await manager.get(`/api/v1/members/${memberId}/level-changes`);
    expect(history.body).toMatchObject([
      { fromLevelName: '银卡', toLevelName: '金卡', source: 'top_up_rule', staffName: null },
      { fromLevelName: '银卡', toLevelName: '银卡', source: 'manual', pinned: false },
      { toLevelName: '银卡', reason: '老客户', pinned: true, staffName: '孙店长' },
    ]);
  });

  it('is done once for one key', async () => {
    const { memberId } = await aMember(db);
    const key = randomUUID();
    const first = await set(memberId, { levelId: gold, reason: '补偿' }, key);
    const again = await set(memberId, { levelId: gold, reason: '补偿' }, key);
    expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
  });

  it('needs a reason, a level and a member that exist, and the right to do it', async () => {
    const { memberId } = await aMember(db);
    expect((await set(memberId, { levelId: gold })).body.code).toBe('request.invalid');
    expect((await set(memberId, { levelId: 999, reason: '试' })).body).toMatchObject({
      errors: [{ field: 'levelId', code: 'field.unknown_reference' }],
    });
    expect((await set(99_999, { levelId: gold, reason: '试' })).body.code).toBe('member.not_found');
    const path = `/api/v1/members/${memberId}/level`;
    expect(
      await as('cashier').post(
        path,
        { levelId: gold, fromLevelId: ordinary, reason: '试' },
        { key: randomUUID() },
      ),
    ).toMatchObject({ status: 403, body: { params: { permission: 'member.set_level' } } });
  });
});
