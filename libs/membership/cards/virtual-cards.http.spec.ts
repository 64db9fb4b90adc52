import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { aMember } from '../members/members.fixtures.js';
import { anActiveCard } from './cards.fixtures.js';
import { CardsService } from './index.js';
import { readVirtualCode } from './virtual-code-form.rules.js';
import { codePart, judgeCode, stepOf, virtualCode } from './virtual-code.rules.js';

const NOON = '2026-11-22T04:00:00Z';
const clock = new FixedClock(new Date(NOON));
const { app, as, db } = await testApp({ clock });
const cards = app.get(CardsService, { strict: false });
const cashier = as('cashier');
const at = (seconds: number) =>
  clock.set(new Date(Date.parse(NOON) + seconds * 1000).toISOString());
const read = (code: string) => cards.byVirtualCode(db, code);

async function aCardOnAPhone() {
  const { memberId } = await aMember(db);
  const { cardNo } = await anActiveCard(db, { memberId });
  const show = async () =>
    (await cashier.get(`/api/v1/cards/${cardNo}/virtual-code`)).body as {
      code: string;
      used: boolean;
      validUntil: string;
    };
  return { cardNo, show };
}

describe('codes of virtual cards', () => {
  const card = { handle: 'ABCD1234', secret: Buffer.alloc(32, 7), lastStep: 0 };
  const step = stepOf(new Date(NOON));
  const { proof = '' } = readVirtualCode(virtualCode(card, step)) ?? {};

  it('are known by their beginning and are never a card number', () => {
    expect(virtualCode(card, step)).toMatch(/^SK1ABCD1234[0-9A-Z]{8}$/);
    expect(readVirtualCode(` ${virtualCode(card, step).toLowerCase()} `)).toEqual({
      handle: 'ABCD1234',
      proof,
    });
    expect(readVirtualCode('6800000112345674')).toBeUndefined();
    expect(codePart(Buffer.from([255, 255, 255, 255, 255]))).toBe('ZZZZZZZZ');
    expect(codePart(Buffer.from([0, 0, 0, 0, 1]))).toBe('00000001');
  });

  it.each([
    ['now', step, { step }],
    ['a minute later', step + 1, { step }],
    ['a minute early', step - 1, { step }],
    ['two minutes later', step + 2, 'expired'],
    ['two minutes early', step - 2, 'wrong'],
    ['an hour later', step + 60, 'wrong'],
  ])('read %s', (_, now, verdict) => {
    expect(judgeCode(card, proof, now)).toEqual(verdict);
  });

  it('are good for one reading, and so are the older ones', () => {
    expect(judgeCode({ ...card, lastStep: step }, proof, step)).toBe('used');
    expect(judgeCode({ ...card, lastStep: step + 1 }, proof, step + 1)).toBe('used');
  });
});

describe('a card on a phone', () => {
  it('is read once; the next code comes with the next minute', async () => {
    at(0);
    const { cardNo, show } = await aCardOnAPhone();
    const first = await show();
    expect(first).toMatchObject({ used: false, validUntil: '2026-11-22T04:01:00.000Z' });
    expect((await show()).code).toBe(first.code);
    expect(await read(first.code)).toMatchObject({ cardNo, status: 'active' });
    await expect(read(first.code)).rejects.toMatchObject({ code: 'card.code_used' });
    expect((await show()).used).toBe(true);
    at(60);
    const next = await show();
    expect(next.code).not.toBe(first.code);
    expect(next.code.slice(0, 11)).toBe(first.code.slice(0, 11));
    expect(await read(next.code)).toMatchObject({ cardNo });
  });

  it('says when a code is over, and nothing about a code that never was', async () => {
    at(0);
    const { show } = await aCardOnAPhone();
    const { code } = await show();
    at(180);
    await expect(read(code)).rejects.toMatchObject({ code: 'card.code_expired' });
    expect(await read(`${code.slice(0, 11)}00000000`)).toBeUndefined();
    expect(await read('SK1ZZZZZZZZ00000000')).toBeUndefined();
  });

  it('is read by one of two tills that scan it at once', async () => {
    at(0);
    const { show } = await aCardOnAPhone();
    const { code } = await show();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => read(code)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('shows nothing for a card that is lost, and keeps its secret to itself', async () => {
    at(0);
    const { cardNo, show } = await aCardOnAPhone();
    await show();
    const { events } = (await cashier.get(`/api/v1/cards/${cardNo}`)).body;
    expect(events).toMatchObject([{ action: 'card.show_code', after: null }]);
    await db.query("UPDATE card SET status = 'lost' WHERE card_no = $1", [cardNo]);
    const answer = await cashier.get(`/api/v1/cards/${cardNo}/virtual-code`);
    expect(answer).toMatchObject({ status: 409, body: { code: 'card.lost' } });
  });
});
