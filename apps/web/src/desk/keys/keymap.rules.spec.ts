import {
  chordLabel,
  chordOf,
  chordProblem,
  commandOf,
  commandsOf,
  DEFAULT_KEYMAP,
  readKeymap,
} from './keymap.rules.js';

const press = (code: string, altKey = false) => ({
  code,
  altKey,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
});

describe('the keys of the till', () => {
  it('by default take nothing the browser keeps, and no key twice', () => {
    for (const command of commandsOf(DEFAULT_KEYMAP)) {
      expect([command, chordProblem(DEFAULT_KEYMAP[command], command, DEFAULT_KEYMAP)]).toEqual([
        command,
        null,
      ]);
    }
  });

  it.each(['Alt+KeyD', 'Alt+KeyE', 'Alt+KeyF', 'F1', 'F5', 'F11', 'F12', 'Alt+F4'])(
    '%s stays with the browser',
    (chord) => expect(chordProblem(chord, 'pay', DEFAULT_KEYMAP)).toBe('browser_keeps'),
  );

  it('are found by where the key is, whatever the input method makes of it', () => {
    expect(commandOf(chordOf(press('KeyP', true)), DEFAULT_KEYMAP)).toBe('reprint');
    expect(commandOf(chordOf(press('Digit1', true)), DEFAULT_KEYMAP)).toBe('tenderWallet');
    expect(commandOf(chordOf(press('Numpad3', true)), DEFAULT_KEYMAP)).toBe('tenderCash');
    expect(commandOf(chordOf(press('F2')), DEFAULT_KEYMAP)).toBe('pay');
  });

  it('leave plain letters, digits and the browser’s Ctrl keys to the focused box', () => {
    expect(chordOf(press('KeyP'))).toBeNull();
    expect(chordOf(press('Digit1'))).toBeNull();
    expect(chordOf({ ...press('KeyT', true), ctrlKey: true })).toBeNull();
  });

  it('refuse a key that another command has', () => {
    expect(chordProblem('F2', 'member', DEFAULT_KEYMAP)).toBe('taken');
    expect(chordProblem('Alt+KeyZ', 'member', DEFAULT_KEYMAP)).toBeNull();
    expect(chordProblem(null, 'member', DEFAULT_KEYMAP)).toBe('not_a_key');
  });

  it('come back as they were stored, and as delivered when what was stored is no use', () => {
    expect(readKeymap({ pay: 'Alt+KeyZ' }).pay).toBe('Alt+KeyZ');
    expect(readKeymap({ pay: 'F12' })).toEqual(DEFAULT_KEYMAP);
    expect(readKeymap({ pay: 'F4' })).toEqual(DEFAULT_KEYMAP);
    expect(readKeymap({ pay: 'F4', item: 'F2' })).toMatchObject({ pay: 'F4', item: 'F2' });
    expect(readKeymap('?')).toEqual(DEFAULT_KEYMAP);
  });

  it('of a line that a capability sells are kept and refused like the others', () => {
    const delivered = { ...DEFAULT_KEYMAP, 'line.quick': 'Alt+KeyJ' };
    expect(commandOf(chordOf(press('KeyJ', true)), delivered)).toBe('line.quick');
    expect(chordProblem('Alt+KeyJ', 'lock', delivered)).toBe('taken');
    expect(readKeymap({ 'line.quick': 'Alt+KeyZ' }, delivered)['line.quick']).toBe('Alt+KeyZ');
    expect(readKeymap({ 'line.quick': 'F2' }, delivered)).toEqual(delivered);
  });

  it('are written as on the key caps', () => {
    expect(['F2', 'Alt+KeyP', 'Alt+Digit1'].map(chordLabel)).toEqual(['F2', 'Alt P', 'Alt 1']);
  });
});
