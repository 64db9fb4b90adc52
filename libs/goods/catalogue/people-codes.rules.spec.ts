import { readsAsPerson } from './people-codes.rules.js';

it.each([
  ['a card', '6800102770779745'],
  ['a card in full-width digits', '６８００１０２７７０７７９７４５'],
  ['a card off its stripe', ';6800102770779745?'],
  ['a mobile', '13812345678'],
  ['a mobile with dashes', '138-1234-5678'],
])('%s is of a person', (_what, code) => expect(readsAsPerson(code)).toBe(true));

it.each([
  ['an EAN-13 code', '6901234567892'],
  ['a UPC-A code that begins as a landline does', '036000291452'],
  ['a GTIN-14 of a case', '10036000291459'],
  ['16 digits without the check digit of a card', '6800102770779746'],
  ['an SKU', 'YZ-1'],
  ['eleven digits that begin with 2', '21234567890'],
])('%s is of goods', (_what, code) => expect(readsAsPerson(code)).toBe(false));
