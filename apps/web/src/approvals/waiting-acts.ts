import { type About, ApiError, type Asked, type Captured, type CommandKey } from '#web/web-kit';
import { readonly, shallowRef, watch } from 'vue';
import { queryClient } from '../api/query-client.js';
import { attempts } from '../attempts/attempts.js';
import { useSession } from '../session/session.store.js';
import { approvalsApi } from './approvals.api.js';
import { type Answered, stateOf, stateOfRefusal, type WaitingState } from './waiting-acts.rules.js';

/** An act that was asked for and waits for a second person on another device, or what became of it. */
export interface WaitingAct {
  requestId: number;
  about: About;
  memberName: string | null;
  state: WaitingState;
  /** Who decided. */
  by: string | null;
  /** What they said to it. */
  note: string | null;
  /** Why it could not be done after all. */
  problem: unknown;
  result: unknown;
}

const POLL_MS = 2_000;
const acts = shallowRef<readonly WaitingAct[]>([]);
/** The commands, PINs in them and all: in memory only, until the answer is there or the person leaves. One key each. */
const commands = new Map<number, { asked: Asked; key: CommandKey }>();
let timer: ReturnType<typeof setTimeout> | undefined;

export const waitingActs = readonly(acts);

/** Goes on with an act once it is approved; until then the cashier serves others. */
export function waitFor(requestId: number, { asked, about }: Captured): void {
  commands.set(requestId, { asked, key: attempts.newKey() });
  put({
    requestId,
    about: about ?? { act: '' },
    memberName: null,
    state: 'waiting',
    by: null,
    note: null,
    problem: null,
    result: null,
  });
  void look();
}

/** Away with it: the request is taken back where nobody has answered yet. */
export async function dropWaiting(requestId: number): Promise<void> {
  // Approved, and not done: nobody uses it any more.
  const isOpen = ['waiting', 'asks'].includes(find(requestId)?.state ?? '');
  forget(requestId);
  if (!isOpen) return;
  await approvalsApi.cancel(requestId, attempts.newKey()).catch(() => undefined);
}

/** Nobody finishes what somebody else began, or what was begun at another till. */
export function forgetWaitingOfOthers(): void {
  const session = useSession();
  watch(
    () => [session.staff?.id, session.till?.id],
    ([staffId], [before]) => {
      // Signed out for a moment, the same person may come back to it.
      if (staffId === undefined || before === undefined) return;
      for (const { requestId } of acts.value) forget(requestId);
    },
  );
}

const find = (requestId: number) => acts.value.find((each) => each.requestId === requestId);

function put(act: WaitingAct): void {
  acts.value = [...acts.value.filter(({ requestId }) => requestId !== act.requestId), act];
}

function forget(requestId: number): void {
  commands.delete(requestId);
  acts.value = acts.value.filter((each) => each.requestId !== requestId);
}

/** Looks for answers, one look after the other while something waits. */
async function look(): Promise<void> {
  clearTimeout(timer);
  for (const { requestId } of acts.value.filter(({ state }) => state === 'waiting')) {
    try {
      take(requestId, await approvalsApi.view(requestId));
    } catch {
      // No answer now: the next look may have one.
    }
  }
  if (acts.value.some(({ state }) => state === 'waiting'))
    timer = setTimeout(() => void look(), POLL_MS);
}

function take(requestId: number, answered: Answered): void {
  const act = find(requestId);
  if (act?.state !== 'waiting') return;
  const state = stateOf(answered.status);
  put({
    ...act,
    state,
    memberName: answered.subjectName,
    by: answered.decidedByName,
    note: answered.decisionNote,
  });
  if (state === 'doing') void finish(requestId);
  else if (state !== 'waiting') commands.delete(requestId);
}

async function finish(requestId: number, accepted: object = {}): Promise<void> {
  const command = commands.get(requestId);
  const act = find(requestId);
  if (!command || !act) return;
  const { asked, key } = command;
  const body = { ...(asked.body as object), ...accepted, approval: { requestId } };
  try {
    const result = await key.send({ ...asked, body }, act.about);
    commands.delete(requestId);
    settle(requestId, { state: 'done', result });
  } catch (problem) {
    // Locked or signed out for a moment: it is tried again.
    if (problem instanceof ApiError && problem.status === 401) return retry(requestId);
    const state = stateOfRefusal(problem instanceof ApiError ? problem.code : '');
    // A refused command was not made: what is asked next is another one.
    if (state === 'asks') commands.set(requestId, { asked, key: attempts.newKey() });
    else commands.delete(requestId);
    settle(requestId, { state, problem });
  }
}

/** The warning of a limit was read: the approved act goes on. */
export function goOnWith(requestId: number): void {
  const act = find(requestId);
  if (act?.state !== 'asks') return;
  put({ ...act, state: 'doing' });
  void finish(requestId, { acceptLimit: true });
}

function retry(requestId: number): void {
  const act = find(requestId);
  if (!act) return;
  put({ ...act, state: 'waiting' });
  clearTimeout(timer);
  timer = setTimeout(() => void look(), POLL_MS);
}

function settle(requestId: number, change: Partial<WaitingAct>): void {
  const act = find(requestId);
  if (act) put({ ...act, ...change });
  void queryClient.invalidateQueries();
}
