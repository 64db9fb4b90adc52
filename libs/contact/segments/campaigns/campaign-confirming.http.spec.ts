import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { readers } from './campaigns.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { db, org, as } = await testApp({ clock });
const head = as('head');

describe('before a campaign', () => {
  it('people see who gets it, who does not and why, and what it costs', async () => {
    const yes = await readers(db, 2, { storeId: org.renminId });
    const others = [
      ...(await readers(db, 1, { phone: null })),
      ...(await readers(db, 1, { smsMarketing: null })),
      ...(await readers(db, 1, { smsMarketing: false })),
    ];
    const ask = (body: string, more = {}) =>
      head.post('/api/v1/campaigns/preview', { memberIds: [...yes, ...others], body, ...more });
    const { body: plain } = await ask('字'.repeat(60));
    expect(plain).toMatchObject({
      members: 5,
      reachable: 2,
      noPhone: 1,
      notAsked: 1,
      noConsent: 1,
      parts: 2,
      exact: true,
      priceMills: 45,
      costCents: 9,
      waiting: 0,
      waitingUntil: null,
    });
    expect((await ask('字'.repeat(61))).body).toMatchObject({ parts: 4, costCents: 18 });
    const { body: named } = await ask('{name}您好，您在{门店}有{points}分');
    expect(named.samples).toHaveLength(2);
    expect(named.samples[0].text).toMatch(/^【熟客】王小\d+您好，您在人民路店有0分拒收请回复R$/);
    const night = await ask('晚安', { scheduledAt: '2026-11-22T14:00:00Z' });
    expect(night.body).toMatchObject({ waiting: 2, waitingUntil: '2026-11-23T01:00:00.000Z' });
    expect((await ask('{nmae}')).body.unknown).toEqual(['{nmae}']);
  });

  it('it is refused where nobody gets it, the text is wrong, the time is past or the audience grew', async () => {
    const [one = 0, ...more] = await readers(db, 15);
    const [unwilling = 0] = await readers(db, 1, { smsMarketing: false });
    const ask = async (input: object) => {
      const all = { name: '回馈', body: '您好', memberIds: [one], expected: 1, ...input };
      const { body } = await head.post('/api/v1/campaigns', all, { key: randomUUID() });
      return body.code;
    };
    expect(await ask({ memberIds: [unwilling] })).toBe('campaign.nobody');
    expect(await ask({ body: '{vorname}' })).toBe('message_template.unknown_variable');
    expect(await ask({ body: '一半{' })).toBe('message_template.unknown_variable');
    expect(await ask({ memberIds: [one, ...more] })).toBe('campaign.audience_changed');
    expect(await ask({ scheduledAt: '2026-11-21T04:00:00Z' })).toBe('campaign.in_the_past');
    expect(await ask({ scheduledAt: '2027-11-21T04:00:00Z' })).toBe('campaign.too_far');
    expect(await ask({ memberIds: undefined })).toBe('request.invalid');
    expect(await ask({ memberIds: undefined, segmentId: 999 })).toBe('request.invalid');
  });

  it('one confirmation makes one campaign', async () => {
    const memberIds = await readers(db, 1);
    const input = { name: '一次', body: '您好', memberIds, expected: 1 };
    const key = randomUUID();
    const first = await head.post('/api/v1/campaigns', input, { key });
    const again = await head.post('/api/v1/campaigns', input, { key });
    expect([first.status, again.body]).toEqual([201, first.body]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await as('cashier').get('/api/v1/campaigns')).status).toBe(403);
  });
});
