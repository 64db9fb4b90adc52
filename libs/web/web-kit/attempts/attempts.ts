import { ApiError } from '../api-error.js';
import type { AttemptsHost } from './attempts-host.js';
import { KeptAttempts } from './kept-attempts.js';
import { newUuid } from './uuid.js';
import {
  type About,
  type Asked,
  type Attempt,
  firstOf,
  isOpen,
  orphaned,
  type Outcome,
  outcomeOf,
  type Problem,
  retryDelayMs,
  settle,
  wayToKnow,
  withoutSecrets,
} from './attempt.rules.js';

/** The key of one command, made when its dialog opens. Whatever is sent with it goes through the attempts of this browser. */
export class CommandKey {
  constructor(
    private readonly attempts: Attempts,
    readonly value: string,
  ) {}

  /** `about` null: harmless if done twice; it is not kept beyond its dialog. */
  send(asked: Asked, about: About | null): Promise<unknown> {
    return this.attempts.send(this.value, asked, about);
  }
}

interface Answer {
  outcome: Outcome;
  /** As it was thrown, with the fields it names. */
  error?: unknown;
}

interface Waiter {
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/**
 * Every command of this browser whose fate is not known, or not seen yet. Kept in the browser's storage, so that it survives
 * Esc, a reload, a sign-out and the next cashier; asked for again by itself, by one tab.
 */
export class Attempts {
  readonly all: { value: readonly Attempt[] };
  /** Those that are being asked for right now. */
  readonly asking: { value: ReadonlySet<string> };
  /** Harmless ones, only as long as their dialog is open. */
  private readonly unkept = new Set<string>();
  /** Bodies with their PINs: in memory, until the fate is known or the person leaves. */
  private readonly bodies = new Map<string, unknown>();
  private readonly waiters = new Map<string, Waiter>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly kept: KeptAttempts;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly host: AttemptsHost) {
    this.kept = new KeptAttempts(host.storage);
    this.all = host.cell<readonly Attempt[]>([]);
    this.asking = host.cell<ReadonlySet<string>>(new Set());
    this.read();
  }

  newKey(value: string = newUuid()): CommandKey {
    return new CommandKey(this, value);
  }

  find(key: string): Attempt | undefined {
    return this.all.value.find((each) => each.key === key);
  }

  /**
   * Sends a command and answers once its fate is known. Rejects with the refusal; with `attempt.first_unknown` or
   * `attempt.first_made` where the same act was asked for before: then nothing was sent.
   */
  async send(key: string, asked: Asked, about: About | null): Promise<unknown> {
    const here = this.host.place();
    if (!here) throw new ApiError({ status: 401, code: 'session.none' });
    const next = { key, asked, about };
    // Nothing comes between the last look and the writing down.
    for (let first; (first = firstOf(this.current(), next, here));) await this.settleFirst(first);
    const { kept, hasSecrets } = about?.personal
      ? { kept: undefined, hasSecrets: true }
      : withoutSecrets(asked.body);
    this.bodies.set(key, asked.body);
    if (!about) this.unkept.add(key);
    this.put({
      key,
      about: about ?? { act: '' },
      asked: { ...asked, body: kept },
      hasSecrets,
      place: here,
      state: 'sending',
      lost: 0,
      stopped: 0,
      problem: null,
      result: null,
      tab: this.host.tabs.id,
      at: Date.now(),
    });
    const answer = new Promise<unknown>((resolve, reject) => {
      this.waiters.set(key, { resolve, reject });
    });
    void this.ask(key);
    return answer;
  }

  /** Asks now, also from another till: there the key is closed instead. */
  async askAgain(key: string): Promise<void> {
    if (this.host.place()) await this.ask(key, true);
  }

  /** The dialog is gone: what becomes of it is told on the screen instead. */
  leave(key: string): void {
    this.waiters.delete(key);
    if (this.unkept.has(key)) this.drop(key);
  }

  /** A known fate was seen. */
  dismiss(key: string): void {
    const attempt = this.find(key);
    if (attempt && !isOpen(attempt)) this.drop(key);
  }

  /** Another person, another till, or somebody at all: what waits may be asked for again. */
  wake(): void {
    for (const { key, state } of this.all.value)
      if (state === 'unknown' && this.isMine(key)) this.schedule(key, 0);
  }

  /** PINs typed by somebody who left are not used for whoever comes. */
  forgetSecrets(): void {
    for (const { key, state } of this.all.value) if (state === 'unknown') this.bodies.delete(key);
  }

  /** Reads what other tabs wrote, and goes on for tabs that are gone. */
  read(): void {
    const { tabs } = this.host;
    this.current();
    // Another tab learned what became of it.
    for (const key of [...this.waiters.keys()]) this.deliver(key);
    for (const attempt of this.all.value) {
      if (!isOpen(attempt) || tabs.isAlive(attempt.tab)) continue;
      this.put({ ...orphaned(attempt), tab: tabs.id });
      this.schedule(attempt.key, 0);
    }
  }

