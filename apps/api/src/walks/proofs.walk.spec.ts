import { readFile } from 'node:fs/promises';
import { ACT_POLICY, type ActPolicy } from '#approvals';
import { type SettingKey, Settings } from '#settings';
import { testApp, type TestAnswer } from '#testing';
import { withSecurityTable } from '../security-table.js';
import { ACTS, type Sample, send } from './act-samples.fixtures.js';
import { twoPlaces } from './place.fixtures.js';
import { ROUTES } from './route-rows.fixtures.js';

// Every act on other people's value or cards: it asks for the proof and the second person that the table of acts names.
const api = await testApp({ books: 'once' });
const { here } = await twoPlaces(api);
const { db } = api;
const policies = Object.entries(ACT_POLICY as Record<string, ActPolicy>);
const rows = policies.flatMap(([act, policy]) =>
  policy.routes.map((route) => ({ act, route, policy })),
);
const covered = new Set(rows.map(({ route }) => route));

it('stands in SECURITY.md as the code has it (pnpm run security:table)', async () => {
  const text = await readFile(new URL('../../../../SECURITY.md', import.meta.url), 'utf8');
  expect(withSecurityTable(text)).toBe(text);
});

it.each(rows)('$route asks for the right that the table names', ({ route, policy }) => {
  expect(ROUTES[route]?.[0].split('|')).toContain(policy.right);
});

/** What is other people's: value on their accounts, their cards, what opens a wallet, their level. */
const theirs = (): Promise<object> =>
  db.one<object>(
    `SELECT (SELECT count(*) FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id
              WHERE a.kind IN ('principal', 'bonus', 'points', 'visits')) AS postings,
            (SELECT md5(string_agg(concat_ws(' ', id, member_id, wallet_id, status, expires_on, day_limit_cents), ',' ORDER BY id)) FROM card WHERE member_id IS NOT NULL) AS cards,
            (SELECT md5(string_agg(concat_ws(' ', id, status, level_id, pin_hash, pin_locked_until), ',' ORDER BY id)) FROM member) AS members`,
  );

it.each(Object.keys(ACTS).filter((route) => !covered.has(route)))(
  '%s has no row, and touches nothing of a member’s',
  async (name) => {
    const act = ACTS[name];
    if (!act) throw new Error(name);
    const sample = await act.ask(here);
    const before = await theirs();
    done(await send(here[act.by], act.method ?? 'POST', sample));
    expect(await theirs()).toEqual(before);
  },
);

const NO_LIMIT = 10_000_000_00;
const PROOFS = ['pin', 'oldPin', 'identity', 'ownerProof', 'proof'];
const MISSING = [
  'member.pin_required',
  'member.pin_not_set',
  'member.identity_missing',
  'card.owner_proof_required',
  'merge.proof_required',
];

describe.each(rows.filter(({ policy }) => policy.proof))('$route', ({ route, policy }) => {
  it('is refused without the proof of whoever’s it is', async () => {
    const above = policy.proof?.above ?? policy.proof?.from;
    if (above) await amount(above, 0);
    const refused = await attempt(route, PROOFS);
    expect(refused.status).toBe(422);
    const { code } = refused.body as { code: string };
    if (code === 'request.invalid') expect(refused.text).toMatch(new RegExp(PROOFS.join('|')));
    else expect(MISSING).toContain(code);
    if (!above) return;
    await amount(above, NO_LIMIT);
    const always = policy.proof?.always;
    if (always) {
      expect((await attempt(route, PROOFS)).status).toBe(422);
      await amount(always, false);
    }
    done(await attempt(route, PROOFS));
    if (always) await amount(always, true);
  });
});

beforeAll(async () => {
  await amount('approval.member_day_from_cents', NO_LIMIT);
  await amount('approval.staff_day_from_cents', NO_LIMIT);
});

const asked = rows.filter(({ policy }) => policy.second?.from);

describe.each(asked)('$route', ({ route, policy }) => {
  it('needs a second person with the right from the amount of its setting on', async () => {
    const from = policy.second?.from as SettingKey;
    await amount(from, 0);
    expect((await attempt(route, ['approval'])).body).toMatchObject({
      code: 'approval.required',
      params: { kind: policy.right, limitCents: 0 },
    });
    await amount(from, NO_LIMIT);
    done(await attempt(route, ['approval']));
    await amount(from, 0);
    done(await attempt(route));
  });
});

describe.each(rows.filter(({ policy }) => policy.second?.day))('$route', ({ route, policy }) => {
  it('needs a second person once the day comes to a limit with it', async () => {
    if (policy.second?.from) await amount(policy.second.from, NO_LIMIT);
    for (const limit of ['member_day', 'staff_day'] as const) {
      await amount(`approval.${limit}_from_cents`, 0);
      expect((await attempt(route, ['approval'])).body).toMatchObject({
        code: 'approval.required',
        params: { kind: policy.right, limit, limitCents: 0 },
      });
      done(await attempt(route));
      await amount(`approval.${limit}_from_cents`, NO_LIMIT);
    }
  });
});

/** The sample of a command, without some of its fields. */
async function attempt(route: string, without: readonly string[] = []): Promise<TestAnswer> {
  const act = ACTS[route];
  if (!act) throw new Error(route);
  const { path, body, changed }: Sample = await act.ask(here);
  const kept = Object.entries(body ?? {}).filter(([name]) => !without.includes(name));
  const sample = { path, body: Object.fromEntries(kept), changed };
  return send(here[act.by], act.method ?? 'POST', sample);
}

async function amount(key: SettingKey, value: number | boolean): Promise<void> {
  await db.query(
    `INSERT INTO setting (key, version, value, changed_at)
     VALUES ($1, (SELECT coalesce(max(version), 0) + 1 FROM setting WHERE key = $1), $2, now())`,
    [key, JSON.stringify(value)],
  );
  api.app.get(Settings).forget();
}

function done(answer: TestAnswer): void {
  expect({ status: answer.status < 300, text: answer.text }).toMatchObject({ status: true });
}
