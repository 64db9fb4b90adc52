import {
  afterAct,
  audienceGrewTooMuch,
  CAMPAIGN_ACTS,
  CAMPAIGN_STATUSES,
  campaignSuppression,
  costCents,
  isQuiet,
  quietUntil,
} from './campaign.rules.js';

describe('quiet hours', () => {
  const night = { from: 21, to: 9 };

  it.each([
    // 20:59, 21:00, 08:59 and 09:00 in Shanghai.
    ['2026-11-22T12:59:59Z', 'Asia/Shanghai', false],
    ['2026-11-22T13:00:00Z', 'Asia/Shanghai', true],
    ['2026-11-22T00:59:59Z', 'Asia/Shanghai', true],
    ['2026-11-22T01:00:00Z', 'Asia/Shanghai', false],
    // The same instant is afternoon in Ürümqi’s clock and night in Auckland’s.
    ['2026-11-22T13:00:00Z', 'Asia/Urumqi', false],
    ['2026-11-22T13:00:00Z', 'Pacific/Auckland', true],
  ])('%s in %s: %s', (at, timezone, quiet) => {
    expect(isQuiet(new Date(at), timezone, night)).toBe(quiet);
  });

  it('end at the hour, also across midnight', () => {
    const until = (at: string) => quietUntil(new Date(at), 'Asia/Shanghai', night)?.toISOString();
    expect(until('2026-11-22T13:30:15.500Z')).toBe('2026-11-23T01:00:00.000Z');
    expect(until('2026-11-22T00:30:00Z')).toBe('2026-11-22T01:00:00.000Z');
    expect(until('2026-11-22T04:00:00Z')).toBeUndefined();
  });

  it('may lie within a day, or not be at all', () => {
    const noon = new Date('2026-11-22T04:30:00Z');
    expect(quietUntil(noon, 'Asia/Shanghai', { from: 12, to: 14 })?.toISOString()).toBe(
      '2026-11-22T06:00:00.000Z',
    );
    expect(isQuiet(noon, 'Asia/Shanghai', { from: 9, to: 9 })).toBe(false);
  });
});

describe('who gets no advertising', () => {
  const member = { status: 'active', phone: '13800000000', smsMarketing: true };

  it.each([
    [member, null],
    [{ ...member, status: 'merged' }, 'member_gone'],
    [{ ...member, phone: null }, 'no_phone'],
    [{ ...member, smsMarketing: null }, 'not_asked'],
    [{ ...member, smsMarketing: false }, 'no_consent'],
  ])('%j: %s', (to, reason) => {
    expect(campaignSuppression(to)).toBe(reason);
  });
});

describe('a campaign', () => {
  it('stands where the table says after each act', () => {
    const table = CAMPAIGN_STATUSES.map((status) => [
      status,
      ...CAMPAIGN_ACTS.map((act) => afterAct(status, act) ?? '-'),
    ]);
    expect(table).toEqual([
      // status, pause, resume, cancel, retry
      ['scheduled', 'paused', '-', 'cancelled', '-'],
      ['running', 'paused', '-', 'cancelled', '-'],
      ['paused', '-', 'scheduled', 'cancelled', '-'],
      ['done', '-', '-', '-', 'running'],
      ['cancelled', '-', '-', '-', '-'],
      ['failed', '-', 'scheduled', 'cancelled', '-'],
    ]);
  });

  it('costs its parts at thousandths of a yuan, half up', () => {
    expect([costCents(100, 45), costCents(1, 45), costCents(1, 44), costCents(0, 45)]).toEqual([
      450, 5, 4, 0,
    ]);
  });

  it('may grow a little between the confirmation and the sending', () => {
    expect(audienceGrewTooMuch(5, 15)).toBe(false);
    expect(audienceGrewTooMuch(5, 16)).toBe(true);
    expect(audienceGrewTooMuch(1_000, 1_100)).toBe(false);
    expect(audienceGrewTooMuch(1_000, 1_101)).toBe(true);
    expect(audienceGrewTooMuch(1_000, 3)).toBe(false);
  });
});
