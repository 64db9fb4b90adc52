import { ACT_POLICY, type ActPolicy } from '#chain/approvals';
import { type SettingKey, Settings } from '#chain/settings';
import { declaredKinds, IS_MONEY } from '#ledger';
import { testApp, type TestAnswer } from '#workshop/testing';
import { ACTS, type ActSample, send } from './act-samples.fixtures.js';
import { twoPlaces } from './place.fixtures.js';

// Whatever leaves a drawer, a safe or an account of a provider counts towards the limits of the day, by what left. So an
// act that pays out and asks nobody else is found here, also one that is added later.
const api = await testApp({ books: 'once' });
const { db } = api;
const { here } = await twoPlaces(api);
const policyOf = (route: string): ActPolicy | undefined =>
  Object.values(ACT_POLICY as Record<string, ActPolicy>).find(({ routes }) =>
    routes.includes(route),
  );

/** Pays out, and does not count. */
const NOT_COUNTED: Record<string, string> = {
  'POST /sales/:id/void':
    'what the same sale brought in on the same day; later it is an act of its own (undo.late)',
};

/** Kinds of entries that no request makes at once. None of them moves money. */
const NO_REQUEST: Record<string, string> = {
  release: 'by a job: an instalment of the bonus comes to the wallet',
  expiry: 'by a job: value of a lot ends',
  import_opening: 'by the job of an import: what members bring along',
};
/** Declared for specs alone, see libs/workshop/testing/app.ts. */
const OF_SPECS = ['spend', 'redemption', 'bonus_grant', 'adjustment', 'transfer', 'reversal'];

const NO_LIMIT = 10_000_000_00;
const limits = [
  'approval.member_day_from_cents',
  'approval.staff_day_from_cents',
  ...Object.values(ACT_POLICY as Record<string, ActPolicy>).flatMap(
    ({ second }) => second?.from ?? [],
  ),
] as SettingKey[];

beforeAll(async () => {
  for (const key of new Set(limits))
    await db.query(
      `INSERT INTO setting (key, version, value)
       VALUES ($1, (SELECT coalesce(max(version), 0) + 1 FROM setting WHERE key = $1), $2)`,
      [key, NO_LIMIT],
    );
  api.app.get(Settings).forget();
});

interface Walked {
  route: string;
  kinds: string[];
  /** What left, and what was written down as one person's own. */
  paidCents: number;
  countedCents: number;
}

const last = () =>
  db.one<{ entry: number; act: number }>(
    `SELECT (SELECT coalesce(max(id), 0) FROM ledger.entry) AS entry,
            (SELECT coalesce(max(id), 0) FROM unapproved_act) AS act`,
  );

/** By one person alone where that may be; some acts always need the second one. */
async function carriedOut(
  act: ActSample,
): Promise<{ answer: TestAnswer; since: { entry: number; act: number } }> {
  const whole = await act.ask(here);
  const { approval, ...alone } = (whole.body ?? {}) as Record<string, unknown>;
  const since = await last();
  const method = act.method ?? 'POST';
  const answer = await send(here[act.by], method, { ...whole, body: alone });
  if (answer.status < 300 || approval === undefined) return { answer, since };
  expect(answer.body).toMatchObject({ code: 'approval.required' });
  return { answer: await send(here[act.by], method, whole), since };
}

async function walked(route: string, act: ActSample): Promise<Walked> {
  const { answer, since } = await carriedOut(act);
  expect({ route, done: answer.status < 300, text: answer.text }).toMatchObject({ done: true });
  const moved = await db.one<Omit<Walked, 'route'>>(
    `SELECT coalesce((SELECT json_agg(DISTINCT kind) FROM ledger.entry WHERE id > $1), '[]') AS kinds,
            coalesce((SELECT -sum(p.amount)::bigint FROM ledger.posting p WHERE p.entry_id > $1 AND ${IS_MONEY} AND p.amount < 0), 0) AS "paidCents",
            coalesce((SELECT sum(amount_cents)::bigint FROM unapproved_act WHERE id > $2), 0) AS "countedCents"`,
    [since.entry, since.act],
  );
  return { route, ...moved };
}

describe('every act that pays money out', () => {
  const all: Walked[] = [];
  beforeAll(async () => {
    for (const [route, act] of Object.entries(ACTS)) all.push(await walked(route, act));
  }, 120_000);
  const paying = () => all.filter(({ paidCents }) => paidCents > 0);

  it('counts towards the limits of the day, with no less than what left', () => {
    const uncounted = paying().filter(({ paidCents, countedCents }) => countedCents < paidCents);
    expect(uncounted.map(({ route }) => route)).toEqual(Object.keys(NOT_COUNTED));
  });

  it('says so in the table of acts', () => {
    const silent = paying().filter(({ route }) => !policyOf(route)?.second?.day);
    expect(silent.map(({ route }) => route)).toEqual(Object.keys(NOT_COUNTED));
  });

  it('is among the samples, whatever kind of entry it posts', () => {
    const seen = new Set([...all.flatMap(({ kinds }) => kinds), ...OF_SPECS]);
    const unseen = declaredKinds().filter(({ kind }) => !seen.has(kind));
    expect(unseen.map(({ kind }) => kind).sort()).toEqual(Object.keys(NO_REQUEST).sort());
  });

  it('is a return, a refund, a withdrawal, a closing, a reversed top-up: none of them is overlooked', () => {
    const kinds = new Set(paying().flatMap(({ kinds: posted }) => posted));
    for (const kind of [
      'sale_return',
      'wallet_refund',
      'withdrawal',
      'card_closing',
      'top_up_reversal',
    ])
      expect(kinds).toContain(kind);
  });
});
