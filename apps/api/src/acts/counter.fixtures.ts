import { Clock, type FixedClock } from '#kernel';
import { SETTINGS, Settings } from '#chain/settings';
import { STAFF_PIN, type TestAnswer, type TestApp, type TestBrowser } from '#workshop/testing';
import { shelved } from '../../../../libs/counter/sales/sales.fixtures.js';
import { aTopUpRule } from '../../../../libs/value/wallets/wallets.fixtures.js';
import { GIFTS, type GiftName } from './acts.fixtures.js';

const NO_LIMIT = 10_000_000_00;
/** Asked for when a counter is made: capabilities have declared their settings by then. */
const limits = (): string[] =>
  Object.entries(SETTINGS)
    .filter(([, { type, group }]) => type === 'cents' && group !== 'card')
    .map(([key]) => key);
/** Somebody else agrees on the same screen. */
export const approval = { login: 'head', pin: STAFF_PIN };
/** The member's document was seen. */
export const identity = { by: 'document', document: 'id_card', last4: '281X' };

/** What is the same for every case: who serves, what is sold, what is given with a top-up. */
export interface Counter {
  api: TestApp;
  manager: TestBrowser;
  serviceId: number;
  ruleIds: Record<GiftName, number>;
}

/** A counter without limits: nobody is asked for a PIN or a second person because of an amount. */
export async function aCounter(api: TestApp): Promise<Counter> {
  const { db, org } = api;
  const settings = [
    ...limits().map((key) => [key, NO_LIMIT] as const),
    ['points.expiry', 'never'],
    ['wallet.payout_pin', false],
  ];
  for (const [key, value] of settings)
    await db.query(
      'INSERT INTO setting (key, version, value, changed_at) VALUES ($1, 1, $2, now())',
      [key, JSON.stringify(value)],
    );
  // What is undone here was done long ago.
  await db.query(
    `UPDATE role SET permissions = permissions || ARRAY['undo.late'] WHERE code = 'manager'`,
  );
  api.app.get(Settings).forget();
  const at = { storeId: org.renminId, staffId: org.staffIds.manager };
  const { id } = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: 1 }));
  const ruleIds = {
    bonus: await aTopUpRule(db, GIFTS.bonus),
    instalments: await aTopUpRule(db, { ...GIFTS.instalments, bonusInstalments: 3 }),
  };
  const manager = api.as('manager');
  await manager.get('/api/v1/session');
  return { api, manager, serviceId: id, ruleIds };
}

/** The counter goes on another day, in the forenoon; whoever is signed in stays so. */
export async function onDay({ api }: Counter, day: string): Promise<void> {
  const at = new Date(`${day}T02:00:00Z`);
  (api.app.get(Clock) as FixedClock).set(at);
  await api.db.query('UPDATE session SET created_at = $1, last_seen_at = $1', [at]);
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
