import { readFile } from 'node:fs/promises';
import { ACT_POLICY, type ActPolicy } from '#chain/approvals';
import { type SettingKey, Settings } from '#chain/settings';
import { testApp, type TestAnswer } from '#workshop/testing';
import { FIXTURE_PIN } from '../../../../libs/membership/members/members.fixtures.js';
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
            (SELECT md5(string_agg(concat_ws(' ', id, status, level_id, pin_hash, pin_locked_until), ',' ORDER BY id)) FROM member) AS members,
            (SELECT md5(string_agg(concat_ws(' ', id, member_id), ',' ORDER BY id)) FROM member_identity) AS identities`,
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
    if (policy.proof?.orSecond) {
      expect((await attempt(route, [...PROOFS, 'approval'])).body).toMatchObject({
        code: 'approval.required',
        params: { kind: policy.right },
      });
      return done(await attempt(route, PROOFS));
    }
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

const byPin = rows.filter(({ policy }) => policy.proof?.by.includes('pin') && policy.second);

describe.each(byPin)('$route', ({ route, policy }) => {
  it('needs a second person besides a PIN that was set today, and none besides an older one', async () => {
    const { proof, second } = policy;
    if (second?.from) await amount(second.from, NO_LIMIT);
    for (const key of [proof?.above, proof?.from]) if (key) await amount(key, 0);
    const approved = { approval: here.approval };
    const setAt = (at: string) =>
      db.query(`UPDATE member SET pin_set_at = ${at} WHERE pin_hash IS NOT NULL`);
    const asked = {
      code: 'approval.required',
      params: { kind: policy.right, facts: { freshPin: true } },
    };
    expect((await attempt(route, ['approval'], () => setAt('now()'))).body).toMatchObject(asked);
    done(await attempt(route, [], () => setAt('now()'), approved));
    // A merge of much asks for its second person whatever was shown.
    if (proof?.from) return;
    done(await attempt(route, ['approval'], () => setAt(`now() - interval '3 days'`)));
  });
});

/** A sample's proofs by PIN: where it shows a document, the PIN instead. */
function provenByPin(body: Record<string, unknown>): Record<string, unknown> {
  const shown = { by: 'pin', pin: FIXTURE_PIN };
  const proofs = {
    identity: shown,
    ownerProof: shown,
    proof: { ...shown, mergedPin: FIXTURE_PIN },
  };
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      proofs[name as keyof typeof proofs] ?? value,
    ]),
  );
}

/** The sample of a command, without some of its fields; `prepare`: proven by PIN, after something was done to the PINs. */
async function attempt(
  route: string,
  without: readonly string[] = [],
  prepare?: () => Promise<unknown>,
  more: object = {},
): Promise<TestAnswer> {
  const act = ACTS[route];
  if (!act) throw new Error(route);
  const { path, body, changed }: Sample = await act.ask(here);
  await prepare?.();
  const kept = Object.entries(
    prepare ? provenByPin(body as Record<string, unknown>) : (body ?? {}),
  ).filter(([name]) => !without.includes(name));
  const sample = { path, body: { ...Object.fromEntries(kept), ...more }, changed };
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
