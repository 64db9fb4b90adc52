import { ApiError } from '../api-error.js';
import { type Asked, type Place } from './attempt.rules.js';
import { Attempts } from './attempts.js';
import { aBrowser } from './attempts.fixtures.js';

const { jest } = import.meta;

const NEVER_ARRIVED = new ApiError({ status: 0, code: 'network.unreachable' });
const RM1: Place = { tillId: 1, staffId: 7 };
const topUp = (amountCents: number, more: object = {}): Asked => ({
  method: 'POST',
  path: '/members/12/top-ups',
  body: { amountCents, ...more },
});
const about = (amountCents: number) => ({ act: 'topUp', memberId: 12, amountCents });
const codeOf = (error: unknown): unknown => (error as ApiError).code;
const soon = () => jest.advanceTimersByTimeAsync(2_100);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('a top-up whose answer is lost', () => {
  it('is asked for again by itself, with the same key and request, and made once', async () => {
    const { aTab, wire, sent, made, stored } = aBrowser();
    const { attempts } = aTab({ place: RM1 });
    wire.push('cut');
    const answer = attempts.newKey().send(topUp(60_00), about(60_00));
    await jest.advanceTimersByTimeAsync(0);
    expect(attempts.all.value).toMatchObject([{ state: 'unknown', lost: 1 }]);
    await soon();
    expect(await answer).toEqual({ topUpId: 1 });
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(sent.map(({ body }) => body)).toEqual([{ amountCents: 60_00 }, { amountCents: 60_00 }]);
    expect(made.size).toBe(1);
    expect(stored.get('shuke.attempts')).toBe('[]');
  });

  it('is told on the screen when its dialog was closed, and stays there until it is seen', async () => {
    const { aTab, wire } = aBrowser();
    const { attempts } = aTab({ place: RM1 });
    wire.push('cut');
    const key = attempts.newKey();
    void key.send(topUp(60_00), about(60_00));
    await jest.advanceTimersByTimeAsync(0);
    attempts.leave(key.value);
    await soon();
    expect(attempts.all.value).toMatchObject([{ state: 'made', result: { topUpId: 1 } }]);
    attempts.dismiss(key.value);
    expect(attempts.all.value).toEqual([]);
  });

  it('is not made again by the dialog opened anew, edited or not: the first is told instead', async () => {
    const { aTab, wire, made } = aBrowser();
    const { attempts } = aTab({ place: RM1 });
    wire.push('cut');
    const first = attempts.newKey();
    void first.send(topUp(60_00), about(60_00));
    await jest.advanceTimersByTimeAsync(0);
    attempts.leave(first.value);
    const second = attempts.newKey().send(topUp(70_00), about(70_00));
    await expect(second).rejects.toMatchObject({
      code: 'attempt.first_made',
      params: { amountCents: 60_00, result: { topUpId: 1 } },
    });
    expect(made.size).toBe(1);
    // Told once; whoever still wants another one gets it.
    expect(await attempts.newKey().send(topUp(70_00), about(70_00))).toEqual({ topUpId: 2 });
  });

  it('holds the next one back while nobody knows', async () => {
    const { aTab, wire, sent } = aBrowser();
    const { attempts } = aTab({ place: RM1 });
    wire.push('cut', 'cut');
    const first = attempts.newKey();
    void first.send(topUp(60_00), about(60_00));
    await jest.advanceTimersByTimeAsync(0);
    attempts.leave(first.value);
    const error = await attempts.newKey().send(topUp(60_00), about(60_00)).catch(codeOf);
    expect(error).toBe('attempt.first_unknown');
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });

  it('goes on after a reload, and for the next cashier', async () => {
    const browser = aBrowser();
    const before = browser.aTab({ place: RM1 });
    browser.wire.push('cut');
    void before.attempts.newKey().send(topUp(60_00), about(60_00));
    before.end();
    const here: { place: Place | null } = { place: null };
    const { attempts } = browser.aTab(here);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(browser.sent).toHaveLength(1);
    here.place = { tillId: 1, staffId: 8 };
    attempts.wake();
    await jest.advanceTimersByTimeAsync(0);
    expect(attempts.all.value).toMatchObject([{ state: 'made', result: { topUpId: 1 } }]);
    expect(browser.made.size).toBe(1);
  });

  it.each([401, 403, 409, 422, 429])('is not ended by a %i at the door', async (status) => {
    const { aTab, wire, made } = aBrowser();
    const { attempts } = aTab({ place: RM1 });
    wire.push('cut', new ApiError({ status, code: 'some.refusal' }));
    const answer = attempts.newKey().send(topUp(60_00), about(60_00));
    await soon();
    expect(attempts.all.value).toMatchObject([{ state: 'unknown', problem: { status } }]);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await answer).toEqual({ topUpId: 1 });
    expect(made.size).toBe(1);
  });

  it('is ended by a refusal that was judged inside', async () => {
    const { aTab, wire } = aBrowser();
    const { attempts } = aTab({ place: RM1 });
    const judged = new ApiError({ status: 409, code: 'wallet.limit_exceeded', judged: true });
    wire.push(NEVER_ARRIVED, judged);
    const answer = attempts.newKey().send(topUp(60_00), about(60_00)).catch(codeOf);
    await soon();
    expect(await answer).toBe('wallet.limit_exceeded');
    expect(attempts.all.value).toEqual([]);
  });

  it('is ended by it for good: a first try that is still on its way finds its key closed', async () => {
    const { aTab, wire, closed, sent } = aBrowser();
    const { attempts } = aTab({ place: RM1 });
    const judged = new ApiError({ status: 409, code: 'ledger.insufficient', judged: true });
    wire.push(NEVER_ARRIVED, judged);
    const answer = attempts.newKey().send(topUp(60_00), about(60_00)).catch(codeOf);
    await soon();
    expect(await answer).toBe('ledger.insufficient');
    expect(closed).toEqual([sent[0]?.key]);
  });

  it('is told as made where the first try came through while the second was being refused', async () => {
    const { aTab, wire, made } = aBrowser();
    const { attempts } = aTab({ place: RM1 });
    const judged = new ApiError({ status: 409, code: 'ledger.insufficient', judged: true });
    // The first one is made, unheard; the second one was judged just before that.
    wire.push('cut', judged);
    const answer = attempts.newKey().send(topUp(60_00), about(60_00)).catch(codeOf);
    await soon();
    expect(await answer).toEqual({ topUpId: 1 });
    expect(made.size).toBe(1);
  });

  it('stays unknown where its key can not be closed', async () => {
    const { aTab, wire } = aBrowser();
    const { attempts } = aTab({ place: RM1 });
    const judged = new ApiError({ status: 409, code: 'ledger.insufficient', judged: true });
    wire.push(NEVER_ARRIVED, judged, 'cut');
    const answer = attempts.newKey().send(topUp(60_00), about(60_00)).catch(codeOf);
    await soon();
    expect(attempts.all.value).toMatchObject([{ state: 'unknown', lost: 2 }]);
    wire.push(judged);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await answer).toBe('ledger.insufficient');
  });
});

