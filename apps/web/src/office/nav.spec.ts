import { isPageOf, menuOf, type PlacedEntry } from './nav.js';

const entry = (route: string, more: Partial<PlacedEntry> = {}): PlacedEntry => ({
  area: 'membership',
  order: 1,
  route,
  label: route,
  permission: `${route}.read`,
  ...more,
});
const ENTRIES = [
  entry('stores', { area: 'chain' }),
  entry('cards', { order: 2 }),
  entry('ranges', { order: 4, tabOf: 'cards' }),
  entry('stock', { order: 3, tabOf: 'cards' }),
  entry('members'),
];
const shown = (may: (permission: string) => boolean) =>
  menuOf(ENTRIES, may).map(({ area, lines }) => [
    area,
    lines.map(({ route, tabs }) => [route, tabs.map((tab) => tab.route)]),
  ]);

describe('the menu', () => {
  it('has the areas in their order, and what belongs together as tabs of one page', () => {
    expect(shown(() => true)).toEqual([
      [
        'membership',
        [
          ['members', ['members']],
          ['cards', ['cards', 'stock', 'ranges']],
        ],
      ],
      ['chain', [['stores', ['stores']]]],
    ]);
  });

  it('shows no area without a page', () => {
    expect(shown((permission) => permission === 'stores.read')).toEqual([
      ['chain', [['stores', ['stores']]]],
    ]);
  });

  it('makes a line of a tab whose page is not permitted', () => {
    expect(shown((permission) => /stock|ranges/.test(permission))).toEqual([
      ['membership', [['stock', ['stock', 'ranges']]]],
    ]);
  });

  it('knows a record by its list', () => {
    expect(isPageOf(entry('members'), { name: 'member', meta: { nav: 'members' } })).toBe(true);
    expect(isPageOf(entry('members'), { name: 'cards', meta: {} })).toBe(false);
  });
});
