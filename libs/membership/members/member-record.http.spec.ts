import { randomBytes, randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { aMember } from './members.fixtures.js';

const ENCRYPTION_KEY = randomBytes(32).toString('base64');
const { as, db } = await testApp({ env: { ENCRYPTION_KEY } });
const cashier = as('cashier');
const manager = as('manager');
const head = as('head');
const key = () => ({ key: randomUUID() });
const shown = async (id: number) => (await cashier.get(`/api/v1/members/${id}`)).body;
const audited = async (action: string, id: number) =>
  (
    await db.one<{ count: number }>(
      'SELECT count(*) AS count FROM audit_record WHERE action = $1 AND subject_id = $2',
      [action, String(id)],
    )
  ).count;

describe('the whole record', () => {
  it('keeps everything that head office and the member want kept', async () => {
    const tag = (await head.post('/api/v1/tags', { name: '常客', color: 'green' })).body;
    await head.post('/api/v1/member-fields', { code: 'shoe', label: '鞋码', kind: 'number' });
    const referrer = await aMember(db, { name: '介绍人' });
    const { memberId } = await aMember(db, { name: '江南' });
    const answer = await cashier.patch(`/api/v1/members/${memberId}`, {
      kind: 'company',
      birthday: { calendar: 'lunar', month: 6, day: 15, leapMonth: true },
      birthdayPreference: 'both',
      preferences: '少冰',
      note: '靠窗',
      custom: { shoe: 42 },
      referrerId: referrer.memberId,
      tagIds: [tag.id],
      consents: [{ channel: 'wechat_marketing', granted: true }],
      version: 1,
    });
    expect(answer.status).toBe(200);
    expect(await shown(memberId)).toMatchObject({
      kind: 'company',
      birthdayPreference: 'both',
      preferences: '少冰',
      custom: { shoe: 42 },
      referrer: { id: referrer.memberId, name: '介绍人' },
      tags: [{ name: '常客', color: 'green' }],
      consents: expect.arrayContaining([
        expect.objectContaining({ channel: 'wechat_marketing', granted: true, source: 'desk' }),
        expect.objectContaining({ channel: 'sms_service', granted: true, at: null }),
      ]),
    });
    expect(await shown(referrer.memberId)).toMatchObject({ referredCount: 1 });
    const [change] = (await cashier.get(`/api/v1/members/${memberId}/changes`)).body;
    expect(change).toMatchObject({
      action: 'member.edit',
      after: { preferences: '少冰', tags: ['常客'], wechat_marketing: true },
    });
    expect(change.after).not.toHaveProperty('name');
  });

  it.each([
    ['a custom field that is not a number', { custom: { shoe: 'big' } }, 'request.invalid'],
    ['a field that nobody defined', { custom: { hat: 1 } }, 'request.invalid'],
    ['custom fields that are a list', { custom: [1] }, 'request.invalid'],
    ['an unknown tag', { tagIds: [999_999] }, 'member.tag_unknown'],
    ['a referrer who does not exist', { referrerId: 999_999 }, 'member.referrer_unknown'],
    ['an unknown channel', { consents: [{ channel: 'fax', granted: true }] }, 'request.invalid'],
    ['a kind of being', { kind: 'cat' }, 'request.invalid'],
  ])('refuses %s', async (_, change, code) => {
    const { memberId } = await aMember(db);
    const answer = await cashier.patch(`/api/v1/members/${memberId}`, { ...change, version: 1 });
    expect(answer).toMatchObject({ status: 422, body: { code } });
  });

  it('refuses a member as their own referrer', async () => {
    const { memberId } = await aMember(db);
    const change = { referrerId: memberId, version: 1 };
    const answer = await cashier.patch(`/api/v1/members/${memberId}`, change);
    expect(answer.body.code).toBe('member.referrer_unknown');
  });

  it('names the field that is wrong', async () => {
    const { memberId } = await aMember(db);
    const change = { custom: { shoe: 'big' }, version: 1 };
    const { body } = await cashier.patch(`/api/v1/members/${memberId}`, change);
    expect(body.errors).toEqual([{ field: 'custom.shoe', code: 'field.custom_wrong' }]);
  });

  it('writes down each answer about consent with time, source and who asked', async () => {
    const { memberId } = await aMember(db);
    const path = `/api/v1/members/${memberId}`;
    await cashier.patch(path, { smsMarketing: true, version: 1 });
    await head.patch(path, { smsMarketing: false, version: 2 });
    await head.patch(path, { smsMarketing: false, version: 3 });
    expect((await cashier.get(`${path}/consents`)).body).toMatchObject([
      { channel: 'sms_marketing', granted: false, source: 'office' },
      { channel: 'sms_marketing', granted: true, source: 'desk' },
    ]);
  });
});

describe('tags and custom fields', () => {
  it("are head office's", async () => {
    const tag = { name: '试试', color: 'red' };
    for (const who of [cashier, manager]) {
      expect((await who.post('/api/v1/tags', tag)).status).toBe(403);
      expect(
        (await who.post('/api/v1/member-fields', { code: 'a', label: 'a', kind: 'text' })).status,
      ).toBe(403);
    }
  });

  it('can be renamed and taken off everybody; a name stands once', async () => {
    const { id } = (await head.post('/api/v1/tags', { name: '新品', color: 'blue' })).body;
    const { memberId } = await aMember(db);
    await cashier.patch(`/api/v1/members/${memberId}`, { tagIds: [id], version: 1 });
    expect((await head.post('/api/v1/tags', { name: '新品', color: 'red' })).body.code).toBe(
      'member.tag_name_taken',
    );
    await head.post('/api/v1/tags', { name: 'VIP8', color: 'blue' });
    const alike = { status: 409, body: { errors: [{ field: 'name' }] } };
    expect(await head.post('/api/v1/tags', { name: 'vip８', color: 'red' })).toMatchObject(alike);
    await head.patch(`/api/v1/tags/${id}`, { name: '尝鲜', color: 'violet', version: 1 });
    expect((await shown(memberId)).tags).toEqual([{ id, name: '尝鲜', color: 'violet' }]);
    await head.delete(`/api/v1/tags/${id}`);
    expect((await shown(memberId)).tags).toEqual([]);
    expect((await head.delete(`/api/v1/tags/${id}`)).status).toBe(404);
  });

  it('of two fields that are given one label at once, one is made', async () => {
    const answers = await Promise.all(
      ['left', 'right'].map((code) =>
        head.post('/api/v1/member-fields', { code, label: '同时', kind: 'text' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('a required field is asked for when somebody joins, until it is no longer used', async () => {
    const field = {
      code: 'industry',
      label: '行业',
      kind: 'choice',
      options: ['餐饮', '其他'],
      required: true,
    };
    const { id } = (await head.post('/api/v1/member-fields', field)).body;
    const join = (custom?: object) =>
      cashier.post('/api/v1/members', { name: '要填', custom }, { key: crypto.randomUUID() });
    expect((await join()).body.errors).toEqual([
      { field: 'custom.industry', code: 'field.custom_missing' },
    ]);
    expect((await join({ industry: '餐饮' })).status).toBe(201);
    await head.patch(`/api/v1/member-fields/${id}`, {
      label: '行业',
      active: false,
      version: 1,
    });
    expect((await join()).status).toBe(201);
    expect((await head.post('/api/v1/member-fields', field)).body.code).toBe(
      'member.field_code_taken',
    );
    expect(await head.post('/api/v1/member-fields', { ...field, code: 'trade' })).toMatchObject({
      body: { code: 'member.field_label_taken', errors: [{ field: 'label' }] },
    });
  });

  it.each([
    [{ code: 'Bad Code', label: 'x', kind: 'text' }, 'request.invalid'],
    [{ code: 'constructor', label: 'x', kind: 'text' }, 'request.invalid'],
    [{ code: '__proto__', label: 'x', kind: 'text' }, 'request.invalid'],
    [{ code: 'toString', label: 'x', kind: 'text' }, 'request.invalid'],
    [{ code: 'c', label: 'x', kind: 'choice' }, 'member.field_choices_missing'],
    [
      { code: 'c', label: 'x', kind: 'choice', options: ['a', 'a'] },
      'member.field_choices_doubled',
    ],
    [{ code: 'c', label: 'x', kind: 'choice', options: 'a' }, 'request.invalid'],
  ])('refuses the field %j', async (field, code) => {
    expect((await head.post('/api/v1/member-fields', field)).body.code).toBe(code);
  });
});

describe('who may be the same person', () => {
  it('is told while somebody is written down, and is no refusal', async () => {
    const birthday = { calendar: 'solar', month: 3, day: 9 };
    const known = await aMember(db, { name: '欧阳锋', phone: '19900007001' });
    await cashier.patch(`/api/v1/members/${known.memberId}`, { birthday, version: 1 });
    const ask = async (query: string) =>
      (await cashier.get(`/api/v1/members/duplicates?${query}`)).body;
    expect(await ask('phone=199 0000 7001')).toMatchObject([
      { id: known.memberId, reason: 'phone', phoneMasked: '199****7001' },
    ]);
    expect(await ask('name=欧阳峰&month=3&day=9')).toMatchObject([
      { id: known.memberId, reason: 'name_and_birthday' },
    ]);
    expect(await ask('name=欧阳峰&month=3&day=10')).toEqual([]);
    expect(await ask(`name=欧阳峰&month=3&day=9&exceptId=${known.memberId}`)).toEqual([]);
    expect(await ask('')).toEqual([]);
    const body = { name: '欧阳峰', birthday };
    const joined = await cashier.post('/api/v1/members', body, { key: crypto.randomUUID() });
    expect(joined.status).toBe(201);
    expect((await shown(joined.body.memberId)).duplicates).toMatchObject([{ id: known.memberId }]);
  });
});

describe('contacts', () => {
  it('are kept with who and where; a follow-up is done once', async () => {
    const { memberId } = await aMember(db);
    const path = `/api/v1/members/${memberId}/contacts`;
    const note = { channel: 'phone', body: '想办金卡', followUpOn: '2026-12-01' };
    const { id } = (await cashier.post(path, note)).body;
    await cashier.post(path, { channel: 'visit', body: '来看了看' });
    const [first, second] = (await cashier.get(path)).body;
    expect(first).toMatchObject({
      id,
      body: '想办金卡',
      storeName: '人民路店',
      followedUpAt: null,
    });
    expect(second).toMatchObject({ body: '来看了看' });
    expect((await manager.post(`${path}/${id}/followed-up`)).status).toBe(201);
    expect((await manager.post(`${path}/${id}/followed-up`)).body.code).toBe(
      'member.follow_up_missing',
    );
    expect((await manager.post(`${path}/999999/followed-up`)).status).toBe(404);
  });

  it.each([
    [{}],
    [{ channel: 'phone' }],
    [{ channel: 'fax', body: 'x' }],
    [{ channel: 'phone', body: 'x', followUpOn: 'soon' }],
  ])('refuse %j', async (body) => {
    const { memberId } = await aMember(db);
    expect((await cashier.post(`/api/v1/members/${memberId}/contacts`, body)).status).toBe(422);
  });
});

describe('the real name', () => {
  const number = '11010519491231002X';

  it('is registered with what was seen; the number is sealed, its last four are shown', async () => {
    const { memberId } = await aMember(db);
    const path = `/api/v1/members/${memberId}/identity`;
    expect((await cashier.get(path)).body).toMatchObject({ registered: false, keepsNumbers: true });
    const seen = { documentKind: 'id_card', name: '江小白', number, version: 0 };
    const answer = await cashier.put(path, seen, key());
    expect(answer.body).toEqual({ memberId, version: expect.any(Number) });
    const known = { registered: true, name: '江小白', numberLast4: '002X', ...answer.body };
    expect({ memberId, ...(await cashier.get(path)).body }).toMatchObject(known);
    expect(await shown(memberId)).toMatchObject({ registered: true });
    const rows = await db.query<{ text: string }>(
      `SELECT i::text AS text FROM member_identity i WHERE member_id = $1 UNION ALL SELECT a::text FROM audit_record a`,
      [memberId],
    );
    expect(rows.map(({ text }) => text).join()).not.toContain('19491231');
  });

  it('is shown whole to who may see it, on record', async () => {
    const { memberId } = await aMember(db);
    const path = `/api/v1/members/${memberId}/identity`;
    const seen = { documentKind: 'id_card', name: '江小白', number, version: 0 };
    await cashier.put(path, seen, key());
    expect(await cashier.get(`${path}/number`)).toMatchObject({
      status: 403,
      body: { params: { permission: 'member.identity' } },
    });
    expect((await manager.get(`${path}/number`)).body).toEqual({ number });
    expect(await audited('member.show_identity', memberId)).toBe(1);
  });

  it("needs no number, and refuses one that can't be", async () => {
    const { memberId } = await aMember(db);
    const path = `/api/v1/members/${memberId}/identity`;
    const wrong = {
      documentKind: 'id_card',
      name: '江小白',
      number: '110105194912310021',
      version: 0,
    };
    expect((await cashier.put(path, wrong, key())).body.code).toBe('member.number_impossible');
    const passport = { documentKind: 'passport', name: 'Li', version: 0 };
    expect((await cashier.put(path, passport, key())).status).toBe(200);
    expect((await cashier.get(path)).body).toMatchObject({ registered: true, numberLast4: null });
    expect((await manager.get(`${path}/number`)).body.code).toBe('member.not_registered');
    const unheardOf = { ...passport, documentKind: 'library_card' };
    expect((await cashier.put(path, unheardOf, key())).status).toBe(422);
  });
});
