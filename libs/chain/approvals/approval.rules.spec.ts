import { type ApprovedAct, areFacts, isSameAct, requestBound, statusOf } from './approval.rules.js';

const at = (time: string) => new Date(`2026-11-22T${time}:00Z`);
const act: ApprovedAct = {
  kind: 'wallet.withdraw',
  subject: { kind: 'member', id: 7 },
  storeId: 2,
  amountCents: 800_00,
  facts: { bonusVoidedCents: 80_00, toMemberName: null },
};

describe('a request', () => {
  it.each([
    ['pending', '10:29', 'pending'],
    ['pending', '10:30', 'expired'],
    ['approved', '10:29', 'approved'],
    ['approved', '10:30', 'expired'],
    ['refused', '12:00', 'refused'],
    ['cancelled', '12:00', 'cancelled'],
    ['used', '12:00', 'used'],
  ] as const)('that is %s is at %s %s, when it expires at 10:30', (status, now, expected) => {
    expect(statusOf({ status, expiresAt: at('10:30') }, at(now))).toBe(expected);
  });
});

describe('what was approved', () => {
  it('is what is done, whatever the order of its facts', () => {
    expect(isSameAct(act, { ...act, facts: { bonusVoidedCents: 80_00 } })).toBe(true);
    const facts = { a: 1, b: 'x' };
    expect(isSameAct({ ...act, facts }, { ...act, facts: { b: 'x', a: 1 } })).toBe(true);
  });

  it.each([
    ['another act', { kind: 'wallet.transfer' }],
    ['another member', { subject: { kind: 'member', id: 8 } }],
    ['a card of that id', { subject: { kind: 'card', id: 7 } }],
    ['another store', { storeId: 3 }],
    ['another amount', { amountCents: 800_01 }],
    ['other facts', { facts: { bonusVoidedCents: 0 } }],
  ])('is not %s', (_what, change) => {
    expect(isSameAct(act, { ...act, ...change })).toBe(false);
  });
});

describe('facts', () => {
  it.each([
    ['nothing', {}, true],
    ['words and numbers', { reason: '买错了', points: 50, agreed: true, until: null }, true],
    ['a list', { lots: [1] }, false],
    ['a structure', { member: { name: '王' } }, false],
    ['a fraction', { rate: 0.5 }, false],
    ['a long text', { reason: 'x'.repeat(201) }, false],
    ['a control character', { reason: 'a\u0007' }, false],
    ['a strange key', { 'a b': 1 }, false],
    ['too many', Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`f${i}`, i])), false],
    ['no object', 'x', false],
    ['null', null, false],
  ])('may be %s: %#', (_what, facts, expected) => {
    expect(areFacts(facts)).toBe(expected);
  });
});

describe('how many requests one person may ask', () => {
  it.each([
    [19, 59, null],
    [20, 20, 20],
    [0, 60, 60],
  ])('with %i open and %i within an hour: bound %s', (open, lastHour, bound) => {
    expect(requestBound({ open, lastHour })).toBe(bound);
  });
});
