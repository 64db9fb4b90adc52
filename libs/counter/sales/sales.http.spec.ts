import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { aShopper, onHandOf, type Shelved, shelved } from './sales.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { db, org, as } = await testApp({ clock });
const [cashier, manager, head] = [as('cashier'), as('manager'), as('head')];
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
const onShelf = (options: Parameters<typeof shelved>[2] = {}): Promise<Shelved> =>
  db.write((tx) => shelved(tx, at, options));
const line = ({ id, priceCents }: Shelved, pieces = 1) => ({
  productId: id,
  qtyMilli: pieces * 1000,
  unitPriceCents: priceCents,
});

/** 100.00 of goods for a gold member: 60.00 from the wallet, 30.00 in cash. */
async function aSale() {
  const shopper = await db.write((tx) =>
    aShopper(tx, {
      ...at,
      levelId: org.levelIds.gold,
      principalCents: 500_00,
      bonusCents: 100_00,
      phone: `1990000${String(sales).padStart(4, '0')}`,
    }),
  );
  const product = await onShelf({ priceCents: 100_00, qtyMilli: 5_000, valueCents: 200_00 });
  const body = {
    memberId: shopper.memberId,
    lines: [line(product)],
    dueCents: 90_00,
    tenders: [
      { tender: 'wallet', amountCents: 60_00 },
      { tender: 'cash', amountCents: 30_00 },
    ],
  };
  sales += 1;
  const answer = await cashier.post('/api/v1/sales', body, { key: randomUUID() });
  expect(answer.status).toBe(201);
  return { shopper, product, ...(answer.body as { saleId: number; receiptNo: string }) };
}
let sales = 1;
const voidSale = (saleId: number, key: string = randomUUID(), by = manager) =>
  by.post(`/api/v1/sales/${saleId}/void`, { reason: '收银员点错了' }, { key });
const balances = (memberId: number, walletId: number) =>
  db.query<{ kind: string; balance: number }>(
    `SELECT kind, balance FROM ledger.account WHERE (kind IN ('principal', 'bonus') AND owner_id = $1) OR (kind = 'points' AND owner_id = $2) ORDER BY kind`,
    [walletId, memberId],
  );

describe('units of a tender that counts none', () => {
  it.each(['cash', 'wechat', 'wallet'])('are refused at their field: %s', async (tender) => {
    const { shopper, product } = await aSale();
    const counted = (units?: number) =>
      cashier.post(
        '/api/v1/sales',
        {
          memberId: shopper.memberId,
          lines: [line(product)],
          dueCents: 90_00,
          tenders: [{ tender, amountCents: 90_00, units }],
        },
        { key: randomUUID() },
      );
    expect(await counted(100)).toMatchObject({
      status: 422,
      body: {
        code: 'request.invalid',
        errors: [{ field: 'tenders.0.units', code: 'field.whitelist_validation' }],
      },
    });
    expect((await counted()).status).toBe(201);
    expect(
      await db.query('SELECT 1 FROM sale_tender WHERE tender = $1 AND units IS NOT NULL', [tender]),
    ).toEqual([]);
  });
});

