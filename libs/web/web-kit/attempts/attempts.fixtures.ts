import { ApiError } from '../api-error.js';
import { type Asked, type Place } from './attempt.rules.js';
import { Attempts } from './attempts.js';

type Reply = object | 'cut' | ApiError;

/** A browser with any number of tabs over one storage, and a server that makes each key once. */
export function aBrowser() {
  const stored = new Map<string, string>();
  const alive = new Set<string>();
  const made = new Map<string, object>();
  const sent: { key: string; body: unknown }[] = [];
  const closed: string[] = [];
  /** What happens on the wire, question by question; without more, the server's answer arrives. */
  const wire: Reply[] = [];
  let tabs = 0;

  async function answer(work: () => object): Promise<unknown> {
    const reply = wire.shift();
    if (reply instanceof ApiError) throw reply;
    const result = work();
    if (reply === 'cut') throw new ApiError({ status: 0, code: 'network.unreachable' });
    return reply ?? result;
  }

  function aTab(here: { place: Place | null }) {
    tabs += 1;
    const id = `tab-${tabs}`;
    alive.add(id);
    const attempts = new Attempts({
      exchange: (asked: Asked, key) => {
        sent.push({ key, body: asked.body });
        return answer(() => {
          if (!made.has(key)) made.set(key, { topUpId: made.size + 1 });
          return made.get(key) as object;
        });
      },
      close: async (key) => {
        closed.push(key);
        return (await answer(() => ({ made: made.has(key), result: made.get(key) ?? null }))) as {
          made: boolean;
          result: unknown;
        };
      },
      cell: (value) => ({ value }),
      place: () => here.place,
      tabs: { id, isAlive: (other) => alive.has(other) },
      storage: {
        getItem: (name) => stored.get(name) ?? null,
        setItem: (name, text) => void stored.set(name, text),
      },
    });
    const end = (): void => {
      alive.delete(id);
      here.place = null;
    };
    return { attempts, end };
  }
  return { stored, made, sent, closed, wire, aTab };
}
