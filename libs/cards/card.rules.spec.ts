import { CARD_STATUSES, canBecome, isUsable } from './card.rules.js';

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
