import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { aMember } from '../members/members.fixtures.js';
import { cardNumber, isCardNo } from './card-number.rules.js';
import { numbersBetween, numbersIn } from './card-stock.rules.js';

const { as, db, org } = await testApp();
const { headOfficeId, renminId, binjiangId } = org;
const RENMIN = '68000001';
const BINJIANG = '68000002';
const head = as('head');
const manager = as('manager');
const cashier = as('cashier');
const post = (who: typeof head, path: string, body: object = {}, key: string = randomUUID()) =>
  who.post(`/api/v1/card-stock/${path}`, body, { key });
const placeOf = async (storeId: number) =>
  (await head.get('/api/v1/card-stock/places')).body.find(
    (place: { storeId: number }) => place.storeId === storeId,
  );
const numbersOf = async (id: number): Promise<string[]> =>
  (await head.get(`/api/v1/card-stock/documents/${id}`)).body.lines.map(
    (line: { cardNo: string }) => line.cardNo,
  );

describe('numbers of printed cards', () => {
  it('from the first to the last, each with its check digit', () => {
    const run = numbersBetween(cardNumber(RENMIN, '0000098'), cardNumber(RENMIN, '0000102'));
    expect(run).toHaveLength(5);
    expect(run?.every(isCardNo)).toBe(true);
  });

  it.each([
    ['the last before the first', cardNumber(RENMIN, '0000002'), cardNumber(RENMIN, '0000001')],
    ['two ranges', cardNumber(RENMIN, '0000001'), cardNumber(BINJIANG, '0000002')],
    ['a misread digit', '6800000100000000', cardNumber(RENMIN, '0000002')],
    ['too many', cardNumber(RENMIN, '0000001'), cardNumber(RENMIN, '0009999')],
  ])('do not bound a run: %s', (_, first, last) => {
    expect(numbersBetween(first, last)).toBeUndefined();
  });

  it('as pasted: each once, whatever stands between them', () => {
    expect(numbersIn(' 6800-0001, 68000002；68000001\n\n68000003 ')).toEqual([
      '68000001',
      '68000002',
      '68000003',
    ]);
  });
});

describe('receiving printed cards', () => {
  it('takes a run, a list, or makes numbers for the printer', async () => {
    const firstNo = cardNumber(RENMIN, '1000000');
    const run = { storeId: renminId, firstNo, lastNo: cardNumber(RENMIN, '1000009') };
    const key = randomUUID();
    const received = await post(manager, 'receipts', run, key);
    expect(received).toMatchObject({ status: 201, body: { quantity: 10 } });
    expect((await post(manager, 'receipts', run, key)).body).toEqual(received.body);
    expect((await post(manager, 'receipts', run)).body).toMatchObject({
      code: 'card.numbers_taken',
      params: { count: 10, cardNo: firstNo },
    });
    const list = `${cardNumber(RENMIN, '2000000')}\n${cardNumber(RENMIN, '2000001')}`;
    const listed = await post(manager, 'receipts', { storeId: renminId, numbers: list });
    expect(listed.body.quantity).toBe(2);
    const made = await post(manager, 'receipts', { storeId: binjiangId, quantity: 100 });
    const fresh = await numbersOf(made.body.id);
    expect(fresh.every((number) => isCardNo(number) && number.startsWith(BINJIANG))).toBe(true);
    expect(new Set(fresh).size).toBe(100);
    expect(await placeOf(renminId)).toMatchObject({ ready: 12, inTransit: 0 });
  });

  it.each([
    ['nothing', {}, 'card.no_numbers'],
    ['a misread number', { numbers: '6800000100000000' }, 'card.wrong_numbers'],
    [
      'a number of another store',
      { numbers: cardNumber(BINJIANG, '5000000') },
      'card.numbers_not_in_range',
    ],
  ])('refuses %s', async (_, chosen, code) => {
    const answer = await post(manager, 'receipts', { storeId: renminId, ...chosen });
    expect(answer.body.code).toBe(code);
  });

  it('is not for a cashier, nor into a store one does not work in', async () => {
    const body = { storeId: renminId, quantity: 1 };
    expect((await post(cashier, 'receipts', body)).status).toBe(403);
    const elsewhere = await post(manager, 'receipts', { ...body, storeId: headOfficeId });
    expect(elsewhere.body.code).toBe('access.store_forbidden');
  });
});

