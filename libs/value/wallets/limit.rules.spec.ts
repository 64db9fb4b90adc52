import { companyFinding, faceValueFinding, type PrepaidLimits } from './limit.rules.js';

const limits = (mode: 'off' | 'warn' | 'stop' = 'stop'): PrepaidLimits => ({
  registered: { mode, cents: 5_000_00 },
  unregistered: { mode, cents: 1_000_00 },
  company: { mode, fromCents: 5_000_00 },
});
const held = { registered: true, faceBeforeCents: 3_800_00 + 200_00 + 50_00 };

describe('the limit of a prepaid card (golden G29)', () => {
  it('lets 800.00 + 80.00 onto 3,800.00 + 200.00 + 50.00 of a registered member', () => {
    expect(faceValueFinding(held, 880_00, limits())).toBeNull();
  });

  it('stops 1,000.00 + 100.00 there and says that 950.00 is left, bonus counted', () => {
    expect(faceValueFinding(held, 1_100_00, limits())).toEqual({
      mode: 'stop',
      registered: true,
      limitCents: 5_000_00,
      roomLeftCents: 950_00,
    });
  });

  it('stops 1,000.00 + 100.00 for a nickname and a phone', () => {
    const finding = faceValueFinding({ registered: false, faceBeforeCents: 0 }, 1_100_00, limits());
    expect(finding).toMatchObject({
      registered: false,
      limitCents: 1_000_00,
      roomLeftCents: 1_000_00,
    });
  });

  it.each([
    ['exactly the limit', 950_00, null],
    ['a cent more', 950_01, 'stop'],
    ['nothing, where the limit was passed long ago', 0, null],
  ])('says of %s: %s', (_what, added, expected) => {
    expect(faceValueFinding(held, added, limits())?.mode ?? null).toBe(expected);
  });

  it('warns or says nothing, as the chain decided', () => {
    expect(faceValueFinding(held, 1_100_00, limits('warn'))?.mode).toBe('warn');
    expect(faceValueFinding(held, 1_100_00, limits('off'))).toBeNull();
  });

  it('never speaks of room below zero', () => {
    const above = { registered: true, faceBeforeCents: 6_000_00 };
    expect(faceValueFinding(above, 1, limits())?.roomLeftCents).toBe(0);
  });
});

describe('a company', () => {
  it.each([
    ['6,000.00 in cash', 6_000_00, 'cash', true, 'stop'],
    ['5,000.00 by card', 5_000_00, 'bank_card', true, 'stop'],
    ['4,999.99 in cash', 4_999_99, 'cash', true, null],
    ['6,000.00 by bank transfer', 6_000_00, 'bank_transfer', true, null],
    ['6,000.00 in cash, a person', 6_000_00, 'cash', false, null],
  ])('paying %s', (_what, amountCents, tender, company, expected) => {
    expect(companyFinding({ company, amountCents, tender }, limits())?.mode ?? null).toBe(expected);
  });
});
