import {
  actsOn,
  benefitsRest,
  CARD_ACTS,
  CARD_STATUSES,
  type CardStatus,
  canBecome,
  isUsable,
} from './card.rules.js';

describe('what a card may become', () => {
  const allowed = new Set([
    'in_stock → active',
    'active → lost',
    'active → replaced',
    'active → closed',
    'lost → active',
    'lost → replaced',
  ]);
  const pairs = CARD_STATUSES.flatMap((from) => CARD_STATUSES.map((to) => [from, to] as const));

  it.each(pairs)('%s → %s', (from, to) => {
    expect(canBecome(from, to)).toBe(allowed.has(`${from} → ${to}`));
  });

  it('is usable only while it is active', () => {
    expect(CARD_STATUSES.filter(isUsable)).toEqual(['active']);
  });
});

describe('the acts on a card', () => {
  it('never lead where no transition does', () => {
    const moves = Object.values(CARD_ACTS).flatMap((act) =>
      'to' in act ? act.from.map((from) => canBecome(from, act.to)) : [],
    );
    expect(moves).toEqual(moves.map(() => true));
  });

  it.each([
    ['in_stock', ['activate', 'transfer', 'receive']],
    [
      'active',
      [
        'pay',
        'topUp',
        'showCode',
        'reportLost',
        'replace',
        'extend',
        'setLimit',
        'unbind',
        'close',
      ],
    ],
    ['lost', ['unfreeze', 'replace', 'extend', 'setLimit', 'unbind']],
    ['replaced', []],
    ['closed', []],
  ] as const)('%s: %j', (status, acts) => {
    expect(actsOn(status)).toEqual(acts);
  });
});

describe('benefits past the last day of a card', () => {
  const card = (cardNo: string, expired: boolean, status: CardStatus = 'active') => ({
    cardNo,
    expired,
    status,
  });

  it('rest with the card that was read, whatever the others say', () => {
    const cards = [card('A', true), card('B', false)];
    expect(benefitsRest(cards, 'A')).toBe(true);
    expect(benefitsRest(cards, 'B')).toBe(false);
  });

  it('rest without a card when all in use have ended', () => {
    expect(benefitsRest([card('A', true), card('B', true)], null)).toBe(true);
    expect(benefitsRest([card('A', true), card('B', false)], null)).toBe(false);
    expect(benefitsRest([card('A', true), card('B', false, 'lost')], null)).toBe(true);
  });

  it('do not rest for who has no card', () => {
    expect(benefitsRest([], null)).toBe(false);
    expect(benefitsRest([card('A', true, 'closed')], null)).toBe(false);
  });
});
