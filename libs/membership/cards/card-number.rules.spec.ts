import fc from 'fast-check';
import { cardNumber, checkDigitOf, isCardNo, typedCardNo } from './card-number.rules.js';

describe('card numbers', () => {
  it('ends with the check digit of the rest', () => {
    // The example of ISO/IEC 7812.
    expect(checkDigitOf('7992739871')).toBe(3);
    expect(cardNumber('68001027', '4413920')).toBe(
      `680010274413920${checkDigitOf('680010274413920')}`,
    );
    expect(isCardNo(cardNumber('68000001', '0000000'))).toBe(true);
  });

  it('finds out every single misread digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 1, max: 9 }),
        (secret, place, difference) => {
          const cardNo = cardNumber('68000001', String(secret).padStart(7, '0'));
          const misread = (Number(cardNo[place]) + difference) % 10;
          return !isCardNo(cardNo.slice(0, place) + misread + cardNo.slice(place + 1));
        },
      ),
    );
  });

  it.each(['', '6800000100000', '68000001000000AB', '680000010000000000', '6800000100000001'])(
    '"%s" is no card number',
    (text) => expect(isCardNo(text)).toBe(false),
  );

  it('takes a number as it was typed', () => {
    expect(typedCardNo(' 6800 0001-0000 0003 ')).toBe('6800000100000003');
    expect(typedCardNo('vip００1')).toBe('VIP001');
  });
});
