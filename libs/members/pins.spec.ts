import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#testing';
import { PinsService } from './index.js';
import { aMember, FIXTURE_PIN } from './members.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { app, db } = await testApp({ clock });
const pins = app.get(PinsService, { strict: false });

describe('a PIN at the till', () => {
  it('counts wrong ones, locks at the fifth for 15 minutes, and then lets the right one in', async () => {
    clock.set('2026-11-22T03:00:00Z');
    const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
    for (const attemptsLeft of [4, 3, 2, 1]) {
      await expect(pins.assertPin(memberId, '000001')).rejects.toMatchObject({
        code: 'member.wrong_pin',
        params: { attemptsLeft },
      });
    }
    const locked = { code: 'member.pin_locked', params: { until: '2026-11-22T03:15:00.000Z' } };
    await expect(pins.assertPin(memberId, '000001')).rejects.toMatchObject(locked);
    await expect(pins.assertPin(memberId, FIXTURE_PIN)).rejects.toMatchObject(locked);
    clock.set('2026-11-22T03:15:00Z');
    await pins.assertPin(memberId, FIXTURE_PIN);
    await expect(pins.assertPin(memberId, '000001')).rejects.toMatchObject({
      params: { attemptsLeft: 4 },
    });
  });

  it('gives fifty guesses at once no more tries than five', async () => {
    const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
    const guesses = Array.from({ length: 50 }, (_, i) => String(100_002 + i));
    const answers = await Promise.allSettled(guesses.map((pin) => pins.assertPin(memberId, pin)));
    const codes = answers.map((answer) =>
      answer.status === 'rejected' ? answer.reason.code : 'in',
    );
    expect(codes.filter((code) => code === 'member.wrong_pin')).toHaveLength(4);
    expect(codes.filter((code) => code === 'member.pin_locked')).toHaveLength(46);
  });

  it('does not judge the PIN of a command that was answered', async () => {
    const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
    const key = randomUUID();
    await db.query(
      "INSERT INTO command (key, name, fingerprint, result) VALUES ($1, 'sale.create', 'x', '{}')",
      [key],
    );
    await pins.assertPin(memberId, '000001', { key });
    await expect(pins.assertPin(memberId, '000001')).rejects.toMatchObject({
      params: { attemptsLeft: 4 },
    });
  });

  it('is set once, and never a weak one', async () => {
    const { memberId } = await aMember(db);
    await expect(pins.assertPin(memberId, FIXTURE_PIN)).rejects.toMatchObject({
      code: 'member.pin_not_set',
    });
    const set = (pin: string) => db.write((tx) => pins.setFirst(tx, memberId, pin));
    await expect(set('123456')).rejects.toMatchObject({ code: 'member.pin_too_weak' });
    await set(FIXTURE_PIN);
    await pins.assertPin(memberId, FIXTURE_PIN);
    await expect(set('864209')).rejects.toMatchObject({ code: 'member.pin_already_set' });
  });
});
