import { testApp } from '#workshop/testing';
import { anActiveCard } from '../../membership/cards/cards.fixtures.js';
import { aMember } from '../../membership/members/members.fixtures.js';
import { aCategory, aProduct } from './catalogue.fixtures.js';

const { db, org, as } = await testApp();
const [head, cashier] = [as('head'), as('cashier')];
const categoryId = await db.write((tx) => aCategory(tx, { name: '洗护' }));

let count = 0;
const input = (more: object = {}) => {
  count += 1;
  return {
    sku: `XF-${count}`,
    name: `去屑洗发水${count}`,
    kind: 'goods',
    unit: '瓶',
    categoryId,
    listPriceCents: 89_00,
    ...more,
  };
};
const create = (more: object = {}) => head.post('/api/v1/products', input(more));
const lookup = async (q: string) =>
  (await cashier.get('/api/v1/products/lookup', { query: { q } })).body;

describe('a product', () => {
  it('is created with codes and search keys, and the change is recorded', async () => {
    const { status, body } = await create({ barcodes: ['6901234567892'], costCents: 40_00 });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'goods',
      categoryName: '洗护',
      barcodes: ['6901234567892'],
      priceCents: 89_00,
      discountable: true,
      weighed: false,
      status: 'active',
      costCents: 40_00,
      storePrices: [],
    });
    const [audited] = await db.query<{ after: { sku: string } }>(
      `SELECT after FROM audit_record WHERE action = 'product.create' AND subject_id = $1`,
      [String(body.id)],
    );
    expect(audited?.after.sku).toBe(body.sku);
  });

  it('keeps what an edit leaves out, and is found by its new name only', async () => {
    const { body: made } = await create({
      name: '旧名护发素',
      barcodes: ['4006381333931'],
      costCents: 1,
    });
    const edit = {
      ...input({ sku: made.sku, name: '新名护发素' }),
      status: 'active',
      version: made.version,
    };
    const { body, status } = await head.put(`/api/v1/products/${made.id}`, edit);
    expect([status, body.name, body.barcodes, body.costCents]).toEqual([
      200,
      '新名护发素',
      ['4006381333931'],
      1,
    ]);
    expect((await lookup('jmhfs')).match).toBe('none');
    expect((await lookup('xmhfs')).products).toMatchObject([{ id: made.id }]);
  });

  it.each([
    ['product.barcode_invalid', { barcodes: ['6901234567893'] }],
    ['category.not_found', { categoryId: 999_999 }],
    ['product.service_has_no_weight', { kind: 'service', weighed: true }],
    ['request.invalid', { listPriceCents: 1.5 }],
    ['request.invalid', { barcodes: ['有汉字'] }],
    ['request.invalid', { barcodes: '6901234567892' }],
    ['product.barcode_of_person', { barcodes: ['6901234567892', '6800102770779745'] }],
    ['product.barcode_of_person', { barcodes: ['13812345678'] }],
    ['product.sku_of_person', { sku: '13812345678' }],
  ])('is refused with %s', async (code, more) => {
    const answer = await create(more);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('takes no number of a card of a previous system, and may keep one that it had', async () => {
    const { memberId } = await aMember(db);
    await anActiveCard(db, { memberId, cardNo: 'VIP00123' });
    const taken = await create({ barcodes: ['vip00123'] });
    expect([taken.status, taken.body.code]).toEqual([422, 'product.barcode_of_person']);
    expect((await create({ sku: 'vip-00123' })).body.code).toBe('product.sku_of_person');
    const sku = '6800102770779745';
    const id = await db.write((tx) => aProduct(tx, { sku, barcodes: ['vip00123'] }));
    const kept = await head.put(`/api/v1/products/${id}`, input({ sku, version: 1 }));
    expect([kept.status, kept.body.barcodes]).toEqual([200, ['vip00123']]);
    const shown = await head.get('/api/v1/reports/number-collisions/rows');
    expect(shown.body.rows).toMatchObject([
      { kind: 'card', number: 'VIP00123', otherName: kept.body.name },
    ]);
  });

  it('has an SKU and barcodes of its own, and stays what it is', async () => {
    const { body } = await create({ barcodes: ['9780201379624'] });
    expect((await create({ sku: body.sku })).body.code).toBe('product.sku_taken');
    expect((await create({ barcodes: ['9780201379624'] })).body.code).toBe('product.barcode_taken');
    const other = await head.put(
      `/api/v1/products/${body.id}`,
      input({ kind: 'service', version: 1 }),
    );
    expect([other.status, other.body.code]).toEqual([409, 'product.kind_fixed']);
    expect((await head.put('/api/v1/products/999999', input({ version: 1 }))).body.code).toBe(
      'product.not_found',
    );
  });

  it('is changed by those who may', async () => {
    expect((await cashier.post('/api/v1/products', input())).body.code).toBe('access.forbidden');
    expect((await cashier.get('/api/v1/products')).status).toBe(200);
  });
});

