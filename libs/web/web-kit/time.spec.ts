import { formatDay, formatInstant, setDisplayZone } from './time.js';

describe('instants by the stores’ clock', () => {
  afterEach(() => setDisplayZone(undefined));

  it('shows an instant as the store’s clock showed it', () => {
    setDisplayZone('Asia/Shanghai');
    expect(formatInstant('2020-11-22T18:30:00.000Z')).toBe('2020-11-23 02:30');
    expect(formatInstant('2020-11-22T18:30:00.000Z', { timezone: 'Europe/London' })).toBe(
      '2020-11-22 18:30',
    );
  });

  it('keeps the year of another year, even where short', () => {
    expect(formatDay('2001-05-06', { short: true })).toBe('2001-05-06');
    expect(formatDay('2001-05-06T00:00:00Z')).toBe('2001-05-06');
  });

  it('leaves what is no instant as it is', () => {
    expect(formatInstant('soon')).toBe('soon');
  });
});
