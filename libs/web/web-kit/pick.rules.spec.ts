import { groupRows } from './pick.rules.js';

describe('the rows of a pick dialog', () => {
  const rows = ['top up', 'freeze', 'transfer', 'close'];
  const words = (row: string) => (row.startsWith('t') ? 'value' : 'card');

  it('stand in one group without words where nothing groups them', () => {
    expect(groupRows(rows, undefined)).toEqual([
      { words: '', rows: rows.map((row, index) => ({ row, index })) },
    ]);
  });

  it('stand under their words, the words that come first first', () => {
    expect(groupRows(rows, words).map((group) => [group.words, group.rows.length])).toEqual([
      ['value', 2],
      ['card', 2],
    ]);
  });

  it('are counted as they are seen, so that an arrow goes to the next one below', () => {
    const seen = groupRows(rows, words).flatMap((group) => group.rows);
    expect(seen.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(seen.map(({ row }) => row)).toEqual(['top up', 'transfer', 'freeze', 'close']);
  });
});
