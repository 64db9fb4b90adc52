import {
  afterReload,
  type Attempt,
  openAttempt,
  outcomeOf,
  retryDelayMs,
  send,
  settleAttempt,
} from './attempt.rules.js';

interface Ask {
  dueCents: number;
}
const ASK: Ask = { dueCents: 28170 };
const open = (): Attempt<Ask> => openAttempt('key-1');

describe('an attempt to take money', () => {
  it('asks again with the same key and the same request after a lost answer', () => {
    const lost = settleAttempt(send(open(), ASK), 'lost', 'key-2');
    expect(lost).toMatchObject({ state: 'unknown', key: 'key-1', request: ASK });
    expect(send(lost, { dueCents: 1 })).toMatchObject({ key: 'key-1', request: ASK });
  });

  it('goes on under a new key after a definite refusal', () => {
    const refused = settleAttempt(send(open(), ASK), 'refused', 'key-2');
    expect(refused).toEqual(openAttempt('key-2'));
    expect(send(refused, { dueCents: 1 })).toMatchObject({
      key: 'key-2',
      request: { dueCents: 1 },
    });
  });

  it('stays unknown when asking again is stopped at the door', () => {
    const lost = settleAttempt(send(open(), ASK), 'lost', 'key-2');
    expect(settleAttempt(send(lost, ASK), 'stopped', 'key-2')).toMatchObject({
      state: 'unknown',
      key: 'key-1',
      request: ASK,
    });
  });

  it('can be changed when the first try was stopped at the door', () => {
    expect(settleAttempt(send(open(), ASK), 'stopped', 'key-2')).toEqual(open());
  });

  it('is unknown after a reload in the middle', () => {
    expect(afterReload(send(open(), ASK))).toMatchObject({
      state: 'unknown',
      key: 'key-1',
      lost: 1,
    });
    expect(afterReload(open())).toEqual(open());
  });
});

it('reads an answer: server errors and silence say nothing about the money', () => {
  expect([201, 200].map(outcomeOf)).toEqual(['done', 'done']);
  expect([409, 422, 403, 404].map(outcomeOf)).toEqual(Array(4).fill('refused'));
  expect([401, 429].map(outcomeOf)).toEqual(['stopped', 'stopped']);
  expect([null, 0, 408, 500, 503].map(outcomeOf)).toEqual(Array(5).fill('lost'));
});

it('asks again ever more slowly', () => {
  expect([1, 2, 3, 4, 9].map(retryDelayMs)).toEqual([2_000, 4_000, 8_000, 10_000, 10_000]);
});