  /** The same act from before: known first, and told before another one is sent. */
  private async settleFirst(first: Attempt): Promise<void> {
    if (first.state === 'unknown') await this.askAgain(first.key);
    const known = this.current().find(({ key }) => key === first.key);
    if (!known) return;
    const { about, asked, result } = known;
    const params = { ...about, key: known.key, sent: asked.body, result };
    if (isOpen(known)) throw new ApiError({ status: 409, code: 'attempt.first_unknown', params });
    this.drop(known.key);
    if (known.state === 'made')
      throw new ApiError({ status: 409, code: 'attempt.first_made', params });
  }

  /** One question at a time for each key. */
  private ask(key: string, byHand = false): Promise<void> {
    const running = this.running.get(key);
    if (running) return running;
    clearTimeout(this.timers.get(key));
    const asked = this.askOnce(key, byHand).finally(() => {
      this.running.delete(key);
      this.asking.value = new Set(this.running.keys());
    });
    this.running.set(key, asked);
    this.asking.value = new Set(this.running.keys());
    return asked;
  }

  private async askOnce(key: string, byHand: boolean): Promise<void> {
    const attempt = this.find(key);
    if (!attempt || !isOpen(attempt)) return;
    const { id: tab } = this.host.tabs;
    if (attempt.tab !== tab) this.put({ ...attempt, tab });
    let way = wayToKnow(attempt, this.host.place(), this.bodies.has(key));
    if (way === 'wait' && byHand) way = 'close';
    if (way === 'wait') return;
    const answer = await (way === 'ask' ? this.exchange(attempt) : this.close(key));
    const mayArrive = way === 'ask' && attempt.lost > 0 && answer.outcome.kind === 'refused';
    const { outcome, error } = mayArrive ? await this.endWith(key, answer) : answer;
    const asked = this.find(key);
    if (!asked || !isOpen(asked)) return;
    const settled = settle(asked, outcome);
    if (settled) this.put(settled);
    if (settled?.state === 'unknown') return this.schedule(key, retryDelayMs(settled));
    this.bodies.delete(key);
    if (settled) return this.deliver(key, error);
    // Stopped before anything could happen.
    this.drop(key, error);
  }

  private async exchange({ key, asked }: Attempt): Promise<Answer> {
    const body = this.bodies.has(key) ? this.bodies.get(key) : asked.body;
    try {
      const result = await this.host.exchange({ ...asked, body }, key);
      return { outcome: { kind: 'made', result } };
    } catch (error) {
      const judged = error instanceof ApiError && error.judged;
      return { outcome: outcomeOf(problemOf(error), judged), error };
    }
  }

  /**
   * Asked again, it was refused; but the try whose answer was lost may still be on its way, and find it allowed by then.
   * Its key is closed, so that it comes too late, or has been made meanwhile.
   */
  private async endWith(key: string, refusal: Answer): Promise<Answer> {
    const closed = await this.close(key);
    return closed.outcome.kind === 'refused' ? refusal : closed;
  }

  private async close(key: string): Promise<Answer> {
    try {
      const { made, result } = await this.host.close(key);
      if (made) return { outcome: { kind: 'made', result } };
      const problem = { status: 409, code: 'command.not_made', params: {} };
      return { outcome: { kind: 'refused', problem }, error: new ApiError(problem) };
    } catch (error) {
      return { outcome: outcomeOf(problemOf(error), false), error };
    }
  }

  /** Tells the dialog that waits for it; without one it stays to be seen. */
  private deliver(key: string, refusal?: unknown): void {
    const waiter = this.waiters.get(key);
    const attempt = this.find(key);
    if (!waiter || (attempt && isOpen(attempt))) return;
    this.waiters.delete(key);
    this.drop(key);
    if (attempt?.state === 'made') waiter.resolve(attempt.result);
    else waiter.reject(refusal ?? refusalOf(attempt));
  }

  private isMine(key: string): boolean {
    return this.find(key)?.tab === this.host.tabs.id;
  }

  private schedule(key: string, delayMs: number): void {
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        if (this.isMine(key)) void this.ask(key);
      }, delayMs),
    );
  }

  private put(attempt: Attempt): void {
    this.write(attempt.key, [attempt]);
  }

  private drop(key: string, refusal?: unknown): void {
    clearTimeout(this.timers.get(key));
    this.write(key, []);
    this.unkept.delete(key);
    this.bodies.delete(key);
    const waiter = this.waiters.get(key);
    if (refusal === undefined || !waiter) return;
    this.waiters.delete(key);
    waiter.reject(refusal);
  }

  /** What other tabs wrote meanwhile stays as it is: only this key is written. */
  private write(key: string, attempts: readonly Attempt[]): void {
    this.all.value = [...this.current().filter((each) => each.key !== key), ...attempts];
    if (this.unkept.has(key)) return;
    this.kept.write(this.all.value.filter((each) => !this.unkept.has(each.key)));
  }

  private current(): readonly Attempt[] {
    const news = this.kept.news();
    if (news)
      this.all.value = [...this.all.value.filter(({ key }) => this.unkept.has(key)), ...news];
    return this.all.value;
  }
}

/** Why another tab was refused; or that it was seen there already. */
function refusalOf(attempt: Attempt | undefined): ApiError {
  return new ApiError(attempt?.problem ?? { status: 409, code: 'attempt.told_elsewhere' });
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof ApiError)) return { status: 0, code: '', params: {} };
  return { status: error.status, code: error.code, params: error.params };
}
