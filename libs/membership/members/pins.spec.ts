import { randomUUID } from 'node:crypto';
import { type DeskTill, FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { PinsService } from './index.js';
import { aMember, FIXTURE_PIN } from './members.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T03:00:00Z'));
const { app, as, db, org } = await testApp({ clock });
const pins = app.get(PinsService, { strict: false });
const at = (tillId: number) =>
  ({ tillId, storeId: org.renminId, timezone: 'Asia/Shanghai', cutoverHour: 5 }) as DeskTill;
const cashier = { staffId: org.staffIds.cashier, till: at(org.renminTillId) };

describe('a PIN at the till', () => {
  it('counts wrong ones, locks at the fifth for 15 minutes, and then lets the right one in', async () => {
    clock.set('2026-11-22T03:00:00Z');
    const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
    for (const attemptsLeft of [4, 3, 2, 1]) {
      await expect(pins.assertPin(cashier, memberId, '000001')).rejects.toMatchObject({
        code: 'member.wrong_pin',
        params: { attemptsLeft },
      });
    }
    const locked = { code: 'member.pin_locked', params: { until: '2026-11-22T03:15:00.000Z' } };
    await expect(pins.assertPin(cashier, memberId, '000001')).rejects.toMatchObject(locked);
    await expect(pins.assertPin(cashier, memberId, FIXTURE_PIN)).rejects.toMatchObject(locked);
    clock.set('2026-11-22T03:15:00Z');
    await pins.assertPin(cashier, memberId, FIXTURE_PIN);
    await expect(pins.assertPin(cashier, memberId, '000001')).rejects.toMatchObject({
      params: { attemptsLeft: 4 },
    });
  });

  it('gives fifty guesses at once no more tries than five', async () => {
    const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
    const guesses = Array.from({ length: 50 }, (_, i) => String(100_002 + i));
    const answers = await Promise.allSettled(
      guesses.map((pin) => pins.assertPin(cashier, memberId, pin)),
    );
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
    await pins.assertPin(cashier, memberId, '000001', { key });
    await expect(pins.assertPin(cashier, memberId, '000001')).rejects.toMatchObject({
      params: { attemptsLeft: 4 },
    });
  });

  it('is set once, and never a weak one', async () => {
    const { memberId } = await aMember(db);
    await expect(pins.assertPin(cashier, memberId, FIXTURE_PIN)).rejects.toMatchObject({
      code: 'member.pin_not_set',
    });
    const set = (pin: string) => db.write((tx) => pins.setFirst(tx, memberId, pin, org.renminId));
    await expect(set('123456')).rejects.toMatchObject({ code: 'member.pin_too_weak' });
    await set(FIXTURE_PIN);
    await pins.assertPin(cashier, memberId, FIXTURE_PIN);
    await expect(set('864209')).rejects.toMatchObject({ code: 'member.pin_already_set' });
  });
});

describe('one PIN tried with member after member', () => {
  const wrong =
    (who = cashier) =>
    async () => {
      const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
      return pins.assertPin(who, memberId, '000001').catch((error: { code: string }) => error.code);
    };
  const wrongOnes = async (times: number, who = cashier) =>
    new Set(await Promise.all(Array.from({ length: times }, wrong(who))));
  const tooMany = (retryAfterSeconds: number, until: string) => ({
    code: 'member.too_many_wrong_pins',
    status: 429,
    params: { retryAfterSeconds, until },
  });
  let memberId: number;
  beforeEach(async () => ({ memberId } = await aMember(db, { pin: FIXTURE_PIN })));
  const right = (who = cashier) => pins.assertPin(who, memberId, FIXTURE_PIN);

  it('ends at twelve a minute, also for a right one: the person waits everywhere, the till for all', async () => {
    clock.set('2026-11-23T03:00:00Z');
    expect(await wrongOnes(11)).toEqual(new Set(['member.wrong_pin']));
    await right();
    expect(await wrongOnes(1)).toEqual(new Set(['member.wrong_pin']));
    const refusal = tooMany(60, '2026-11-23T03:01:00.000Z');
    const elsewhere = at(org.binjiangTillId);
    const manager = { staffId: org.staffIds.manager, till: elsewhere };
    await expect(right()).rejects.toMatchObject(refusal);
    await expect(right({ ...cashier, till: elsewhere })).rejects.toMatchObject(refusal);
    await expect(right({ ...manager, till: cashier.till })).rejects.toMatchObject(refusal);
    await right(manager);
    clock.set('2026-11-23T03:01:00Z');
    await right();
    expect(
      await db.query(
        "SELECT staff_id, store_id, subject_id, after FROM audit_record WHERE action = 'member.try_pins'",
      ),
    ).toEqual([
      {
        staff_id: cashier.staffId,
        store_id: org.renminId,
        subject_id: String(cashier.staffId),
        after: { until: '2026-11-23T03:01:00.000Z' },
      },
    ]);
  });

  it('gets no further with fifty at once', async () => {
    clock.set('2026-11-24T03:00:00Z');
    const answers = await Promise.all(Array.from({ length: 50 }, wrong()));
    expect(answers.filter((code) => code === 'member.wrong_pin')).toHaveLength(12);
    expect(answers.filter((code) => code === 'member.too_many_wrong_pins')).toHaveLength(38);
  });

  it('ends at thirty an hour for a person, who waits until the hour is over', async () => {
    clock.set('2026-11-25T03:00:00Z');
    await wrongOnes(1);
    await db.query("UPDATE lookup_miss SET hour_misses = 30 WHERE scope = 'pin_staff'");
    clock.set('2026-11-25T03:10:00Z');
    await expect(right()).rejects.toMatchObject(tooMany(3_000, '2026-11-25T04:00:00.000Z'));
    clock.set('2026-11-25T04:00:00Z');
    await right();
  });

  it('stays counted though the act is refused, and keeps no answered command from its answer', async () => {
    clock.set('2026-11-26T03:00:00Z');
    const browser = as('cashier');
    const change = (oldPin: string, key: string) =>
      browser.put(`/api/v1/members/${memberId}/pin`, { oldPin, pin: '135790' }, { key });
    expect((await change('000001', randomUUID())).body.code).toBe('member.wrong_pin');
    const counted = `SELECT scope, subject_id AS id, minute_misses AS misses FROM lookup_miss
                      WHERE scope LIKE 'pin_%' AND minute_from = $1 ORDER BY scope`;
    expect(await db.query(counted, [clock.now()])).toEqual([
      { scope: 'pin_staff', id: cashier.staffId, misses: 1 },
      { scope: 'pin_till', id: org.renminTillId, misses: 1 },
    ]);
    const key = randomUUID();
    expect((await change(FIXTURE_PIN, key)).status).toBe(200);
    await wrongOnes(11);
    expect((await change(FIXTURE_PIN, key)).headers['idempotency-replayed']).toBe('true');
    const refused = await change('135790', randomUUID());
    expect(refused).toMatchObject({ status: 429, body: { code: 'member.too_many_wrong_pins' } });
    expect(refused.headers['retry-after']).toBe('60');
  });
});
