import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { shelved } from '../sales.fixtures.js';

const { db, org, as } = await testApp();
const cashier = as('cashier');
const head = as('head');
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
const { cashier: cashierId, manager: managerId } = org.staffIds;

async function sold(more: object = {}, priceCents = 10_00, product?: number) {
  const id =
    product ?? (await db.write((tx) => shelved(tx, at, { priceCents, kind: 'service' }))).id;
  const body = {
    lines: [{ productId: id, qtyMilli: 1_000, unitPriceCents: priceCents, ...more }],
    tenders: [{ tender: 'cash', amountCents: priceCents, givenCents: priceCents }],
    dueCents: priceCents,
  };
  const answer = await cashier.post('/api/v1/sales', body, { key: randomUUID() });
  if (answer.status !== 201) return { answer, id };
  const { body: detail } = await head.get(`/api/v1/sales/${answer.body.saleId}`);
  return { answer, id, line: detail.lines[0] };
}

describe('who served', () => {
  const shares = (...of: [number, number][]) => ({
    staff: of.map(([staffId, shareBps]) => ({ staffId, shareBps })),
  });

  it('is whoever sells, where nobody is named', async () => {
    const { line } = await sold();
    expect(line.staff).toEqual([{ id: cashierId, name: expect.any(String), shareBps: 10_000 }]);
  });

  it('may be several with their shares', async () => {
    const { line } = await sold(shares([managerId, 3_333], [cashierId, 6_667]));
    expect(line.staff).toMatchObject([
      { id: managerId, shareBps: 3_333 },
      { id: cashierId, shareBps: 6_667 },
    ]);
  });

  it.each([
    ['less than everything', shares([managerId, 3_000], [cashierId, 6_999]), 'shares_add_up', ''],
    ['nobody', { staff: [] }, 'shares_add_up', ''],
    ['a person twice', shares([managerId, 5_000], [managerId, 5_000]), 'array_unique', ''],
    ['no share', shares([managerId, 0], [cashierId, 10_000]), 'min', '.0.shareBps'],
    ['a person who is not there', shares([999_999, 10_000]), 'unknown_reference', '.0.staffId'],
  ])('is not %s', async (_what, staff, code, field) => {
    const { answer } = await sold(staff);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ field: `lines.0.staff${field}`, code: `field.${code}` }),
    ]);
  });

  it('works at the store: head office does everywhere, nobody who has left', async () => {
    const elsewhere = await db.one<{ id: number }>(
      `INSERT INTO staff (login, name, password_hash, home_store_id) VALUES ('far', '远', 'x', $1) RETURNING id`,
      [org.binjiangId],
    );
    await db.query('INSERT INTO staff_store (staff_id, store_id) VALUES ($1, $2)', [
      elsewhere.id,
      org.binjiangId,
    ]);
    expect((await sold(shares([elsewhere.id, 10_000]))).answer.status).toBe(422);
    await db.query('INSERT INTO staff_store (staff_id, store_id) VALUES ($1, $2)', [
      elsewhere.id,
      org.renminId,
    ]);
    expect((await sold(shares([elsewhere.id, 10_000]))).answer.status).toBe(201);
    await db.query('UPDATE staff SET active = false WHERE id = $1', [elsewhere.id]);
    expect((await sold(shares([elsewhere.id, 10_000]))).answer.status).toBe(422);
    expect((await sold(shares([org.staffIds.head, 10_000]))).answer.status).toBe(201);
  });

  it('is whoever sold, of a line from before', async () => {
    const { answer } = await sold(shares([managerId, 10_000]));
    const { saleId } = answer.body;
    await db.query('UPDATE sale_line SET staff_ids = NULL, staff_bps = NULL WHERE sale_id = $1', [
      saleId,
    ]);
    const { body } = await head.get(`/api/v1/sales/${saleId}`);
    expect(body.lines[0].staff).toMatchObject([{ id: cashierId, shareBps: 10_000 }]);
  });
});

describe('the price that was quoted', () => {
  const change = async (id: number, path: string, body: object) => {
    const { body: product } = await head.get(`/api/v1/products/${id}`);
    const answer = await head.put(`/api/v1/products/${id}${path}`, {
      ...body,
      version: product.version,
    });
    expect(answer.status).toBe(200);
  };

  it('has a number that is new with each price, of the list and of the store alike', async () => {
    const { id, line } = await sold();
    expect(line.priceSource).toBe('list');
    const { line: again } = await sold({}, 10_00, id);
    expect(again.priceVersion).toBe(line.priceVersion);

    const versions = [line.priceVersion];
    const next = async (source: string, cents: number) => {
      const { line: now } = await sold({}, cents, id);
      expect(now.priceSource).toBe(source);
      expect(versions).not.toContain(now.priceVersion);
      versions.push(now.priceVersion);
    };
    await change(id, `/store-prices/${org.renminId}`, { priceCents: 9_00 });
    await next('store', 9_00);
    await change(id, `/store-prices/${org.renminId}`, { priceCents: 8_00 });
    await next('store', 8_00);
    await db.query('UPDATE product SET list_price_cents = 1100 WHERE id = $1', [id]);
    await change(id, `/store-prices/${org.renminId}`, {});
    await next('list', 11_00);
    await db.query("UPDATE product SET name = name || '新' WHERE id = $1", [id]);
    const { line: renamed } = await sold({}, 11_00, id);
    expect(renamed.priceVersion).toBe(versions.at(-1));
  });
});