describe('the lookup at the till', () => {
  it('opens a barcode or a whole SKU at once, anything else gives candidates', async () => {
    const { body: one } = await create({
      name: '柚子护手霜',
      sku: 'YZ-1',
      barcodes: ['6920000000012'],
    });
    await create({ name: '柚子润唇膏', sku: 'YZ-2' });
    expect(await lookup('6920000000012')).toMatchObject({
      match: 'exact',
      products: [
        {
          id: one.id,
          barcode: '6920000000012',
          priceCents: 89_00,
          onHandMilli: 0,
          categoryName: '洗护',
        },
      ],
    });
    expect(await lookup('yz-1')).toMatchObject({ match: 'exact', products: [{ id: one.id }] });
    for (const q of ['柚子', '子护', 'youzi', 'YZ', 'yz-', 'hushoushuang']) {
      const { match, products } = await lookup(q);
      expect([q, match]).toEqual([q, 'candidates']);
      expect(products).toContainEqual(expect.objectContaining({ id: one.id }));
    }
    expect((await lookup('没有的东西')).match).toBe('none');
  });

  it('puts the exact name first', async () => {
    await create({ name: '苹果汁' });
    const { body: apple } = await create({ name: '苹果' });
    expect((await lookup('苹果')).products[0].id).toBe(apple.id);
  });

  it('shows the price of the store, and not what is discontinued', async () => {
    const { body } = await create({ name: '薄荷糖', sku: 'BHT' });
    const { storePrices } = (
      await head.put(`/api/v1/products/${body.id}/store-prices/${org.renminId}`, {
        priceCents: 5_00,
        version: 1,
      })
    ).body;
    expect(storePrices).toEqual([
      { storeId: org.renminId, storeName: '人民路店', priceCents: 5_00 },
    ]);
    expect((await lookup('BHT')).products[0].priceCents).toBe(5_00);
    await head.put(`/api/v1/products/${body.id}/store-prices/${org.renminId}`, {
      priceCents: null,
      version: 2,
    });
    expect((await lookup('BHT')).products[0].priceCents).toBe(89_00);
    await head.put(
      `/api/v1/products/${body.id}`,
      input({ sku: 'BHT', status: 'discontinued', version: 3 }),
    );
    expect((await lookup('BHT')).match).toBe('none');
  });

  it('never takes a payment code for a product (golden G35), and needs a till', async () => {
    await create({ name: '怪码', barcodes: ['134567890123456789'] });
    expect((await lookup('134567890123456789')).match).toBe('none');
    expect((await head.get('/api/v1/products/lookup', { query: { q: 'x' } })).body.code).toBe(
      'session.no_till',
    );
  });

  it.each(['%', "'", '\\', '💥', 'a'.repeat(60)])('answers %s without harm', async (q) => {
    expect((await lookup(q)).match).toBe('none');
  });
});

describe('categories', () => {
  it('are a tree of three levels', async () => {
    const add = async (code: string, parentId?: number) =>
      head.post('/api/v1/categories', { code, name: code, parentId });
    const top = (await add('A')).body.id;
    const middle = (await add('A1', top)).body.id;
    const leaf = (await add('A11', middle)).body.id;
    expect((await add('A111', leaf)).body.code).toBe('category.too_deep');
    expect((await add('A')).body.code).toBe('category.code_taken');
    const tree = (await cashier.get('/api/v1/categories')).body as {
      code: string;
      children: object[];
    }[];
    expect(tree.find(({ code }) => code === 'A')).toMatchObject({
      children: [{ code: 'A1', depth: 2, children: [{ code: 'A11', depth: 3, children: [] }] }],
    });
    const { body } = await create({ categoryId: leaf });
    const rows = (await head.get('/api/v1/products', { query: { categoryId: String(top) } })).body
      .rows;
    expect(rows).toMatchObject([{ id: body.id }]);
  });
});
