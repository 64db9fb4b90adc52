/**
 * What an act locks, in this order and never back; of one kind the lower id first. Two acts that keep to it may wait for
 * each other, but never in a circle. docs/ledger.md says what each kind is for.
 */
export const LOCK_ORDER = [
  'document',
  'card',
  'wallet',
  'member',
  'stock_card',
  'account',
] as const;
export type Lockable = (typeof LOCK_ORDER)[number];

/** What one transaction has locked so far. */
export class HeldLocks {
  private readonly held = new Map<Lockable, Set<number>>();

  /** Notes locks that were taken together; returns what was out of order, if anything was. */
  add(kind: Lockable, ids: readonly number[]): string | undefined {
    const own = this.held.get(kind) ?? new Set<number>();
    const added = ids.filter((id) => !own.has(id));
    if (!added.length) return undefined;
    const wrong = this.heldTooEarly(kind, Math.min(...added));
    for (const id of added) own.add(id);
    this.held.set(kind, own);
    return wrong && `${kind} ${added.join(', ')} after ${wrong}`;
  }

  private heldTooEarly(kind: Lockable, id: number): string | undefined {
    const rank = LOCK_ORDER.indexOf(kind);
    for (const [other, ids] of this.held) {
      const before = LOCK_ORDER.indexOf(other) - rank;
      const late = [...ids].find((held) => before > 0 || (before === 0 && held > id));
      if (late !== undefined) return `${other} ${late}`;
    }
    return undefined;
  }
}
