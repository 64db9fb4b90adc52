import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import {
  aShopper,
  onHandOf,
  postingsOf,
  type Shelved,
  shelved,
  type Shopper,
  type ShopperOptions,
} from '../sales.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { db, org, as } = await testApp({ clock });
const cashier = as('cashier');
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };

const aGoldShopper = (options: Partial<ShopperOptions> = {}): Promise<Shopper> =>
  db.write((tx) => aShopper(tx, { ...at, levelId: org.levelIds.gold, ...options }));
const onShelf = (options: Parameters<typeof shelved>[2] = {}): Promise<Shelved> =>
  db.write((tx) => shelved(tx, at, options));
const line = ({ id, priceCents }: Shelved, pieces = 1) => ({
  productId: id,
  qtyMilli: pieces * 1000,
  unitPriceCents: priceCents,
});
const sell = (body: object, key: string = randomUUID()) =>
  cashier.post('/api/v1/sales', body, { key });

describe('golden G05: three lines, wallet and cash', () => {
  let shopper: Shopper;
  let cart: [Shelved, Shelved, Shelved];
  const body = () => ({
    memberId: shopper.memberId,
    cardNo: shopper.cardNo,
    lines: cart.map((product) => line(product)),
    tenders: [
      { tender: 'wallet', amountCents: 200_00 },
      { tender: 'cash', amountCents: 81_70, givenCents: 100_00 },
    ],
    dueCents: 281_70,
  });

  beforeEach(async () => {
    shopper = await aGoldShopper({ principalCents: 1072_00, bonusCents: 214_50 });
    cart = [
      await onShelf({ name: '拿铁', priceCents: 56_00, qtyMilli: 7_000, valueCents: 70_00 }),
      await onShelf({ name: '洗发水', priceCents: 89_00, qtyMilli: 3_000, valueCents: 100_00 }),
      await onShelf({ name: '头皮护理', priceCents: 168_00, kind: 'service' }),
    ];
  });

  it('comes out to the cent', async () => {
    const answer = await sell(body());
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      saleId: expect.any(Number),
      receiptNo: expect.stringMatching(/^RM-20261122-\d{4}$/),
      dueCents: 281_70,
      changeCents: 18_30,
      principalCents: 166_65,
      bonusCents: 33_35,
      receivedCents: 81_70,
      otherCents: 0,
      pointsUsed: 0,
      pointsEarned: 248,
      principalAfterCents: 905_35,
      bonusAfterCents: 181_15,
      pointsAfter: 248,
    });
    const { saleId } = answer.body;
    const { entry_id: entryId } = await db.one<{ entry_id: number }>(
      'SELECT entry_id FROM sale WHERE id = $1',
      [saleId],
    );
    expect(await postingsOf(db, entryId)).toEqual(
      [
        'bonus/balance CNY 3335',
        'principal/balance CNY 16665',
        'tender:cash@RM CNY 8170',
        'sales@RM CNY -28170',
        'points/balance PTS -248',
        'points_issued@RM PTS 248',
        'stock/balance G -1000 value -1000',
        'cost_of_sales@RM G 1000 value 1000',
        'stock/balance G -1000 value -3333',
        'cost_of_sales@RM G 1000 value 3333',
      ].sort(),
    );
    const lines = await db.query(
      'SELECT net_cents AS net, bonus_part_cents AS bonus, eligible_cents AS eligible FROM sale_line WHERE sale_id = $1 ORDER BY line_no',
      [saleId],
    );
    expect(lines).toEqual([
      { net: 50_40, bonus: 5_97, eligible: 44_43 },
      { net: 80_10, bonus: 9_48, eligible: 70_62 },
      { net: 151_20, bonus: 17_90, eligible: 133_30 },
    ]);
    expect(await onHandOf(db, org.renminId, cart[0].id)).toBe(6_000);
    expect(
      await db.query(`SELECT topic FROM outbox WHERE (payload ->> 'saleId')::bigint = $1`, [
        saleId,
      ]),
    ).toEqual([{ topic: 'sale.posted' }]);
  });

  it('shows on the receipt what the member has left, numbers masked', async () => {
    const { saleId } = (await sell(body())).body;
    const { body: detail, status } = await cashier.get(`/api/v1/sales/${saleId}`);
    expect(status).toBe(200);
    expect(detail).toMatchObject({
      storeName: '人民路店',
      tillName: '1',
      staffName: '小李',
      levelName: '金卡',
      principalAfterCents: 905_35,
      bonusAfterCents: 181_15,
      pointsAfter: 248,
      cardNoMasked: expect.stringMatching(/^6800 \*{4} \*{4} \d{4}$/),
      printCount: 0,
      void: null,
      tenders: [
        { tender: 'wallet', amountCents: 200_00, givenCents: 200_00 },
        { tender: 'cash', amountCents: 81_70, givenCents: 100_00 },
      ],
    });
    expect(detail.lines[1]).toMatchObject({
      lineNo: 2,
      productName: '洗发水',
      qtyMilli: 1000,
      unitPriceCents: 89_00,
      payRateBps: 9_000,
      listCents: 89_00,
      netCents: 80_10,
    });
    expect((await cashier.post(`/api/v1/sales/${saleId}/prints`)).body).toEqual({ printCount: 1 });
    expect((await cashier.post(`/api/v1/sales/${saleId}/prints`)).body).toEqual({ printCount: 2 });
  });

  it('answers the same key with the first answer, before anything else is judged', async () => {
    const key = randomUUID();
    const first = await sell(body(), key);
    await db.query(`UPDATE card SET status = 'lost' WHERE id = $1`, [shopper.cardId]);
    await db.query('UPDATE product SET list_price_cents = 1 WHERE id = $1', [cart[0].id]);
    const again = await sell(body(), key);
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([
      201,
      first.body,
      'true',
    ]);
    expect(await sell({ ...body(), note: 'other' }, key)).toMatchObject({
      status: 409,
      body: { code: 'command.key_reused' },
    });
  });

  it('makes one sale of 50 parallel calls with one key', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => sell(body(), key)));
    expect(
      new Set(answers.map(({ status, body: answer }) => `${status} ${answer.saleId}`)).size,
    ).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed']).length).toBe(49);
    expect(
      await db.query('SELECT id FROM sale WHERE member_id = $1', [shopper.memberId]),
    ).toHaveLength(1);
  });

  it('refuses what is off, and moves nothing', async () => {
    await expectRefused({ dueCents: 281_71 }, 'sale.due_changed', { dueCents: 281_70 });
    await expectRefused(
      { lines: [{ ...line(cart[0]), unitPriceCents: 55_00 }], dueCents: 49_50 },
      'sale.price_changed',
      {
        lines: [{ productId: cart[0].id, unitPriceCents: 56_00 }],
      },
    );
    await expectRefused(
      { tenders: [{ tender: 'wallet', amountCents: 200_00 }] },
      'sale.tenders_do_not_cover',
      { missingCents: 81_70 },
    );
    await expectRefused(
      { tenders: [{ tender: 'wechat', amountCents: 281_70, givenCents: 300_00 }] },
      'sale.change_only_for_cash',
      {},
    );
    await expectRefused(
      {
        lines: [line(cart[1], 4)],
        dueCents: 320_40,
        tenders: [{ tender: 'cash', amountCents: 320_40 }],
      },
      'stock.short',
      {
        productId: cart[1].id,
        availableMilli: 3_000,
      },
    );
    await expectRefused(
      {
        memberId: undefined,
        cardNo: undefined,
        dueCents: 313_00,
        tenders: [{ tender: 'wallet', amountCents: 313_00 }],
      },
      'sale.tender_needs_member',
      {},
    );
    expect(await db.query('SELECT id FROM sale WHERE member_id = $1', [shopper.memberId])).toEqual(
      [],
    );
  });

  it('knows no lost card, no card of somebody else and no unknown one', async () => {
    const other = await aGoldShopper({ cardStatus: 'lost' });
    await expectRefused({ cardNo: other.cardNo }, 'card.of_other_member', undefined, {
      memberId: shopper.memberId,
      cardNo: (await aGoldShopper()).cardNo,
    });
    await expectRefused({ memberId: other.memberId, cardNo: other.cardNo }, 'card.lost', {});
    await expectRefused({ cardNo: '6800999999999999' }, 'card.unknown_number', {});
    await expectRefused({ memberId: 999_999, cardNo: undefined }, 'request.invalid', {});
  });

  it('says how much the wallet has when it is too little', async () => {
    const poor = await aGoldShopper({ principalCents: 50_00, bonusCents: 5_00 });
    await expectRefused({ memberId: poor.memberId, cardNo: poor.cardNo }, 'ledger.insufficient', {
      neededCents: 200_00,
      availableCents: 55_00,
    });
  });

  async function expectRefused(change: object, code: string, params?: object, instead?: object) {
    const answer = await sell({ ...body(), ...change, ...instead });
    expect(answer.body).toMatchObject({ code, ...(params ? { params } : {}) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  }
});