describe('sending printed cards to another store', () => {
  it('leaves nothing that two stores could hand out; differences are noted', async () => {
    const stocked = await post(head, 'receipts', {
      storeId: headOfficeId,
      firstNo: cardNumber(RENMIN, '3000000'),
      lastNo: cardNumber(RENMIN, '3000004'),
    });
    const numbers = await numbersOf(stocked.body.id);
    const [good = '', lost = '', bent = ''] = numbers;
    const parcel = { fromStoreId: headOfficeId, toStoreId: renminId, numbers: numbers.join(' ') };
    const sent = await post(head, 'transfers', parcel);
    expect(sent.body.quantity).toBe(5);
    expect((await post(head, 'transfers', parcel)).body).toMatchObject({
      code: 'card.not_in_stock_here',
      params: { count: 5, cardNo: good },
    });
    const { memberId } = await aMember(db);
    const issue = (cardNo: string) =>
      cashier.post(`/api/v1/members/${memberId}/cards`, { cardNo }, { key: randomUUID() });
    expect((await issue(good)).body.code).toBe('card.not_ready');

    const path = `transfers/${sent.body.id}/receipt`;
    expect((await post(manager, path, { missing: '6800000199999999' })).body.code).toBe(
      'card.not_in_document',
    );
    const differences = { missing: lost, damaged: bent, note: '一张弯了，一张没到' };
    const received = await post(manager, path, differences);
    expect(received.body).toEqual({ id: sent.body.id, quantity: 3 });
    expect((await post(manager, path)).body.code).toBe('card.already_received');
    const document = await manager.get(`/api/v1/card-stock/documents/${sent.body.id}`);
    expect(document.body).toMatchObject({
      status: 'received',
      missing: 1,
      damaged: 1,
      differenceNote: '一张弯了，一张没到',
      fromStoreName: '总部',
      receivedByName: '孙店长',
    });
    expect(await placeOf(headOfficeId)).toMatchObject({ ready: 0, missing: 1 });
    expect((await issue(good)).status).toBe(201);
    expect((await issue(lost)).body.code).toBe('card.not_ready');

    const found = { storeId: renminId, numbers: lost, reason: '在信封里' };
    expect((await post(manager, 'found', found)).body).toEqual({ cards: 1 });
    expect((await issue(lost)).status).toBe(201);
    expect((await post(manager, 'found', found)).body.code).toBe('card.not_in_stock_here');
  });

  it('takes the lowest numbers where only a quantity is said, and no more than there are', async () => {
    const parcel = { fromStoreId: binjiangId, toStoreId: renminId };
    const tooMany = await post(manager, 'transfers', { ...parcel, quantity: 4_000 });
    expect(tooMany.body).toMatchObject({
      code: 'card.not_in_stock_here',
      params: { count: 3_900 },
    });
    const sent = await post(manager, 'transfers', { ...parcel, quantity: 2 });
    const ready = await manager.get(
      `/api/v1/card-stock?storeId=${binjiangId}&state=ready&pageSize=1`,
    );
    const [highest] = (await numbersOf(sent.body.id)).slice(-1);
    expect(ready.body.total).toBe(98);
    expect(ready.body.rows[0].cardNo > (highest ?? '')).toBe(true);
    const same = { ...parcel, toStoreId: binjiangId, quantity: 1 };
    expect((await post(manager, 'transfers', same)).body.code).toBe('card.same_store');
  });

  it('shows a store only what concerns it', async () => {
    const all = (await head.get('/api/v1/card-stock/documents')).body.total;
    const own = await cashier.get('/api/v1/card-stock/documents');
    expect(own.body.total).toBeLessThan(all);
    const elsewhere = await cashier.get(`/api/v1/card-stock?storeId=${binjiangId}`);
    expect(elsewhere.body.code).toBe('access.store_forbidden');
  });
});
