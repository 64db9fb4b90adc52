import { readFileSync } from 'node:fs';
import { Db } from '#kernel';
import { testApp } from '#workshop/testing';
import { aCounter } from './counter.fixtures.js';
import { memberActs } from './member-acts.fixtures.js';
import { aSaver, type MemberAct } from './saver.fixtures.js';

// Every pair of acts on one member at two tills at once. An act that locks in an order of its own meets another one here.
const test = await testApp({ books: 'once' });
const counter = await aCounter(test);
const acts = await memberActs(counter);
const here = counter.manager;
const there = test.as('head');
const { contention } = test.app.get(Db);
beforeAll(() => there.sitAt(test.org.binjiangTillId));

/** What changes something, and locks nothing of a member. A path stands for all below it. */
const ELSEWHERE = [
  // What the chain is and offers.
  ...['settings', 'stores', 'levels', 'member-fields', 'tags', 'top-up-rules', 'message-templates'],
  ...['categories', 'products', 'stock', 'card-ranges', 'card-stock', 'segments', 'campaigns'],
  // People who work here, and what they look at.
  ...[
    'session',
    'commands',
    'jobs',
    'tenders',
    'approvals',
    'list-views',
    'reports',
    'exports',
    'books',
    'imports',
  ],
  // A member who is new, cards of many members, a paper printed again.
  ...['members', 'cards/extensions', 'cards/extensions/preview'],
  ...['top-ups/{id}/prints', 'payouts/{id}/prints', 'sales/{id}/prints', 'members/{id}/statements'],
  'returns',
].map((path) => `/api/v1/${path}`);
/** Below these every path is named by itself. */
const ONE_BY_ONE = ['members', 'cards', 'top-ups', 'payouts', 'sales', 'desk'];

function isElsewhere(route: string): boolean {
  const path = route.split(' ')[1] ?? '';
  const [capability = ''] = path.replace('/api/v1/', '').split('/');
  if (ONE_BY_ONE.includes(capability)) return ELSEWHERE.includes(path);
  return ELSEWHERE.includes(`/api/v1/${capability}`);
}

it('has an act for every route that changes something of a member', () => {
  const file = new URL('../../../../libs/web/api-client/openapi.json', import.meta.url);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, object> };
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get')
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
  const named = new Set(Object.values(acts).map(({ route }) => route));
  expect(routes.filter((route) => !named.has(route) && !isElsewhere(route))).toEqual([]);
  expect([...named].filter((route) => !routes.includes(route))).toEqual([]);
});

async function answerOf(act: MemberAct) {
  const saver = await aSaver(counter);
  await act.prepare?.(here, saver);
  return act.run(here, saver);
}

it.each(Object.entries(acts))('%s is done, or refused when all is locked', async (_, act) => {
  const { status, body } = await answerOf(act);
  expect({ body, done: status < 300, refusal: status < 300 ? undefined : body.code }).toEqual({
    body,
    done: act.refusal === undefined,
    refusal: act.refusal,
  });
});

it('no two acts on one member ever wait for each other in a circle', async () => {
  const all = Object.entries(acts);
  const pairs = all.flatMap(([one, first], index) =>
    all.slice(index).map(([other, second]) => ({ name: `${one} and ${other}`, first, second })),
  );
  const broken: string[] = [];
  const race = async ({ name, first, second }: (typeof pairs)[number]) => {
    const saver = await aSaver(counter);
    await first.prepare?.(here, saver);
    if (second !== first) await second.prepare?.(there, saver);
    const answers = await Promise.all([first.run(here, saver), second.run(there, saver)]);
    for (const { status, body } of answers)
      if (status >= 500) broken.push(`${name}: ${status} ${JSON.stringify(body)}`);
  };
  // Several pairs at a time, each on a member of its own.
  for (let from = 0; from < pairs.length; from += 6)
    await Promise.all(pairs.slice(from, from + 6).map(race));
  expect(broken).toEqual([]);
  expect(contention.failures.get('40P01') ?? 0).toBe(0);
  expect(contention.outOfOrder).toEqual([]);
}, 180_000);
