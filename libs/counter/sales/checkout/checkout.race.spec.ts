import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { testApp } from '#workshop/testing';
import { aShopper, onHandOf, type Shelved, shelved } from '../sales.fixtures.js';

const { db, org, as } = await testApp();
const cashier = as('cashier');
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
const onShelf = (options: Parameters<typeof shelved>[2] = {}): Promise<Shelved> =>
  db.write((tx) => shelved(tx, at, options));
const line = ({ id, priceCents }: Shelved, pieces = 1) => ({
  productId: id,
  qtyMilli: pieces * 1000,
  unitPriceCents: priceCents,
});
const sell = (body: object) => cashier.post('/api/v1/sales', body, { key: randomUUID() });
const codes = (answers: { status: number; body: { code?: string } }[]) =>
  answers.reduce<Record<string, number>>(
    (count, { status, body }) => ({
      ...count,
      [body.code ?? status]: (count[body.code ?? status] ?? 0) + 1,
    }),
    {},
  );

// Signs in before many ask at once.
beforeAll(() => cashier.get('/api/v1/session'));

describe('two tills at once', () => {
  it('spend a wallet exactly as often as it lasts', async () => {
    const { memberId } = await db.write((tx) =>
      aShopper(tx, {
        ...at,
        levelId: org.levelIds.ordinary,
        principalCents: 80_00,
        bonusCents: 20_00,
      }),
    );
    const service = await onShelf({ kind: 'service', priceCents: 10_00 });
    const body = {
      memberId,
      lines: [line(service)],
      dueCents: 10_00,
      tenders: [{ tender: 'wallet', amountCents: 10_00 }],
    };
    const answers = await Promise.all(Array.from({ length: 30 }, () => sell(body)));
    expect(codes(answers)).toEqual({ '201': 10, 'ledger.insufficient': 20 });
  });

  it('sell the last piece to exactly one', async () => {
    const last = await onShelf({ qtyMilli: 1_000, priceCents: 10_00 });
    const body = {
      lines: [line(last)],
      dueCents: 10_00,
      tenders: [{ tender: 'cash', amountCents: 10_00 }],
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => sell(body)));
    expect(codes(answers)).toEqual({ '201': 1, 'stock.short': 19 });
    expect(await onHandOf(db, at.storeId, last.id)).toBe(0);
  });

  it('sell the same goods in any order of lines without waiting for each other for ever', async () => {
    const goods = await Promise.all(
      Array.from({ length: 6 }, () => onShelf({ qtyMilli: 100_000, priceCents: 1_00 })),
    );
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const lines = goods.map((_, offset) =>
          line(goods[(index + offset * (index % 2 ? 1 : 5)) % 6] as Shelved),
        );
        return sell({ lines, dueCents: 6_00, tenders: [{ tender: 'cash', amountCents: 6_00 }] });
      }),
    );
    expect(codes(answers)).toEqual({ '201': 40 });
    const numbers = new Set(answers.map(({ body }) => body.receiptNo as string));
    expect(numbers.size).toBe(40);
  });
});

describe('the PIN', () => {
  const pin = '246813';
  const dear = () => onShelf({ kind: 'service', priceCents: 200_01 });
  const aMemberWithPin = async () => {
    const pinHash = await hash(pin, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    return db.write((tx) =>
      aShopper(tx, { ...at, levelId: org.levelIds.ordinary, principalCents: 5000_00, pinHash }),
    );
  };
  const bodyOf = (memberId: number, product: Shelved, more: object = {}) => ({
    memberId,
    lines: [line(product)],
    dueCents: product.priceCents,
    tenders: [{ tender: 'wallet', amountCents: product.priceCents }],
    ...more,
  });

  it('is asked for above the limit, not at it', async () => {
    const { memberId } = await aMemberWithPin();
    const product = await dear();
    expect((await sell(bodyOf(memberId, product))).body.code).toBe('member.pin_required');
    expect((await sell(bodyOf(memberId, product, { pin }))).status).toBe(201);
    const atLimit = await onShelf({ kind: 'service', priceCents: 200_00 });
    expect((await sell(bodyOf(memberId, atLimit))).status).toBe(201);
  });

  it('must be set before so much can be paid', async () => {
    const { memberId } = await db.write((tx) =>
      aShopper(tx, { ...at, levelId: org.levelIds.ordinary, principalCents: 500_00 }),
    );
    expect((await sell(bodyOf(memberId, await dear()))).body.code).toBe('member.pin_not_set');
    expect((await sell(bodyOf(memberId, await dear(), { pin }))).body.code).toBe(
      'member.pin_not_set',
    );
  });

  it('counts wrong attempts though nothing was sold, and locks after five', async () => {
    const { memberId } = await aMemberWithPin();
    const product = await dear();
    for (const attemptsLeft of [4, 3, 2, 1]) {
      expect((await sell(bodyOf(memberId, product, { pin: '135792' }))).body).toMatchObject({
        code: 'member.wrong_pin',
        params: { attemptsLeft },
      });
    }
    expect((await sell(bodyOf(memberId, product, { pin: '135792' }))).body.code).toBe(
      'member.pin_locked',
    );
    expect((await sell(bodyOf(memberId, product, { pin }))).body.code).toBe('member.pin_locked');
    expect(await db.query('SELECT id FROM sale WHERE member_id = $1', [memberId])).toEqual([]);
  });

  it('is not judged again for a command that was answered, and is no part of what was asked', async () => {
    const { memberId } = await aMemberWithPin();
    const body = bodyOf(memberId, await dear(), { pin });
    const key = randomUUID();
    const first = await cashier.post('/api/v1/sales', body, { key });
    const again = await cashier.post('/api/v1/sales', { ...body, pin: '135792' }, { key });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const bare = await cashier.post('/api/v1/sales', { ...body, pin: undefined }, { key });
    expect(bare.body).toEqual(first.body);
    const stored = await db.one<{ text: string }>(
      'SELECT to_jsonb(c)::text AS text FROM command c WHERE key = $1',
      [key],
    );
    expect(stored.text).not.toContain(pin);
  });
});
