import { knownLayout, moved, resized, sameLayout, toggled } from './column-layout.js';

const COLUMNS = [{ id: 'name' }, { id: 'phone', hidden: true }, { id: 'level' }].map((column) => ({
  label: column.id,
  ...column,
}));
const ids = (layout: readonly { id: string }[]) => layout.map(({ id }) => id).join(' ');

describe('the columns of a list', () => {
  it('are what the list brings until somebody chooses', () => {
    expect(ids(knownLayout([], COLUMNS))).toBe('name level');
  });

  it('forget what no list has any more, and what was written twice', () => {
    const stored = [{ id: 'gone' }, { id: 'level' }, { id: 'level' }, { id: 'phone' }];
    expect(ids(knownLayout(stored, COLUMNS))).toBe('level phone');
    expect(ids(knownLayout([{ id: 'gone' }], COLUMNS))).toBe('name level');
  });

  it('move by places and stay at the ends', () => {
    const layout = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    expect(ids(moved(layout, 'c', -1))).toBe('a c b');
    expect(ids(moved(layout, 'a', -1))).toBe('a b c');
    expect(ids(moved(layout, 'a', 9))).toBe('b c a');
    expect(ids(moved(layout, 'x', 1))).toBe('a b c');
  });

  it('are hidden and shown; the last one stays', () => {
    expect(ids(toggled([{ id: 'a' }, { id: 'b' }], 'a'))).toBe('b');
    expect(ids(toggled([{ id: 'b' }], 'a'))).toBe('b a');
    expect(ids(toggled([{ id: 'b' }], 'b'))).toBe('b');
  });

  it('have widths within bounds, or none', () => {
    const layout = [{ id: 'a' }, { id: 'b', width: 90 }];
    expect(resized(layout, 'a', 20)).toEqual([
      { id: 'a', width: 48 },
      { id: 'b', width: 90 },
    ]);
    expect(resized(layout, 'b', 9_999)[1]).toEqual({ id: 'b', width: 1_200 });
    expect(resized(layout, 'b', null)[1]).toEqual({ id: 'b' });
  });

  it('are the same with the same order and width', () => {
    expect(sameLayout([{ id: 'a' }], [{ id: 'a', width: null }])).toBe(true);
    expect(sameLayout([{ id: 'a' }], [{ id: 'a', width: 60 }])).toBe(false);
    expect(sameLayout([{ id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'a' }])).toBe(false);
  });
});