describe('a void', () => {
  it('gives everything back, and is made once', async () => {
    const { saleId, shopper, product, receiptNo } = await aSale();
    const key = randomUUID();
    const first = await voidSale(saleId, key);
    expect([first.status, first.body]).toEqual([
      200,
      {
        saleId,
        entryId: expect.any(Number),
        principalCents: 50_00,
        bonusCents: 10_00,
        receivedCents: 30_00,
        pointsTakenBack: 80,
        pointsGivenBack: 0,
      },
    ]);
    expect(await balances(shopper.memberId, shopper.walletId)).toEqual([
      { kind: 'bonus', balance: 100_00 },
      { kind: 'points', balance: 0 },
      { kind: 'principal', balance: 500_00 },
    ]);
    expect(await onHandOf(db, org.renminId, product.id)).toBe(5_000);
    expect((await voidSale(saleId, key)).body).toEqual(first.body);
    expect(await voidSale(saleId)).toMatchObject({
      status: 409,
      body: { code: 'sale.already_voided', params: { receiptNo } },
    });
    const { body } = await manager.get(`/api/v1/sales/${saleId}`);
    expect(body).toMatchObject({
      voided: true,
      void: { staffName: '孙店长', reason: '收银员点错了' },
    });
    const [row] = await db.query<{ reason: string }>(
      `SELECT reason FROM audit_record WHERE action = 'sale.void' AND subject_id = $1`,
      [String(saleId)],
    );
    expect(row?.reason).toBe('收银员点错了');
  });

  it('of two at once is made by one', async () => {
    const { saleId } = await aSale();
    const answers = await Promise.all(Array.from({ length: 6 }, () => voidSale(saleId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('takes points back that were spent meanwhile as debt', async () => {
    const { saleId, shopper } = await aSale();
    const { Ledger, House, pointsOf } = await import('#ledger');
    const ref = pointsOf(shopper.memberId);
    await db.write((tx) =>
      new Ledger().act(
        tx,
        {
          kind: 'redemption',
          businessDate: '2026-11-22',
          at: clock.now(),
          ...at,
          memberId: shopper.memberId,
          accounts: [ref],
        },
        (books) => books.take(ref, 70, House.pointsRedeemed(at.storeId)),
      ),
    );
    expect((await voidSale(saleId)).status).toBe(200);
    const [points] = await db.query(
      'SELECT balance, debt FROM ledger.account WHERE kind = $1 AND owner_id = $2',
      ['points', shopper.memberId],
    );
    expect(points).toEqual({ balance: 0, debt: 70 });
  });

  it('needs the right to, a reason and a sale', async () => {
    const { saleId } = await aSale();
    expect(await voidSale(saleId, randomUUID(), cashier)).toMatchObject({
      status: 403,
      body: { code: 'access.forbidden' },
    });
    expect(
      (await manager.post(`/api/v1/sales/${saleId}/void`, { reason: ' ' }, { key: randomUUID() }))
        .status,
    ).toBe(422);
    expect(await voidSale(999_999)).toMatchObject({
      status: 404,
      body: { code: 'sale.not_found' },
    });
  });
});

describe('the list of sales', () => {
  it('is found by receipt number, member, last four of the phone, staff and day', async () => {
    const { saleId, receiptNo, shopper } = await aSale();
    await db.query(
      `INSERT INTO member_key (key, kind, member_id) VALUES ('8765', 'last4', $1), ('gukexin', 'pinyin', $1)`,
      [shopper.memberId],
    );
    const idsOf = async (query: Record<string, string>) => {
      const { body } = await head.get('/api/v1/sales', { query });
      return (body.rows as { id: number }[]).map(({ id }) => id);
    };
    expect(await idsOf({ q: receiptNo })).toEqual([saleId]);
    expect(await idsOf({ q: receiptNo.toLowerCase() })).toEqual([saleId]);
    expect(await idsOf({ q: '8765' })).toContain(saleId);
    expect(await idsOf({ q: 'GUKE' })).toEqual([saleId]);
    expect(await idsOf({ q: '%' })).toEqual([]);
    expect(await idsOf({ memberId: String(shopper.memberId) })).toEqual([saleId]);
    expect(
      await idsOf({ staffId: String(org.staffIds.cashier), from: '2026-11-22', to: '2026-11-22' }),
    ).toContain(saleId);
    expect(await idsOf({ from: '2026-11-23' })).toEqual([]);
    const { body } = await head.get('/api/v1/sales', { query: { q: receiptNo, pageSize: '1' } });
    expect(body).toMatchObject({
      total: 1,
      page: 1,
      pageSize: 1,
      rows: [
        {
          receiptNo,
          businessDate: '2026-11-22',
          storeName: '人民路店',
          tenders: ['wallet', 'cash'],
          listCents: 100_00,
          discountCents: 10_00,
          dueCents: 90_00,
          receivedCents: 30_00,
          pointsEarned: 80,
          voided: false,
        },
      ],
    });
  });

  it('shows nobody another store: not in the list, not by number, not to void', async () => {
    const { saleId } = await aSale();
    const outsider = await db.write(async (tx) => {
      const { aStaffMember } = await import('../../chain/identity/identity.fixtures.js');
      await aStaffMember(tx, {
        login: 'binjiang',
        homeStoreId: org.binjiangId,
        roleIds: [org.roleIds.manager],
      });
      return as('binjiang');
    });
    expect((await outsider.get('/api/v1/sales')).body.total).toBe(0);
    expect(
      await outsider.get('/api/v1/sales', { query: { storeId: String(org.renminId) } }),
    ).toMatchObject({ status: 403, body: { code: 'access.store_forbidden' } });
    expect((await outsider.get(`/api/v1/sales/${saleId}`)).body.code).toBe(
      'access.store_forbidden',
    );
    expect((await outsider.post(`/api/v1/sales/${saleId}/prints`)).body.code).toBe(
      'access.store_forbidden',
    );
    expect((await voidSale(saleId, randomUUID(), outsider)).body.code).toBe(
      'access.store_forbidden',
    );
    expect((await manager.get('/api/v1/sales')).body.total).toBeGreaterThan(0);
    expect((await head.get(`/api/v1/sales/${saleId}`)).status).toBe(200);
  });
});
