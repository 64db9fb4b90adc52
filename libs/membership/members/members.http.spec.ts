import { testApp } from '#workshop/testing';
import { aMember } from './members.fixtures.js';

const { as, db, org } = await testApp();

describe('editing a member', () => {
  it('changes what was sent, keeps the rest, and finds by the new name', async () => {
    const { memberId } = await aMember(db, { name: '张伟', phone: '19900001111' });
    const cashier = as('cashier');
    const answer = await cashier.patch(`/api/v1/members/${memberId}`, {
      name: '张大伟',
      birthday: { calendar: 'lunar', month: 6, day: 30, leapMonth: true },
      smsMarketing: true,
      version: 1,
    });
    expect(answer).toMatchObject({ status: 200, body: { id: memberId, version: 2 } });
    expect((await cashier.get(`/api/v1/members/${memberId}`)).body).toMatchObject({
      name: '张大伟',
      phoneMasked: '199****1111',
      birthday: { calendar: 'lunar', year: null, month: 6, day: 30, leapMonth: true },
      smsService: true,
      smsMarketing: true,
      version: 2,
    });
    const found = await cashier.get('/api/v1/members/lookup?q=zhangdawei');
    expect(found.body.members).toMatchObject([{ id: memberId }]);
  });

  it('refuses a record that somebody changed meanwhile', async () => {
    const { memberId } = await aMember(db);
    const cashier = as('cashier');
    const path = `/api/v1/members/${memberId}`;
    await cashier.patch(path, { note: '喜欢靠窗', version: 1 });
    const late = await cashier.patch(path, { note: '喜欢安静', version: 1 });
    expect(late).toMatchObject({ status: 409, body: { code: 'record.changed' } });
  });

  it.each([
    ['no name left', { name: null, nickname: null }, 422, 'member.name_missing'],
    ['a phone in use', { phone: '19900002222' }, 409, 'member.phone_taken'],
    [
      'a day that no year has',
      { birthday: { calendar: 'solar', month: 2, day: 30 } },
      422,
      'member.birthday_impossible',
    ],
    [
      'a birth after the day of joining',
      { birthday: { calendar: 'solar', year: 2099, month: 5, day: 20 } },
      422,
      'member.birthday_after_joining',
    ],
    ['a phone with letters', { phone: 'call me' }, 422, 'request.invalid'],
    ['an unknown field', { pinHash: 'x' }, 422, 'request.invalid'],
  ])('refuses %s', async (_, change, status, code) => {
    await db.query("UPDATE member SET phone = NULL WHERE phone = '19900002222'");
    await aMember(db, { phone: '19900002222' });
    const { memberId } = await aMember(db);
    const answer = await as('cashier').patch(`/api/v1/members/${memberId}`, {
      ...change,
      version: 1,
    });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('says that a member is not there', async () => {
    const answer = await as('cashier').patch('/api/v1/members/99999', { note: 'x', version: 1 });
    expect(answer).toMatchObject({ status: 404, body: { code: 'member.not_found' } });
  });
});

describe('the full phone number', () => {
  it('is shown to who may see it, on record', async () => {
    const { memberId } = await aMember(db, { phone: '19900003333' });
    const path = `/api/v1/members/${memberId}/phone`;
    expect(await as('cashier').get(path)).toMatchObject({
      status: 403,
      body: { params: { permission: 'member.phone' } },
    });
    expect((await as('manager').get(path)).body).toEqual({ phone: '19900003333' });
    const records = await db.query(
      "SELECT staff_id FROM audit_record WHERE action = 'member.show_phone' AND subject_id = $1",
      [String(memberId)],
    );
    expect(records).toEqual([{ staff_id: org.staffIds.manager }]);
  });
});
