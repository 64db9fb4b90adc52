import {
  type Attempt,
  concerns,
  firstOf,
  orphaned,
  outcomeOf,
  readAttempts,
  retryDelayMs,
  settle,
  wayToKnow,
  withoutSecrets,
} from './attempt.rules.js';

const RM1 = { tillId: 1, staffId: 7 };
const asked = { method: 'POST', path: '/members/12/top-ups', body: { amountCents: 60_00 } };
const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  key: 'key-1',
  about: { act: 'topUp', memberId: 12, amountCents: 60_00 },
  asked,
  hasSecrets: false,
  place: RM1,
  state: 'sending',
  lost: 0,
  stopped: 0,
  problem: null,
  result: null,
  tab: 'tab-1',
  at: 0,
  ...change,
});
const problem = (status: number, code = '') => ({ status, code, params: {} });
const lost = (change: Partial<Attempt> = {}) => attempt({ state: 'unknown', lost: 1, ...change });

describe('what an answer says about the first try', () => {
  it.each([0, 408, 500, 502, 503, 504])('%i says nothing: the answer is lost', (status) => {
    expect(outcomeOf(problem(status), false).kind).toBe('lost');
    expect(outcomeOf(problem(status), true).kind).toBe('lost');
  });
  it.each([401, 403, 409, 422, 429])('%i counts only where it was judged inside', (status) => {
    expect(outcomeOf(problem(status), false).kind).toBe('stopped');
    expect(outcomeOf(problem(status), true).kind).toBe('refused');
  });
});

describe('after a lost answer', () => {
  const unknown = settle(attempt(), outcomeOf(problem(0), false)) as Attempt;

  it('its fate is unknown, under the same key and with the same request', () => {
    expect(unknown).toMatchObject({ state: 'unknown', key: 'key-1', asked, lost: 1 });
  });
  it.each([
    [401, 'session.none'],
    [403, 'access.forbidden'],
    [429, 'session.too_many_attempts'],
    [409, 'session.no_till'],
    [409, 'session.changed'],
    [409, 'command.key_reused'],
    [422, 'request.invalid'],
  ])('%i %s does not end it', (status, code) => {
    const still = settle(unknown, outcomeOf(problem(status, code), false));
    expect(still).toMatchObject({ state: 'unknown', key: 'key-1', asked, problem: { code } });
  });
  it('a replayed success ends it', () => {
    expect(settle(unknown, { kind: 'made', result: { topUpId: 3 } })).toMatchObject({
      state: 'made',
      result: { topUpId: 3 },
    });
  });
  it('a refusal that was judged inside ends it', () => {
    const why = problem(409, 'wallet.limit_exceeded');
    expect(settle(unknown, outcomeOf(why, true))).toMatchObject({ state: 'refused', problem: why });
  });
});

it('is forgotten when the first try was stopped at the door: nothing can have happened', () => {
  expect(settle(attempt(), outcomeOf(problem(401), false))).toBeNull();
});

it('is unknown when its tab is gone in the middle', () => {
  expect(orphaned(attempt())).toMatchObject({ state: 'unknown', lost: 1 });
  expect(orphaned(lost())).toEqual(lost());
});

describe('the way to know', () => {
  it.each([
    ['at its till, by whoever is there', lost(), { tillId: 1, staffId: 8 }, true, 'ask'],
    ['at another till', lost(), { tillId: 2, staffId: 7 }, true, 'wait'],
    ['while nobody is signed in', lost(), null, true, 'wait'],
    [
      'in the office, by its person',
      lost({ place: { tillId: null, staffId: 7 } }),
      { tillId: null, staffId: 7 },
      true,
      'ask',
    ],
    [
      'in the office, by another',
      lost({ place: { tillId: null, staffId: 7 } }),
      { tillId: null, staffId: 8 },
      true,
      'wait',
    ],
    ['with the PIN still in memory', lost({ hasSecrets: true }), RM1, true, 'ask'],
    ['without its PIN', lost({ hasSecrets: true }), RM1, false, 'close'],
    [
      'with a request that is not understood any more',
      lost({ problem: problem(422) }),
      RM1,
      true,
      'close',
    ],
    [
      'with a key that is taken',
      lost({ problem: problem(409, 'command.key_reused') }),
      RM1,
      true,
      'close',
    ],
    ['after somebody without the right', lost({ problem: problem(403) }), RM1, true, 'ask'],
    ['the first time', attempt(), RM1, true, 'ask'],
  ] as const)('%s', (_when, which, here, knows, way) => {
    expect(wayToKnow(which, here, knows)).toBe(way);
  });
});

describe('the same act from before', () => {
  const next = { key: 'key-2', asked, about: { act: 'topUp', memberId: 12, amountCents: 70_00 } };
  it('is found whatever the amount, from its till or its person', () => {
    expect(firstOf([lost()], next, { tillId: 1, staffId: 9 })?.key).toBe('key-1');
    expect(firstOf([lost()], next, { tillId: 2, staffId: 7 })?.key).toBe('key-1');
    expect(firstOf([lost()], next, { tillId: 2, staffId: 9 })).toBeUndefined();
  });
  it('is not another member’s, nor another act', () => {
    const other = { ...asked, path: '/members/13/top-ups' };
    expect(firstOf([lost()], { ...next, asked: other }, RM1)).toBeUndefined();
    const about = { act: 'withdraw', memberId: 12 };
    expect(firstOf([lost()], { ...next, about }, RM1)).toBeUndefined();
  });
  it('is the same key, sent by another tab', () => {
    expect(firstOf([attempt()], { key: 'key-1', asked, about: null }, RM1)?.key).toBe('key-1');
  });
});

it('concerns its till and its person, wherever they work', () => {
  expect(concerns(lost(), { tillId: 1, staffId: 99 })).toBe(true);
  expect(concerns(lost(), { tillId: null, staffId: 7 })).toBe(true);
  expect(
    concerns(lost({ place: { tillId: null, staffId: 7 } }), { tillId: null, staffId: 8 }),
  ).toBe(false);
});

describe('what is kept in the browser', () => {
  it('has no PIN, wherever it stands in the request', () => {
    const body = {
      amountCents: 1,
      pin: '135790',
      approval: { login: 'manager', pin: '246810' },
      settlement: [{ identity: { by: 'pin', pin: '135790' } }],
    };
    const { kept, hasSecrets } = withoutSecrets(body);
    expect(JSON.stringify(kept)).not.toMatch(/135790|246810/);
    expect(kept).toEqual({
      amountCents: 1,
      approval: { login: 'manager' },
      settlement: [{ identity: { by: 'pin' } }],
    });
    expect(hasSecrets).toBe(true);
  });
  it('is the whole request where there is nothing secret', () => {
    const body = { amountCents: 1, pin: undefined, lines: [{ productId: 4 }], note: null };
    expect(withoutSecrets(body)).toEqual({
      kept: { amountCents: 1, lines: [{ productId: 4 }], note: null },
      hasSecrets: false,
    });
  });
  it('is read back, and what is damaged is left out', () => {
    expect(readAttempts(JSON.stringify([lost(), null, 1, { key: 'x' }]))).toEqual([lost()]);
    for (const text of [null, '', '{', '{}', '7']) expect(readAttempts(text)).toEqual([]);
  });
});

it('asks again ever more slowly', () => {
  const delays = [1, 2, 3, 4, 9].map((times) => retryDelayMs({ lost: times, stopped: 0 }));
  expect(delays).toEqual([2_000, 4_000, 8_000, 10_000, 10_000]);
  expect(retryDelayMs({ lost: 1, stopped: 2 })).toBe(8_000);
});