describe('a request with a PIN', () => {
  const withPin = topUp(60_00, { pin: '135790' });

  it('is asked again with it by the page that knows it, and never written down', async () => {
    const { aTab, wire, sent, stored } = aBrowser();
    const { attempts } = aTab({ place: RM1 });
    wire.push('cut');
    const answer = attempts.newKey().send(withPin, about(60_00));
    await jest.advanceTimersByTimeAsync(0);
    expect([...stored.values()].join()).not.toContain('135790');
    await soon();
    await answer;
    expect(sent[1]).toEqual(sent[0]);
  });

  it('is closed instead after a reload: made it is told, not made it can not be made any more', async () => {
    for (const [arrives, state] of [
      [true, 'made'],
      [false, 'refused'],
    ] as const) {
      const browser = aBrowser();
      const before = browser.aTab({ place: RM1 });
      browser.wire.push(arrives ? 'cut' : new ApiError({ status: 503, code: '' }));
      void before.attempts.newKey().send(withPin, about(60_00));
      await jest.advanceTimersByTimeAsync(0);
      before.end();
      const { attempts } = browser.aTab({ place: RM1 });
      await jest.advanceTimersByTimeAsync(0);
      expect(attempts.all.value).toMatchObject([{ state }]);
      expect([browser.sent.length, browser.closed.length]).toEqual([1, 1]);
    }
  });

  it('is closed when another person came meanwhile', async () => {
    const { aTab, wire, sent, closed } = aBrowser();
    const { attempts } = aTab({ place: RM1 });
    wire.push('cut');
    const answer = attempts.newKey().send(withPin, about(60_00));
    await jest.advanceTimersByTimeAsync(0);
    attempts.forgetSecrets();
    await soon();
    expect(await answer).toEqual({ topUpId: 1 });
    expect([sent.length, closed.length]).toEqual([1, 1]);
  });
});

