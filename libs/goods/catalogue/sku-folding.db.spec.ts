import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foldSku, ROOT_FOLDER } from '#kernel';
import { testApp } from '#workshop/testing';
import pg from 'pg';
import { aCategory } from './catalogue.fixtures.js';

const { as, database, db } = await testApp();
const [head, cashier] = [as('head'), as('cashier')];
const categoryId = await db.write((tx) => aCategory(tx));
const input = (sku: string, more: object = {}) => ({
  ...{ sku, name: `商品${sku}`, kind: 'goods', unit: '件', categoryId, listPriceCents: 10_00 },
  ...more,
});
const save = (sku: string, more: object = {}) => head.post('/api/v1/products', input(sku, more));

describe('one SKU, one writing', () => {
  it('is kept in half width, as it is looked up, its letters as written', async () => {
    const { status, body } = await save('Ｔ－１ ａ\u200B', {
      barcodes: ['０３６０００２９１４５２'],
    });
    expect([status, body.sku, body.barcodes]).toEqual([201, 'T-1a', ['036000291452']]);
    const lookup = (q: string) => cashier.get('/api/v1/products/lookup', { query: { q } });
    for (const q of ['t-1A', 'Ｔ－１Ａ', '０３６０００２９１４５２'])
      expect((await lookup(q)).body).toMatchObject({ match: 'exact', products: [{ id: body.id }] });
  });

  it('belongs to one product, in capitals or small letters', async () => {
    const { body } = await save('T2');
    for (const sku of ['t2', 'Ｔ２', 'T2'])
      expect(await save(sku)).toMatchObject({ status: 409, body: { code: 'product.sku_taken' } });
    const { id, version } = (await save('T3')).body;
    const moved = await head.put(`/api/v1/products/${id}`, input('t2', { version }));
    expect([moved.status, moved.body.code]).toEqual([409, 'product.sku_taken']);
    // Its own may change its letters.
    const own = await head.put(`/api/v1/products/${body.id}`, input('t2', { version: 1 }));
    expect([own.status, own.body.sku]).toEqual([200, 't2']);
  });

  it('is folded by the database as by the kernel', async () => {
    const skus = ['T1', 'Ab-9_.z', 'Ｔ１', 'I'];
    const rows = await db.query<{ sku: string; folded: string }>(
      'SELECT sku, sku_folded(sku) AS folded FROM unnest($1::text[]) AS sku',
      [skus],
    );
    for (const { sku, folded } of rows) expect(folded).toBe(foldSku(sku));
  });
});

describe('the step that folds SKUs', () => {
  it('keeps what collides, reports it, and lets it go on', async () => {
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    // As it was before the step.
    await owner.query(`
      DROP INDEX product_sku_folded_key;
      ALTER TABLE product DROP COLUMN sku_doubled;
      DROP FUNCTION sku_folded(text)`);
    const insert = (sku: string) =>
      owner.query<{ id: string }>(
        "INSERT INTO product (sku, name, kind, unit, category_id, list_price_cents) VALUES ($1, $1, 'goods', '件', $2, 100) RETURNING id",
        [sku, categoryId],
      );
    const [first, second] = [await insert('Q1'), await insert('q1')].map(({ rows }) =>
      Number(rows[0]?.id),
    );
    await owner.query(
      await readFile(join(ROOT_FOLDER, 'migrations/0046-one-writing-of-skus.sql'), 'utf8'),
    );
    await owner.end();

    expect(
      await db.query(
        "SELECT kept_by AS kept, other_id AS other FROM number_collision WHERE kind = 'sku'",
      ),
    ).toEqual([{ kept: first, other: second }]);
    const shown = async () =>
      (await head.get('/api/v1/reports/number-collisions/rows')).body.rows as object[];
    // A code of goods is nobody's phone: it is shown whole, also to who may not see phones.
    const whole = { kind: 'sku', number: 'Q1', otherNumber: 'q1' };
    expect(await shown()).toMatchObject([{ keptByName: 'Q1', otherName: 'q1', ...whole }]);
    expect((await save('Q1')).body.code).toBe('product.sku_taken');
    const renamed = await head.put(
      `/api/v1/products/${second}`,
      input('q1', { name: '新名', version: 1 }),
    );
    expect([renamed.status, renamed.body.sku]).toEqual([200, 'q1']);
    const mended = await head.put(`/api/v1/products/${second}`, input('Q2', { version: 2 }));
    expect(mended.status).toBe(200);
    expect(await shown()).toEqual([]);
    expect((await save('q2')).body.code).toBe('product.sku_taken');
  });
});
