import { categoryTree } from './category-tree.rules.js';
import { eanCheckDigit, isBarcode, isPaymentCode, withEanCheckDigit } from './barcode.rules.js';
import { productKeys } from './product-key.rules.js';

describe('EAN-13', () => {
  it.each([
    ['690123456789', 2],
    ['400638133393', 1],
    ['978020137962', 4],
  ])('%s ends with %i', (first12, digit) => {
    expect(eanCheckDigit(first12)).toBe(digit);
  });

  it('refuses 13 digits with a wrong check digit, and takes other codes as they are', () => {
    expect(isBarcode('6901234567892')).toBe(true);
    expect(isBarcode('6901234567893')).toBe(false);
    expect(isBarcode('20001234')).toBe(true);
    expect(isBarcode('SH-0042')).toBe(true);
    expect(isBarcode('洗发水')).toBe(false);
    expect(isBarcode('123')).toBe(false);
  });

  it('adds the digit that makes a code valid', () => {
    expect(withEanCheckDigit('690123456789')).toBe('6901234567892');
    expect(() => withEanCheckDigit('1')).toThrow(RangeError);
  });
});

describe('payment codes', () => {
  it.each(['134567890123456789', '281234567890123456', '3012345678901234'])(
    'knows %s as one',
    (code) => {
      expect(isPaymentCode(code)).toBe(true);
    },
  );
  it.each(['6901234567892', '164567890123456789', '2412345678901234', '12345'])(
    'does not take %s for one',
    (code) => {
      expect(isPaymentCode(code)).toBe(false);
    },
  );
});

describe('what a product is found by', () => {
  const keys = (
    kind: string,
    product = { name: '洗发水 500ml', sku: 'XF-01', barcodes: ['6901234567892'] },
  ) =>
    productKeys(product)
      .filter((key) => key.kind === kind)
      .map(({ key }) => key);

  it('every end of the name, of its pinyin and of its initials', () => {
    expect(keys('name').slice(0, 3)).toEqual(['洗发水500ml', '发水500ml', '水500ml']);
    expect(keys('pinyin')).toEqual(['xifashui500ml', 'fashui500ml', 'shui500ml', '500ml']);
    expect(keys('initials')).toEqual(['xfs500ml', 'fs500ml', 's500ml', '500ml']);
  });

  it('its codes, without regard to case', () => {
    expect(keys('sku')).toEqual(['xf-01']);
    expect(keys('barcode')).toEqual(['6901234567892']);
  });

  it('keeps full-width letters and capitals as they are typed', () => {
    expect(keys('name', { name: 'ＡＢ膜', sku: 'S', barcodes: [] })).toEqual(['ab膜', 'b膜', '膜']);
  });
});

describe('the category tree', () => {
  it('puts children under their parents in the order given', () => {
    const row = (id: number, parentId: number | null, depth: number) => ({
      id,
      parentId,
      depth,
      code: `C${id}`,
      name: `c${id}`,
    });
    const tree = categoryTree([
      row(1, null, 1),
      row(2, null, 1),
      row(4, 1, 2),
      row(3, 1, 2),
      row(5, 4, 3),
    ]);
    expect(tree.map(({ id }) => id)).toEqual([1, 2]);
    expect(tree[0]?.children.map(({ id }) => id)).toEqual([4, 3]);
    expect(tree[0]?.children[0]?.children.map(({ id }) => id)).toEqual([5]);
  });
});