describe('another till', () => {
  it('asks nothing by itself; by hand it closes the key and says what became of it', async () => {
    const { aTab, wire, sent, closed } = aBrowser();
    const here = { place: RM1 };
    const { attempts } = aTab(here);
    wire.push('cut');
    const key = attempts.newKey();
    void key.send(topUp(60_00), about(60_00));
    await jest.advanceTimersByTimeAsync(0);
    attempts.leave(key.value);
    here.place = { tillId: 2, staffId: 7 };
    await jest.advanceTimersByTimeAsync(60_000);
    expect([sent.length, closed.length]).toEqual([1, 0]);
    await attempts.askAgain(key.value);
    expect([sent.length, closed.length]).toEqual([1, 1]);
    expect(attempts.all.value).toMatchObject([{ state: 'made' }]);
  });
});

describe('two tabs', () => {
  it('send one key once, however both press', async () => {
    const { aTab, sent } = aBrowser();
    const [one, two] = [aTab({ place: RM1 }).attempts, aTab({ place: RM1 }).attempts];
    const answers = [one, two].map((tab) =>
      tab.newKey('shared').send(topUp(60_00), about(60_00)).catch(codeOf),
    );
    expect(await Promise.all(answers)).toEqual([{ topUpId: 1 }, 'attempt.first_unknown']);
    expect(sent).toHaveLength(1);
  });

  it('ask one at a time; the other takes over when the first is gone', async () => {
    const browser = aBrowser();
    const [one, two] = [browser.aTab({ place: RM1 }), browser.aTab({ place: RM1 })];
    browser.wire.push('cut', 'cut');
    void one.attempts.newKey().send(topUp(60_00), about(60_00));
    await soon();
    two.attempts.read();
    await jest.advanceTimersByTimeAsync(0);
    expect(browser.sent).toHaveLength(2);
    one.end();
    two.attempts.read();
    await jest.advanceTimersByTimeAsync(0);
    expect(browser.sent).toHaveLength(3);
    expect(two.attempts.all.value).toMatchObject([{ state: 'made' }]);
  });
});

it('keeps nothing of what is harmless twice, and nothing that was stopped at the door', async () => {
  const { aTab, wire, stored } = aBrowser();
  const { attempts } = aTab({ place: RM1 });
  wire.push('cut');
  const key = attempts.newKey();
  void key.send(topUp(1), null);
  await jest.advanceTimersByTimeAsync(0);
  attempts.leave(key.value);
  expect(attempts.all.value).toEqual([]);
  wire.push(new ApiError({ status: 429, code: 'x' }));
  expect(await attempts.newKey().send(topUp(1), about(1)).catch(codeOf)).toBe('x');
  expect(stored.get('shuke.attempts') ?? '[]').toBe('[]');
});

it('sends nothing while nobody may act', async () => {
  const { aTab, sent } = aBrowser();
  const { attempts } = aTab({ place: null });
  expect(await attempts.newKey().send(topUp(1), about(1)).catch(codeOf)).toBe('session.none');
  expect(sent).toEqual([]);
});

it('works in a browser that keeps nothing', async () => {
  const attempts = new Attempts({
    exchange: () => Promise.resolve({ done: true }),
    close: () => Promise.resolve({ made: false, result: null }),
    cell: (value) => ({ value }),
    place: () => RM1,
    tabs: { id: 'only', isAlive: () => false },
    storage: {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    },
  });
  expect(await attempts.newKey().send(topUp(1), about(1))).toEqual({ done: true });
});
