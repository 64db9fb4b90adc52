import { readQuery, worthSearching } from './query.rules.js';

describe('the one box', () => {
  it.each([
    '134512345678901234',
    '1345 1234 5678 9012 34',
    '281234567890123456',
    '3012345678901234',
  ])('never looks up the payment code %s', (code) =>
    expect(readQuery(code)).toEqual({ kind: 'payment_code' }),
  );

  it.each([
    [' 6800 1027 4413 9208 ', '6800102744139208'],
    ['１３８００００２０４６', '13800002046'],
    ['周 若彤', '周 若彤'],
    ['单田芳 1100', '单田芳 1100'],
    [';6800102732742401?', '6800102732742401'],
    ['%B6800102732742401^ZHOU/RUOTONG^2512?', '6800102732742401'],
    ['\u202A13800002046\u202C', '13800002046'],
    ['6901028075763', '6901028075763'],
    ['ZRT', 'ZRT'],
  ])('sends %s as it was meant', (typed, text) => {
    expect(readQuery(typed)).toEqual({ kind: 'search', text });
  });

  it('sends nothing for nothing', () => {
    expect(readQuery('   ')).toEqual({ kind: 'nothing' });
  });

  it('looks from one hanzi or two letters on', () => {
    expect(['周', 'z', 'zr', '1'].map(worthSearching)).toEqual([true, false, true, false]);
  });
});
