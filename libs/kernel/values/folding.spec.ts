import {
  foldBarcode,
  foldCardNo,
  foldName,
  foldPhone,
  foldSku,
  isStripe,
  phoneKind,
  plainCode,
  plainText,
  visibleText,
} from './folding.js';

const LRE = '\u202A';
const PDF = '\u202C';

describe('one phone, one writing', () => {
  it.each([
    '13900019991',
    '8613900019991',
    '+86 139 0001 9991',
    '+86-139-0001-9991',
    '(+86) 13900019991',
    '0086 13900019991',
    '086 13900019991',
    '013900019991',
    '１３９０００１９９９１',
    '＋８６ １３９ ０００１ ９９９１',
    `${LRE}13900019991${PDF}`,
    '\uFEFF139\u200B0001\u20609991',
    '139\u00AD0001\u00AD9991',
    '139–0001—9991',
    '139\u00A00001\u30009991',
  ])('%j is 13900019991', (typed) => expect(foldPhone(typed)).toBe('13900019991'));

  it.each([
    ['+86 10 8888 6666', '01088886666', 'landline'],
    ['0086-21-12345678', '02112345678', 'landline'],
    ['010-8888 6666', '01088886666', 'landline'],
    ['+86 0571 8765 4321', '057187654321', 'landline'],
    ['0771 1234567', '07711234567', 'landline'],
    ['8888 6666', '88886666', 'local'],
    ['400-820-8820', '4008208820', 'service'],
    ['+852 9123 4567', '+85291234567', 'foreign'],
    ['0085291234567', '+85291234567', 'foreign'],
    ['+1 212 555 0123', '+12125550123', 'foreign'],
  ])('%s is kept as %s, a %s number', (typed, kept, kind) => {
    expect(foldPhone(typed)).toBe(kept);
    expect(phoneKind(kept)).toBe(kind);
  });

  it.each([
    ['a mobile with a digit missing', '1390001999'],
    ['a mobile with a digit too many', '139000199911'],
    ['a country code and ten digits', '+861390001999'],
    ['86 and twelve digits', '86139000199911'],
    ['another country without its +', '85291234567'],
    ['the end of a phone', '9991'],
    ['five digits', '12345'],
    ['letters', '1390001999a'],
    ['nothing', ''],
  ])('%s is no phone', (_what, typed) => expect(phoneKind(foldPhone(typed))).toBeUndefined());

  it('folds what is folded to itself', () => {
    for (const typed of ['8613900019991', '+86 10 8888 6666', '0085291234567', '013900019991'])
      expect(foldPhone(foldPhone(typed))).toBe(foldPhone(typed));
  });
});

describe('one name, one writing', () => {
  it.each([
    ['王\u200B小\u202E明\uFEFF', '王小明'],
    ['  Anna \t Lee ', 'Anna Lee'],
    ['\u2066李雷\u2069', '李雷'],
    ['\u200B\uFEFF\u3164', ''],
    ['👨\u200D👩\u200D👧', '👨\u200D👩\u200D👧'],
    ['❤\uFE0F', '❤\uFE0F'],
    ['王\u200D明', '王明'],
    ['王\u00AD明', '王明'],
  ])('%j is kept as %j', (typed, kept) => expect(foldName(typed)).toBe(kept));

  it('is compared in half width, small letters, without accents', () => {
    expect(plainText('ＷＸＭ１')).toBe('wxm1');
    expect(plainText('José Lǚ')).toBe('jose lu');
    expect(plainText('王\u200D\uFE0F明')).toBe('王明');
    expect(plainText('가나')).toBe('가나');
  });

  it('of a text drops only what nobody sees', () => {
    expect(visibleText('a\u202E b\n')).toBe('a b\n');
  });
});

describe('one card, one writing', () => {
  it.each([
    '6800102732742401',
    ' 6800 1027-3274 2401 ',
    '６８００１０２７３２７４２４０１',
    '\u202A6800102732742401\u202C',
    ';6800102732742401?',
    '；6800102732742401？',
    ';6800102732742401=25121011000?',
    ';6800102732742401?\r',
    '%B6800102732742401^ZHOU/RUOTONG^2512101?;6800102732742401=2512101?',
    '%b6800102732742401^zhou/ruotong^2512101?',
    '%6800102732742401?',
  ])('%j is 6800102732742401', (typed) => expect(foldCardNo(typed)).toBe('6800102732742401'));

  it('keeps letters of old numbers, in capitals', () => {
    expect(foldCardNo('vip００1')).toBe('VIP001');
    expect(foldCardNo('%vip001?')).toBe('VIP001');
    expect(foldCardNo('%B0012345?')).toBe('B0012345');
  });

  it('knows a stripe from what was typed', () => {
    expect(isStripe('；6800102732742401？')).toBe(true);
    expect(isStripe('%B6800102732742401^ZHOU^2512?')).toBe(true);
    expect(isStripe('6800102732742401')).toBe(false);
    expect(isStripe('何时到?')).toBe(false);
  });
});

describe('one SKU, one writing', () => {
  it('is kept in half width without blanks, and compared in small letters', () => {
    expect(plainCode(' Ｔ－１\u200B ａ ')).toBe('T-1a');
    expect(foldSku('Ｔ－１ ａ')).toBe(foldSku('t-1A'));
  });
});

describe('one barcode, one writing', () => {
  it.each([
    '036000291452',
    '0036000291452',
    '00036000291452',
    '０36000291452',
    ' 036000291452\u200E',
  ])('UPC-A, EAN-13 and GTIN-14 %j are one', (code) =>
    expect(foldBarcode(code)).toBe('36000291452'),
  );

  it('a case with the same goods is another product', () => {
    expect(foldBarcode('10036000291459')).toBe('10036000291459');
  });

  it('an EAN-8 with zeros in front is the same goods', () => {
    expect(foldBarcode('96385074')).toBe('96385074');
    expect(foldBarcode('0000096385074')).toBe('96385074');
  });

  it.each([
    ['a code of one’s own with a wrong check digit', '036000291453'],
    ['another length', '00123456'],
    ['only zeros', '00000000'],
  ])('%s keeps its zeros', (_what, code) => expect(foldBarcode(code)).toBe(code));

  it('letters are compared as small ones', () => {
    expect(foldBarcode('SH-0042')).toBe('sh-0042');
  });
});
