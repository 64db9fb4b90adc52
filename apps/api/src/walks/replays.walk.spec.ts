import { randomUUID } from 'node:crypto';
import { Settings, SETTINGS } from '#chain/settings';
import { testApp, type TestAnswer } from '#workshop/testing';
import { ACTS, type Sample, send } from './act-samples.fixtures.js';
import { twoPlaces } from './place.fixtures.js';
import { routesOf } from './routes-of.fixtures.js';

// Every command of the application, sent again under its key: whatever has changed since, it is answered as the first time.
const api = await testApp({ books: 'once' });
const { here, there } = await twoPlaces(api);
const { db } = api;

it('knows a request of every command', () => {
  const commands = routesOf(api).filter((route) => route.isCommand);
  expect(Object.keys(ACTS).sort()).toEqual(commands.map(({ name }) => name).sort());
});

/** What no second answer may add to. */
const written = (): Promise<object> =>
  db.one<object>(
    `SELECT (SELECT count(*) FROM ledger.entry) AS entries, (SELECT count(*) FROM audit_record) AS audit, (SELECT count(*) FROM outbox) AS outbox,
            (SELECT count(*) FROM command) AS commands, (SELECT count(*) FROM approval) AS approvals,
            (SELECT coalesce(sum(pin_failures), 0) FROM member) AS wrong_pins`,
  );

/** The request as it is sent by a page that was loaded again: nobody keeps a PIN. Where one must be there, it is another. */
function withoutPins({ path, body, changed }: Sample): Sample {
  const isAboutPins = /\/pin(\/|$)/.test(path);
  const other = isAboutPins ? '864209' : undefined;
  const bare: Record<string, unknown> = { ...body, approval: undefined };
  for (const name of ['pin', 'oldPin', 'ownerPin']) if (name in bare) bare[name] = other;
  return { path, body: bare, changed };
}

const isReplayOf = (first: TestAnswer, again: TestAnswer): void =>
  expect({
    status: again.status,
    body: again.body as unknown,
    replayed: again.headers['idempotency-replayed'],
  }).toEqual({ status: first.status, body: first.body as unknown, replayed: 'true' });

describe.each(Object.entries(ACTS))('%s', (_name, act) => {
  const method = act.method ?? 'POST';
  const [who, other] = act.by === 'desk' ? [here.desk, here.head] : [here.head, here.desk];

  it('is answered the same again: word for word, without its PIN, and to another person of the store', async () => {
    const sample = await act.ask(here);
    const key = randomUUID();
    const first = await send(who, method, sample, key);
    expect({ status: first.status < 300, text: first.text }).toMatchObject({ status: true });
    const before = await written();
    isReplayOf(first, await send(who, method, sample, key));
    isReplayOf(first, await send(who, method, withoutPins(sample), key));
    isReplayOf(first, await send(other, method, sample, key));
    expect(await written()).toEqual(before);
  });

  it('is refused to somebody of another store, and with another request, which names the first', async () => {
    const sample = await act.ask(here);
    const key = randomUUID();
    const first = await send(who, method, sample, key);
    const before = await written();
    const stranger = await send(there.desk, method, sample, key);
    expect(stranger.status).toBeGreaterThanOrEqual(400);
    expect(stranger.status).toBeLessThan(500);
    expect(stranger.headers['idempotency-replayed']).toBeUndefined();
    if (sample.changed) {
      const { name } = await db.one<{ name: string }>('SELECT name FROM command WHERE key = $1', [
        key,
      ]);
      const changed = await send(who, method, { ...sample, body: sample.changed }, key);
      expect(changed).toMatchObject({
        status: 409,
        body: { code: 'command.key_reused', params: { name } },
      });
    }
    expect(await written()).toEqual(before);
    isReplayOf(first, await send(who, method, sample, key));
  });
});

/** Every setting at one end of what it may be, or again at its default. */
async function settingsAt(end: 'min' | 'max' | 'default'): Promise<void> {
  const values = Object.entries(SETTINGS).map(([key, spec]) => {
    if (end === 'default' || spec.type === 'text') return [key, spec.default];
    if (spec.type === 'flag') return [key, !spec.default];
    if (spec.type === 'choice')
      return [key, spec.options[end === 'min' ? 0 : spec.options.length - 1]];
    return [key, spec[end]];
  });
  await db.query(
    `INSERT INTO setting (key, version, value, changed_at)
     SELECT v.key, (SELECT count(*) + 1 FROM setting s WHERE s.key = v.key), v.value, now() FROM jsonb_each($1::jsonb) v`,
    [JSON.stringify(Object.fromEntries(values))],
  );
  api.app.get(Settings).forget();
}

// A setting that became stricter meanwhile refuses what is new, never what was done.
describe('whatever head office has set since', () => {
  afterEach(() => settingsAt('default'));

  it.each(Object.entries(ACTS))('%s is answered as the first time', async (_name, act) => {
    const who = act.by === 'desk' ? here.desk : here.head;
    const sample = await act.ask(here);
    const key = randomUUID();
    const first = await send(who, act.method ?? 'POST', sample, key);
    expect({ status: first.status < 300, text: first.text }).toMatchObject({ status: true });
    for (const end of ['min', 'max'] as const) {
      await settingsAt(end);
      isReplayOf(first, await send(who, act.method ?? 'POST', sample, key));
    }
  });
});

describe('a command that a second person approved on their own device', () => {
  const approved = Object.entries(ACTS).filter(([name]) =>
    /wallet-refunds|adjustments|top-ups\/:id\/reversal|withdrawals|transfers|closing/.test(name),
  );

  it.each(approved)('%s is answered the same once its approval was used', async (_name, act) => {
    const { path, body, changed } = await act.ask(here);
    const key = randomUUID();
    const bare = { path, body: { ...body, approval: undefined }, changed };
    const refused = await send(here.desk, 'POST', bare, key);
    // Below the amount from which a second person is asked.
    if (refused.status < 300) return isReplayOf(refused, await send(here.desk, 'POST', bare, key));
    expect(refused.body).toMatchObject({ code: 'approval.required', judged: true });
    const { limitCents: _limit, ...question } = refused.body.params as Record<string, unknown>;
    const asked = await here.desk.post('/api/v1/approvals', question, { key: randomUUID() });
    const decision = `/api/v1/approvals/${asked.body.requestId}/decision`;
    await here.head.post(decision, { decision: 'approve' }, { key: randomUUID() });
    const request = { path, body: { ...body, approval: asked.body }, changed };
    request.body = {
      ...body,
      approval: { requestId: asked.body.requestId },
    } as typeof request.body;
    const first = await send(here.desk, 'POST', request, key);
    expect({ status: first.status < 300, text: first.text }).toMatchObject({ status: true });
    const before = await written();
    isReplayOf(first, await send(here.desk, 'POST', request, key));
    isReplayOf(first, await send(here.desk, 'POST', bare, key));
    expect(await written()).toEqual(before);
    const twice = await send(here.desk, 'POST', request, randomUUID());
    expect(twice.status).toBeGreaterThanOrEqual(400);
  });
});
