import { testApp } from '#workshop/testing';
import { aMember } from '../members/members.fixtures.js';

const { as, db, org } = await testApp();

describe('levels', () => {
  const change = { name: '金卡会员', payRateBps: 8_800, pointsPerYuanBps: 15_000 };

  it('lists them, the lowest first', async () => {
    const { status, body } = await as('cashier').get('/api/v1/levels');
    expect(status).toBe(200);
    expect(body.map((level: { code: string }) => level.code)).toEqual([
      'ordinary',
      'silver',
      'gold',
    ]);
    expect(body[2]).toEqual({
      id: org.levelIds.gold,
      code: 'gold',
      name: '金卡',
      rank: 3,
      payRateBps: 9_000,
      pointsPerYuanBps: 10_000,
      version: 1,
    });
  });

  it('counts the members of each for the page of levels: those who are there', async () => {
    for (const name of ['江一', '江二']) await aMember(db, { name, levelId: org.levelIds.gold });
    const gone = await aMember(db, { levelId: org.levelIds.silver });
    await db.query("UPDATE member SET status = 'erased', erased_at = now() WHERE id = $1", [
      gone.memberId,
    ]);
    const { status, body } = await as('cashier').get('/api/v1/levels/counted');
    expect(status).toBe(200);
    expect(body.totals).toEqual({ memberCount: 2 });
    expect(body.rows).toMatchObject([
      { code: 'ordinary', memberCount: 0 },
      { code: 'silver', memberCount: 0 },
      { code: 'gold', name: '金卡', payRateBps: 9_000, memberCount: 2 },
    ]);
  });

  it('changes rates on record', async () => {
    const answer = await as('head').put(`/api/v1/levels/${org.levelIds.gold}`, {
      ...change,
      version: 1,
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject(change);
    const record = await db.one(
      "SELECT action, before, after, staff_id FROM audit_record WHERE subject_kind = 'level'",
    );
    expect(record).toMatchObject({
      action: 'level.edit',
      before: { payRateBps: 9_000 },
      after: change,
      staff_id: org.staffIds.head,
    });
  });

  it('refuses who may not, what is not there, and rates above the price', async () => {
    const path = `/api/v1/levels/${org.levelIds.gold}`;
    expect(await as('cashier').put(path, change)).toMatchObject({
      status: 403,
      body: { code: 'access.forbidden', params: { permission: 'level.write' } },
    });
    const head = as('head');
    expect((await head.put('/api/v1/levels/99999', { ...change, version: 1 })).body.code).toBe(
      'level.not_found',
    );
    expect(await head.put(path, { ...change, name: '银卡', version: 2 })).toMatchObject({
      status: 409,
      body: { code: 'level.name_taken', errors: [{ field: 'name' }] },
    });
    expect(await head.put(path, { ...change, payRateBps: 10_001, version: 1 })).toMatchObject({
      status: 422,
      body: { code: 'request.invalid', errors: [{ field: 'payRateBps' }] },
    });
  });
});
