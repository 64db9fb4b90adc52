import {
  isUnfinishedNumber,
  readCents,
  readMilli,
  readPlainDecimal,
  readTenThousandths,
  readWhole,
  type ReadNumber,
} from './written-number.js';

const said = (read: ReadNumber) => ('value' in read ? read.value : read.problem);

describe('money as people write it', () => {
  it.each([
    ['1234.50', 1_234_50],
    ['1,234.50', 1_234_50],
    ['1,000', 1_000_00],
    ['1,234,567', 1_234_567_00],
    ['１，２３４．５０', 1_234_50],
    ['５０．５', 50_50],
    ['50。5', 50_50],
    ['.5', 50],
    ['5.', 5_00],
    ['+5', 5_00],
    ['1234.5000', 1_234_50],
    ['0.500', 50],
    ['¥ 200', 200_00],
    ['￥１２.３０', 12_30],
    ['-¥5', -5_00],
    ['−5', -5_00],
    ['(3)', -3_00],
    ['-0', 0],
    ['12元', 12_00],
    ['50元整', 50_00],
    ['RMB50', 50_00],
    ['50 CNY', 50_00],
    ['\u202A50.00\u202C', 50_00],
    ['007', 7_00],
  ])('reads %p as %p 分', (text, cents) => {
    expect(said(readCents(text))).toBe(cents);
  });

  it.each([
    '1,20',
    '1，20',
    '0,5',
    '12,34',
    '1234,5',
    '1234,50',
    '10,00',
    '1,2,3',
    '0,500',
    '1,2345',
    '12,345,6',
    '1.234,50',
    '1.234.567',
    '1.000',
    "1'000",
    '1 20',
    '1 000',
  ])('refuses %p, which can be read in two ways', (text) => {
    expect(said(readCents(text))).toBe('unclear_separator');
  });

  it.each([
    ['', 'not_a_number'],
    ['.', 'not_a_number'],
    ['-', 'not_a_number'],
    ['五十', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['1e3', 'not_a_number'],
    ['12a', 'not_a_number'],
    ['--1', 'not_a_number'],
    ['9'.repeat(50), 'not_a_number'],
    ['0.2345', 'too_many_decimals'],
    ['1234567890123', 'too_large'],
  ])('refuses %p as %s', (text, problem) => {
    expect(said(readCents(text))).toBe(problem);
  });
});

describe('quantities, points and rates', () => {
  it.each([
    ['1.5', 1_500],
    ['1.500', 1_500],
    ['1,234.5', 1_234_500],
    ['1,234,567', 1_234_567_000],
    ['1,500', 'unclear_separator'],
    ['1,5', 'unclear_separator'],
    ['1 0', 'unclear_separator'],
    ['0.8841', 'too_many_decimals'],
    ['¥5', 'not_a_number'],
  ])('reads the quantity %p as %p thousandths', (text, milli) => {
    expect(said(readMilli(text))).toBe(milli);
  });

  it.each([
    ['1,000', 1_000],
    ['１２', 12],
    ['12.0', 12],
    ['1,5', 'unclear_separator'],
    ['12,0', 'unclear_separator'],
    ['1.000', 'unclear_separator'],
    ['1.5', 'not_whole'],
    ['¥5', 'not_a_number'],
  ])('reads the whole number %p as %p', (text, count) => {
    expect(said(readWhole(text))).toBe(count);
  });

  it('reads up to four decimals in ten-thousandths', () => {
    expect(said(readTenThousandths('1.5'))).toBe(15_000);
    expect(said(readTenThousandths('0.8875'))).toBe(8_875);
    expect(said(readTenThousandths('1,5'))).toBe('unclear_separator');
  });

  it('reads what a spreadsheet keeps as a number by its point', () => {
    expect(said(readPlainDecimal('1.23', 2))).toBe(123);
    expect(said(readPlainDecimal('-5', 2))).toBe(-500);
    expect(said(readPlainDecimal('1.005', 2))).toBe('too_many_decimals');
    expect(said(readPlainDecimal('1.005', 0))).toBe('not_whole');
    expect(said(readPlainDecimal('1e21', 2))).toBe('not_a_number');
  });
});

it('lets a number be typed key by key', () => {
  for (const text of ['', '-', '¥', '.', '1,', '1,2', '1,23', '1,234,5', '１，'])
    expect(isUnfinishedNumber(text)).toBe(true);
  for (const text of ['12,34,', '0,5', '1234,5', 'a', '1,2,', '1 2'])
    expect(isUnfinishedNumber(text)).toBe(false);
});
