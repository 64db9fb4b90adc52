import { foldBarcode } from '#kernel';
import { testApp } from '#workshop/testing';
import { aCategory, aProduct } from './catalogue.fixtures.js';

const { as, db } = await testApp();
const [cashier, head] = [as('cashier'), as('head')];
const scan = async (q: string) =>
  (await cashier.get('/api/v1/products/lookup', { query: { q } })).body;
const save = async (sku: string, barcodes: string[]) =>
  head.post('/api/v1/products', {
    sku,
    name: `商品${sku}`,
    kind: 'goods',
    unit: '件',
    categoryId: await db.write((tx) => aCategory(tx)),
    listPriceCents: 10_00,
    barcodes,
  });

describe('one barcode, one writing', () => {
  it('is scanned as UPC-A, EAN-13 and GTIN-14; a case is another product', async () => {
    const [can, box] = await db.write(async (tx) => [
      await aProduct(tx, { barcodes: ['036000291452'] }),
      await aProduct(tx, { barcodes: ['10036000291459'] }),
    ]);
    for (const code of [
      '036000291452',
      '0036000291452',
      '00036000291452',
      '０36000291452',
      '36000291452',
    ])
      expect(await scan(code)).toMatchObject({ match: 'exact', products: [{ id: can }] });
    expect(await scan('10036000291459')).toMatchObject({ match: 'exact', products: [{ id: box }] });
    // Typed, it is still found by its beginning.
    expect((await scan('0360002')).products).toMatchObject([{ id: can }]);
  });

  it('belongs to one product, however it is written', async () => {
    expect((await save('B1', ['0012345678905'])).status).toBe(201);
    for (const code of ['012345678905', '00012345678905'])
      expect(await save('B2', [code])).toMatchObject({
        status: 409,
        body: { code: 'product.barcode_taken' },
      });
    expect((await save('B3', ['10012345678902'])).status).toBe(201);
    const twice = await save('B4', ['036000291469', '0036000291469']);
    expect(twice.body.barcodes).toEqual(['036000291469']);
  });

  it('is folded by the database as by the kernel', async () => {
    const codes = [
      '036000291452',
      '036000291453',
      '96385074',
      '0000096385074',
      '00000000',
      'SH-0042',
      '00123456',
      '6901234567892',
    ];
    const folded = await db.query<{ code: string; folded: string }>(
      'SELECT code, barcode_folded(code) AS folded FROM unnest($1::text[]) AS code',
      [codes],
    );
    for (const row of folded) expect(row.folded).toBe(foldBarcode(row.code));
  });

  it('is no card: what a magnetic stripe sends is never goods', async () => {
    await db.write((tx) => aProduct(tx, { sku: '6800102732742401' }));
    expect(await scan(';6800102732742401?')).toEqual({ match: 'none', products: [] });
  });
});
