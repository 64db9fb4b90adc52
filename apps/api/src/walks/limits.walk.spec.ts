import { Settings } from '#chain/settings';
import { testApp } from '#workshop/testing';
import { ACTS, send } from './act-samples.fixtures.js';
import { twoPlaces } from './place.fixtures.js';

// In a chain where no wallet may hold anything: whatever brings value into one is refused, but for what only gives back.
const api = await testApp({ books: 'once' });
const { db } = api;
const { here } = await twoPlaces(api);

const GIVES_BACK: Record<string, string> = {
  'POST /sales/:id/void': 'what the sale took',
  'POST /sales/:id/returns': 'what the sale took',
  'POST /payouts/:id/reversal': 'what the payout took',
  'POST /members/:id/merge': 'the value of one person, which nobody may lose',
};

async function nothingMayStand(on: boolean): Promise<void> {
  const mode = on ? 'stop' : 'off';
  for (const who of ['registered', 'unregistered'])
    await db.query(
      `INSERT INTO setting (key, version, value) SELECT k, coalesce((SELECT max(version) FROM setting s WHERE s.key = k), 0) + 1, v
         FROM (VALUES ('limit.' || $1::text, to_jsonb($2::text)), ('limit.' || $1::text || '_cents', '0'::jsonb)) AS n(k, v)`,
      [who, mode],
    );
  api.app.get(Settings).forget();
}

it('stops every act that brings value into a wallet', async () => {
  const stopped: string[] = [];
  const passed: string[] = [];
  for (const [name, act] of Object.entries(ACTS)) {
    const sample = await act.ask(here);
    const { id: last } = await db.one<{ id: number }>(
      'SELECT coalesce(max(id), 0) AS id FROM ledger.entry',
    );
    await nothingMayStand(true);
    const { status, body } = await send(here[act.by], act.method ?? 'POST', sample);
    await nothingMayStand(false);
    if (status >= 300) {
      expect({ name, code: body.code }).toEqual({ name, code: 'wallet.limit_exceeded' });
      stopped.push(name);
    }
    const credited = await db.query(
      `SELECT FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id
        WHERE p.entry_id > $1 AND a.kind IN ('principal', 'bonus') AND p.facet <> 'debt' AND p.amount < 0`,
      [last],
    );
    if (credited.length) passed.push(name);
  }
  expect(passed.sort()).toEqual(Object.keys(GIVES_BACK).sort());
  expect(stopped).toEqual(
    expect.arrayContaining(['POST /members/:id/top-ups', 'POST /members/:id/wallet-adjustments']),
  );
});
