import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aSecondHead } from '../../../chain/approvals/approvals.fixtures.js';
import { aShopper, postingsOf, shelved } from '../sales.fixtures.js';

// Source: golden G28. At RM the business day ends at 5 in the morning, 21:00 UTC.
const NOON = '2026-11-22T04:00:00Z';
const LAST_SECOND = '2026-11-22T20:59:59Z';
const CUT_OVER = '2026-11-22T21:00:00Z';
const clock = new FixedClock(new Date(NOON));
const { db, org, as } = await testApp({ clock });
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
const key = () => ({ key: randomUUID() });
const secondHead = await aSecondHead(db, org);

beforeEach(() => clock.set(NOON));

/** Goods of 100.00: 60.00 from the wallet, 40.00 in cash. */
async function aSale(walletCents = 60_00) {
  const shopper = await db.write((tx) =>
    aShopper(tx, { ...at, levelId: org.levelIds.ordinary, principalCents: 500_00 }),
  );
  const product = await db.write((tx) => shelved(tx, at, { priceCents: 100_00 }));
  const body = {
    memberId: shopper.memberId,
    lines: [{ productId: product.id, qtyMilli: 1_000, unitPriceCents: 100_00 }],
    dueCents: 100_00,
    tenders: [
      ...(walletCents ? [{ tender: 'wallet', amountCents: walletCents }] : []),
      { tender: 'cash', amountCents: 100_00 - walletCents },
    ],
  };
  const answer = await as('cashier').post('/api/v1/sales', body, key());
  expect(answer.status).toBe(201);
  return { ...shopper, ...(answer.body as { saleId: number; receiptNo: string }) };
}
const voided = (who: string, saleId: number, more: object = {}) =>
  as(who).post(`/api/v1/sales/${saleId}/void`, { reason: '收银员点错了', ...more }, key());

describe('a void after the end of the business day', () => {
  it('is refused to a manager from the cut-over on, and not a second before', async () => {
    const [first, second] = [await aSale(), await aSale()];
    clock.set(LAST_SECOND);
    expect((await voided('manager', first.saleId)).status).toBe(200);
    clock.set(CUT_OVER);
    expect(await voided('manager', second.saleId)).toMatchObject({
      status: 403,
      body: { code: 'undo.day_is_over', params: { businessDate: '2026-11-22' }, judged: true },
    });
  });

  it('takes head office and a second person with the right, from the amount of the setting on', async () => {
    const { saleId, memberId, receiptNo } = await aSale();
    clock.set('2027-01-20T04:00:00Z');
    expect(await voided('head', saleId)).toMatchObject({
      status: 409,
      body: {
        code: 'approval.required',
        params: {
          kind: 'undo.late',
          subjectKind: 'member',
          subjectId: memberId,
          amountCents: 100_00,
          limitCents: 0,
          facts: { undoes: 'sale', receiptNo, businessDate: '2026-11-22', receivedCents: 40_00 },
        },
      },
    });
    const byManager = { approval: { login: 'manager', pin: STAFF_PIN } };
    expect((await voided('head', saleId, byManager)).body.code).toBe('approval.not_allowed');
    expect((await voided('head', saleId, { approval: secondHead })).status).toBe(200);
    const approval = await db.one(
      `SELECT kind, document_kind FROM approval WHERE document_id = $1 AND document_kind = 'sale'`,
      [saleId],
    );
    expect(approval).toEqual({ kind: 'undo.late', document_kind: 'sale' });
  });

  it('needs nobody else below the amount', async () => {
    const below = await aSale();
    const path = '/api/v1/settings/approval.late_undo_from_cents';
    expect((await as('head').put(path, { value: 100_01, version: 0 })).status).toBe(200);
    clock.set('2026-11-24T04:00:00Z');
    expect((await voided('head', below.saleId)).status).toBe(200);
    expect((await as('head').put(path, { value: 0, version: 1 })).status).toBe(200);
  });

  it('is answered the same when it is asked for again on a later day', async () => {
    const { saleId } = await aSale();
    const again = key();
    const body = { reason: '收银员点错了' };
    const first = await as('manager').post(`/api/v1/sales/${saleId}/void`, body, again);
    clock.set('2026-11-23T04:00:00Z');
    const second = await as('manager').post(`/api/v1/sales/${saleId}/void`, body, again);
    expect(second).toMatchObject({ status: 200, body: first.body });
  });
});

it('a void in the office gives the money back out of the store’s safe, of no till', async () => {
  const { saleId, receiptNo } = await aSale();
  const answer = await as('head').post(`/api/v1/sales/${saleId}/void`, { reason: '录错' }, key());
  expect(answer.status).toBe(200);
  expect(await postingsOf(db, answer.body.entryId)).toEqual(
    expect.arrayContaining(['safe:cash@RM CNY -4000', 'principal/balance CNY -6000']),
  );
  const entry = await db.one(
    `SELECT e.till_id, s.code AS drawer, e.business_date, e.document_no FROM ledger.entry e LEFT JOIN store s ON s.id = e.drawer_store_id WHERE e.id = $1`,
    [answer.body.entryId],
  );
  expect(entry).toEqual({
    till_id: null,
    drawer: 'RM',
    business_date: '2026-11-22',
    document_no: receiptNo,
  });
});

it('a void says what was and what is, and tells whoever’s wallet had paid', async () => {
  const paid = await aSale();
  const { status } = await voided('manager', paid.saleId);
  expect(status).toBe(200);
  const row = await db.one(
    `SELECT before, after FROM audit_record WHERE action = 'sale.void' AND subject_id = $1`,
    [String(paid.saleId)],
  );
  expect(row).toEqual({
    before: { receiptNo: paid.receiptNo, dueCents: 100_00, voided: false },
    after: { voided: true, principalCents: 60_00, bonusCents: 0, receivedCents: 40_00 },
  });
  const told = (saleId: number) =>
    db.query(`SELECT id FROM outbox WHERE topic = 'sale.voided' AND payload = $1`, [
      JSON.stringify({ saleId }),
    ]);
  expect(await told(paid.saleId)).toHaveLength(1);
  // Nothing of theirs was moved.
  const inCash = await aSale(0);
  expect((await voided('manager', inCash.saleId)).status).toBe(200);
  expect(await told(inCash.saleId)).toHaveLength(0);
});
