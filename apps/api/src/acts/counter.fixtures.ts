import { Settings } from '#settings';
import { STAFF_PIN, type TestAnswer, type TestApp, type TestBrowser } from '#testing';
import { shelved } from '../../../../libs/sales/sales.fixtures.js';
import { aTopUpRule } from '../../../../libs/wallets/wallets.fixtures.js';
import { GIFT } from './desk-model.fixtures.js';

const NO_LIMIT = 10_000_000_00;
const LIMITS = [
  'approval.withdrawal_from_cents',
  'approval.transfer_from_cents',
  'approval.refund_from_cents',
  'approval.adjustment_from_cents',
  'approval.top_up_reversal_from_cents',
  'limit.registered_cents',
  'limit.unregistered_cents',
  'wallet.pin_limit_cents',
];
/** Somebody else agrees on the same screen. */
export const approval = { login: 'head', pin: STAFF_PIN };
/** The member's document was seen. */
export const identity = { by: 'document', document: 'id_card' };

/** What is the same for every case: who serves, what is sold, what is given with a top-up. */
export interface Counter {
  api: TestApp;
  manager: TestBrowser;
  serviceId: number;
  ruleId: number;
}

/** A counter without limits: nobody is asked for a PIN or a second person because of an amount. */
export async function aCounter(api: TestApp): Promise<Counter> {
  const { db, org } = api;
  for (const key of LIMITS)
    await db.query(
      'INSERT INTO setting (key, version, value, changed_at) VALUES ($1, 1, $2, now())',
      [key, JSON.stringify(NO_LIMIT)],
    );
  api.app.get(Settings).forget();
  const at = { storeId: org.renminId, staffId: org.staffIds.manager };
  const { id } = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: 1 }));
  const ruleId = await aTopUpRule(db, GIFT);
  const manager = api.as('manager');
  await manager.get('/api/v1/session');
  return { api, manager, serviceId: id, ruleId };
}

export function done(answer: TestAnswer): void {
  expect({ status: answer.status < 300, body: answer.body }).toMatchObject({ status: true });
}

export function refused(answer: TestAnswer, ...codes: string[]): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({
    status: expect.any(Number),
    body: { code: expect.any(String) },
  });
  expect(codes).toContain(answer.body.code);
}
