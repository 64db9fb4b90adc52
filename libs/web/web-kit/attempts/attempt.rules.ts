/**
 * One attempt to do something of value, from the moment its request leaves until its fate is known. Its key and its
 * request stay the same all that time: an answer that was lost is asked for again, so nothing is ever done twice.
 */
export interface Attempt {
  key: string;
  about: About;
  /** As it was asked for, without PINs: this is kept in the browser. */
  asked: Asked;
  /** PINs or a person's data were taken out of the request: only the page that asked can ask again word for word. */
  hasSecrets: boolean;
  place: Place;
  /** `unknown`: the answer was lost. `made` and `refused` are known, and stay until a person has seen them. */
  state: 'sending' | 'unknown' | 'made' | 'refused';
  /** How many answers were lost so far, and how often asking again was stopped at the door. */
  lost: number;
  stopped: number;
  /** What stopped it last, or why it was refused. */
  problem: Problem | null;
  /** What was answered when it was made: ids and amounts. */
  result: unknown;
  /** The tab that asks; another one goes on once that tab is gone. */
  tab: string;
  /** When it was first sent, in milliseconds. */
  at: number;
}

/** What is being done, in ids and amounts. No names, phones or PINs: it is kept in the browser. */
export interface About {
  act: string;
  memberId?: number;
  amountCents?: number;
  /** The paper that it is about: of the sale that comes back, of the top-up that is reversed. */
  receiptNo?: string;
  /** The request names a person: it stays in memory, as PINs do. */
  personal?: true;
}

export interface Asked {
  method: string;
  path: string;
  body?: unknown;
  /** Milliseconds until an answer counts as lost; left out: the usual time. */
  timeoutMs?: number;
}

/** Where it was asked: an attempt belongs to its till; in the office to the person. */
export interface Place {
  tillId: number | null;
  staffId: number;
}

export interface Problem {
  status: number;
  code: string;
  params: Record<string, unknown>;
}

/**
 * What an answer says. `refused`: the server judged it inside the command, nothing moved and nothing will.
 * `stopped`: it never got as far (not signed in, too many requests, no till, wrong input): of an earlier try that says
 * nothing. `lost`: nobody knows.
 */
export type Outcome =
  | { kind: 'made'; result: unknown }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'stopped'; problem: Problem }
  | { kind: 'lost'; problem: Problem };

/** Status 0: no answer came. */
export function outcomeOf(problem: Problem, judged: boolean): Outcome {
  const { status } = problem;
  if (status < 400 || status >= 500 || status === 408) return { kind: 'lost', problem };
  return { kind: judged ? 'refused' : 'stopped', problem };
}

/** The attempt after an answer; null: it was stopped before anything could happen, and there is nothing to wait for. */
export function settle(attempt: Attempt, outcome: Outcome): Attempt | null {
  switch (outcome.kind) {
    case 'made':
      return { ...attempt, state: 'made', result: outcome.result, problem: null };
    case 'refused':
      return { ...attempt, state: 'refused', problem: outcome.problem };
    case 'lost':
      return { ...attempt, state: 'unknown', lost: attempt.lost + 1, problem: null };
    case 'stopped':
      if (attempt.lost === 0) return null;
      return {
        ...attempt,
        state: 'unknown',
        stopped: attempt.stopped + 1,
        problem: outcome.problem,
      };
  }
}

/** After a reload, or when its tab is gone, nobody knows what became of a request that was on its way. */
export function orphaned(attempt: Attempt): Attempt {
  return attempt.state === 'sending'
    ? { ...attempt, state: 'unknown', lost: attempt.lost + 1 }
    : attempt;
}

export const isOpen = ({ state }: Attempt): boolean => state === 'sending' || state === 'unknown';

/**
 * How to learn what became of it. `ask`: the same request again, which makes it if it was not made. `close`: it can't be
 * asked word for word any more, so its key is closed and says whether it was made. `wait`: not from here by itself.
 */
export function wayToKnow(
  attempt: Attempt,
  here: Place | null,
  knowsSecrets: boolean,
): 'ask' | 'close' | 'wait' {
  if (attempt.state === 'sending') return 'ask';
  if (!here || here.tillId !== attempt.place.tillId) return 'wait';
  if (here.tillId === null && here.staffId !== attempt.place.staffId) return 'wait';
  if (attempt.hasSecrets && !knowsSecrets) return 'close';
  return attempt.problem && isUnaskable(attempt.problem) ? 'close' : 'ask';
}

/** The request is not understood as it was written down, or its key is taken: asking once more changes nothing. */
function isUnaskable({ status, code }: Problem): boolean {
  return [400, 404, 405, 413, 415, 422].includes(status) || code === 'command.key_reused';
}

/** Shown wherever its till or its person works. */
export function concerns(attempt: Attempt, here: Place): boolean {
  const { tillId, staffId } = attempt.place;
  return (tillId !== null && tillId === here.tillId) || staffId === here.staffId;
}

/**
 * The same act for the same member or thing from before, or the same key from another tab: it waits until that one's fate
 * is known and seen.
 */
export function firstOf(
  attempts: readonly Attempt[],
  next: { key: string; asked: Asked; about: About | null },
  here: Place,
): Attempt | undefined {
  return attempts.find(
    (each) =>
      each.key === next.key ||
      (next.about !== null && concerns(each, here) && isSameAct(each, next.about, next.asked)),
  );
}

function isSameAct({ about, asked }: Attempt, nextAbout: About, nextAsked: Asked): boolean {
  return (
    about.act === nextAbout.act &&
    about.memberId === nextAbout.memberId &&
    asked.method === nextAsked.method &&
    asked.path === nextAsked.path
  );
}

// PINs of members and staff, and what an erasing is confirmed with: the member's name.
const SECRET = new Set(['pin', 'oldPin', 'mergedPin', 'ownerPin', 'password', 'confirmation']);

/** A request as it may be kept, and whether something had to be taken out of it. */
export function withoutSecrets<T>(value: T): { kept: T; hasSecrets: boolean } {
  let hasSecrets = false;
  const strip = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(strip);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).flatMap(([name, field]) => {
        if (!SECRET.has(name)) return [[name, strip(field)]];
        hasSecrets ||= field !== undefined && field !== null;
        return [];
      }),
    );
  };
  return { kept: strip(value) as T, hasSecrets };
}

/** Milliseconds to wait before asking again: 2, 4, 8 seconds, then every 10. */
export function retryDelayMs({ lost, stopped }: Pick<Attempt, 'lost' | 'stopped'>): number {
  return Math.min(2_000 * 2 ** Math.max(lost + stopped - 1, 0), 10_000);
}

/** Attempts as they were written down; what can't be read is left out. */
export function readAttempts(text: string | null): Attempt[] {
  try {
    const stored = JSON.parse(text ?? '[]') as unknown;
    return Array.isArray(stored) ? stored.filter(isAttempt) : [];
  } catch {
    return [];
  }
}

function isAttempt(value: unknown): value is Attempt {
  const { key, about, asked, place } = (value ?? {}) as Partial<Attempt>;
  return typeof key === 'string' && !!about && !!asked && !!place;
}
