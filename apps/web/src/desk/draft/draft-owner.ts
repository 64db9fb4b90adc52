import type { Tabs } from '#web/web-kit';

export interface DraftOwner {
  /** Whether this tab may change and sell the draft of its till. */
  readonly mine: { readonly value: boolean };
  /** Asks the storage, not what was known a moment ago. */
  isMine(): boolean;
  /** The other tab sees it and stops at once. */
  takeOver(): void;
  /** Reads who has it; takes it where nobody has, or whoever had it is gone. */
  look(): void;
  release(): void;
}

/** A till's draft belongs to one tab of the browser: two would sell it twice, and write over each other's lines. */
export function draftOwner(
  tillId: number,
  tabs: Tabs,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null,
  /** What the screen follows: a ref of Vue. */
  mine: { value: boolean },
): DraftOwner {
  const key = ownerKey(tillId);

  function owner(): string | null {
    return storage ? storage.getItem(key) : tabs.id;
  }
  function isMine(): boolean {
    return owner() === tabs.id;
  }
  function takeOver(): void {
    try {
      storage?.setItem(key, tabs.id);
    } catch {
      // Full: what is there stays, and so does its owner.
    }
    mine.value = isMine();
  }
  function look(): void {
    const has = owner();
    if (has === null || !tabs.isAlive(has)) takeOver();
    else mine.value = has === tabs.id;
  }

  look();
  return {
    mine,
    isMine,
    takeOver,
    look,
    release(): void {
      if (isMine()) storage?.removeItem(key);
    },
  };
}

export const ownerKey = (tillId: number): string => `shuke.desk.owner.${tillId}`;
