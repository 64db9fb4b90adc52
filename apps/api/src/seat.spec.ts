import { randomUUID } from 'node:crypto';
import { aMember } from '../../../libs/membership/members/members.fixtures.js';
import { testApp } from '#workshop/testing';

// A browser has one session for all its tabs. What a tab asks for belongs to the session and till that it shows.
const api = await testApp();
const { as, db, org } = api;

const seatOf = async (who: ReturnType<typeof as>): Promise<string> =>
  (await who.get('/api/v1/session')).body.seat;
const entriesOf = (memberId: number) =>
  db.query('SELECT id FROM ledger.entry WHERE member_id = $1', [memberId]);

async function topUp(who: ReturnType<typeof as>, seat?: string) {
  const { memberId } = await aMember(db);
  const answer = await who.post(
    `/api/v1/members/${memberId}/top-ups`,
    { amountCents: 60_00, tender: 'cash' },
    { key: randomUUID(), headers: seat === undefined ? {} : { 'x-seat': seat } },
  );
  return { memberId, answer };
}

describe('an act of a tab', () => {
  it('is done where it shows the session and till that act', async () => {
    const cashier = as('cashier');
    expect((await topUp(cashier, await seatOf(cashier))).answer.status).toBe(201);
  });

  it('is refused, and moves nothing, where another tab signed somebody else in', async () => {
    const browser = as('cashier');
    const shown = await seatOf(browser);
    await browser.post('/api/v1/session', { login: 'manager', password: 'shuke-test' });
    await browser.put('/api/v1/session/till', { tillId: org.binjiangTillId });
    const { memberId, answer } = await topUp(browser, shown);
    expect([answer.status, answer.body.code, answer.body.judged]).toEqual([
      409,
      'session.changed',
      undefined,
    ]);
    expect(await entriesOf(memberId)).toEqual([]);
    expect((await topUp(browser, await seatOf(browser))).answer.status).toBe(201);
  });

  it('is refused where the same person went to another till or signed in anew', async () => {
    const browser = as('manager');
    const shown = await seatOf(browser);
    await browser.put('/api/v1/session/till', { tillId: org.binjiangTillId });
    expect((await topUp(browser, shown)).answer.body.code).toBe('session.changed');
    const moved = await seatOf(browser);
    await browser.post('/api/v1/session', { login: 'manager', password: 'shuke-test' });
    expect((await topUp(browser, moved)).answer.body.code).toBe('session.changed');
  });

  it('is refused in the office too, and for the session itself: its till and its lock', async () => {
    const browser = as('head');
    const shown = { headers: { 'x-seat': await seatOf(browser) } };
    await browser.post('/api/v1/session', { login: 'manager', password: 'shuke-test' });
    for (const answer of [
      await browser.put('/api/v1/settings/receipt.footer', { value: 'x', version: 0 }, shown),
      await browser.put('/api/v1/session/till', { tillId: org.renminTillId }, shown),
      await browser.put('/api/v1/session/lock', {}, shown),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'session.changed']);
  });

  it('is the signed-in person’s where a program says nothing of a screen; what is only read is answered', async () => {
    const cashier = as('cashier');
    expect((await topUp(cashier)).answer.status).toBe(201);
    const read = await cashier.get('/api/v1/session', { headers: { 'x-seat': '0.0' } });
    expect(read.status).toBe(200);
  });

  it('is refused for a seat that nobody has', async () => {
    expect((await topUp(as('cashier'), 'constructor')).answer.body.code).toBe('session.changed');
  });
});
