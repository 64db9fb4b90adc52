import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../cards/cards.fixtures.js';
import { aMember } from '../members/members.fixtures.js';
import { toppedUp } from '../../value/wallets/wallets.fixtures.js';

const { as, db, org } = await testApp();
const manager = as('manager');
const erase = (id: number, confirmation: string) =>
  manager.post(`/api/v1/members/${id}/erasing`, { confirmation }, { key: randomUUID() });

describe('erasing a member on request', () => {
  it('is refused while value or cards are left, and says what', async () => {
    const member = await aMember(db, { name: '赵敏' });
    await toppedUp(db, member, { principalCents: 12_00, bonusCents: 3_00, points: 4 });
    await anActiveCard(db, { memberId: member.memberId });
    const standing = { principalCents: 12_00, bonusCents: 3_00, points: 4, cards: 1 };
    const answer = await manager.get(`/api/v1/members/${member.memberId}/erasing`);
    expect(answer.body).toMatchObject({ ...standing, clear: false });
    expect(await erase(member.memberId, '赵敏')).toMatchObject({
      status: 409,
      body: { code: 'erase.something_remains', params: standing },
    });
  });

  it('needs the name in words, and the right', async () => {
    const { memberId } = await aMember(db, { name: '赵敏' });
    expect(await erase(memberId, '张敏')).toMatchObject({
      status: 422,
      body: { code: 'erase.confirmation_wrong' },
    });
    const cashier = await as('cashier').post(
      `/api/v1/members/${memberId}/erasing`,
      { confirmation: '赵敏' },
      { key: randomUUID() },
    );
    expect(cashier).toMatchObject({
      status: 403,
      body: { params: { permission: 'member.erase' } },
    });
  });

  it('leaves nothing personal anywhere, and the books as they are', async () => {
    const secret = [
      '钱多多',
      '小多',
      '19900006000',
      '19900006001',
      '不吃辣',
      '喜欢靠窗',
      '谈过退卡',
      '四零二室',
    ];
    const { memberId } = await aMember(db, { name: '钱多多', phone: '19900006000' });
    const path = `/api/v1/members/${memberId}`;
    const edited = await manager.patch(path, {
      nickname: '小多',
      phone: '19900006001',
      preferences: '不吃辣',
      note: '喜欢靠窗',
      birthday: { calendar: 'solar', year: 1988, month: 8, day: 8 },
      version: 1,
    });
    expect(edited.status).toBe(200);
    await manager.post(`${path}/contacts`, { channel: 'phone', body: '谈过退卡' });
    const document = { documentKind: 'other', name: '四零二室', version: 0 };
    await manager.put(`${path}/identity`, document, { key: randomUUID() });
    await db.query(
      `INSERT INTO message (kind, member_id, store_id, phone, body, segments, status)
       VALUES ('sale', $1, $2, '19900006001', '钱多多，您好', 1, 'sent')`,
      [memberId, org.renminId],
    );
    const merged = await aMember(db, { name: '钱多多', phone: '19900006002' });
    await manager.post(`${path}/merge`, { mergedMemberId: merged.memberId }, { key: randomUUID() });

    expect((await erase(memberId, '钱多多')).status).toBe(201);
    const rows = await db.query<{ text: string }>(
      `SELECT m::text AS text FROM member m WHERE id = ANY ($1)
       UNION ALL SELECT k::text FROM member_key k WHERE member_id = ANY ($1)
       UNION ALL SELECT c::text FROM member_contact c WHERE member_id = ANY ($1)
       UNION ALL SELECT i::text FROM member_identity i WHERE member_id = ANY ($1)
       UNION ALL SELECT g::text FROM message g WHERE member_id = ANY ($1)
       UNION ALL SELECT a::text FROM audit_record a
       UNION ALL SELECT d::text FROM command d
       UNION ALL SELECT o::text FROM outbox o`,
      [[memberId, merged.memberId]],
    );
    const everything = rows.map(({ text }) => text).join('\n');
    for (const word of [...secret, '19900006002', '1988']) expect(everything).not.toContain(word);
    for (const id of [memberId, merged.memberId]) {
      expect(await manager.get(`/api/v1/members/${id}`)).toMatchObject({
        status: 409,
        body: { code: 'member.erased' },
      });
    }
    expect((await manager.get('/api/v1/members/lookup?q=19900006001')).body.match).toBe('none');
    // The phone is free for whoever has it next.
    await aMember(db, { phone: '19900006001' });
  });

  it("can't be done twice, and nobody else's records can be cleaned", async () => {
    const { memberId } = await aMember(db, { name: '孙悟' });
    await erase(memberId, '孙悟');
    expect(await erase(memberId, '孙悟')).toMatchObject({
      status: 409,
      body: { code: 'member.erased' },
    });
    const live = await aMember(db);
    await expect(db.query('SELECT scrub_member_records($1)', [live.memberId])).rejects.toThrow(
      'is not erased',
    );
  });
});
