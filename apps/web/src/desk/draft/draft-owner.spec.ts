import { draftOwner } from './draft-owner.js';

/** Tabs of one browser at one till. */
function aBrowser() {
  const stored = new Map<string, string>();
  const alive = new Set<string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  return {
    tab(id: string) {
      alive.add(id);
      const owner = draftOwner(1, { id, isAlive: (other) => alive.has(other) }, storage, {
        value: false,
      });
      return { owner, crash: () => void alive.delete(id) };
    },
    otherTill: () => draftOwner(2, { id: 'z', isAlive: () => true }, storage, { value: false }),
  };
}

describe('the draft of a till', () => {
  it('belongs to the first tab; the next one only sees it', () => {
    const { tab } = aBrowser();
    expect([tab('a'), tab('b')].map(({ owner }) => owner.mine.value)).toEqual([true, false]);
  });

  it('is taken over on request, and the former owner stops', () => {
    const { tab } = aBrowser();
    const [a, b] = [tab('a'), tab('b')];
    b.owner.takeOver();
    expect(b.owner.mine.value).toBe(true);
    // Even before it hears of it.
    expect(a.owner.isMine()).toBe(false);
    a.owner.look();
    expect(a.owner.mine.value).toBe(false);
  });

  it('goes to the next tab when its own is closed or crashes', () => {
    for (const how of ['close', 'crash'] as const) {
      const { tab } = aBrowser();
      const [a, b] = [tab('a'), tab('b')];
      if (how === 'close') a.owner.release();
      else a.crash();
      b.owner.look();
      expect(b.owner.mine.value).toBe(true);
    }
  });

  it('is not given up by a tab that has it no more', () => {
    const { tab } = aBrowser();
    const [a, b] = [tab('a'), tab('b')];
    b.owner.takeOver();
    a.owner.release();
    expect(b.owner.isMine()).toBe(true);
  });

  it('is each till’s own, and everybody’s in a browser that keeps nothing', () => {
    const { tab, otherTill } = aBrowser();
    tab('a');
    expect(otherTill().mine.value).toBe(true);
    const alone = draftOwner(1, { id: 'a', isAlive: () => true }, null, { value: false });
    expect([alone.mine.value, alone.isMine()]).toEqual([true, true]);
  });
});
