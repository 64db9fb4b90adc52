import { mulDivRoundHalfUp } from '#kernel/rules';
import { splitSpend } from '#ledger/rules';

/** What one entry did to one lot kind of a wallet, in cents; + into the wallet, − out of it. */
export interface WalletMove {
  entryId: number;
  /** The entry that this one undoes as a whole. */
  reverses: number | null;
  /** Draws of this entry use value up, by what its kind declares; all others take it out of the wallet. */
  spends: boolean;
  account: 'principal' | 'bonus';
  kind: string;
  held: boolean;
  amount: number;
  /** Of a return: the entry whose draw is given back. */
  undoes: number | null;
  walletId: number;
  /** Of a merge of two records: the wallet that goes on. */
  goesTo: number | null;
}

/** A wallet by its history, in cents. */
export interface PaidRatio {
  /** The principal that would be left, had every spend taken principal and bonus in proportion. */
  entitledCents: number;
  /** What is left by the same moves: the balances as the books have them. */
  principalCents: number;
  bonusCents: number;
  /** Principal spent on goods and services since the wallet was last empty, returns taken off. */
  spentPrincipalCents: number;
  /** The entries that spent since the wallet was last empty. */
  spendEntryIds: number[];
}

/**
 * The paid ratio of a wallet (R8; golden G19, G20), over all its lots and whatever was spent first.
 *
 * Principal and bonus were bought together, so each spend is owed to both in the proportion they stood in at that moment
 * (R1). Replaying the wallet's history with that split gives the principal the member has not used up: at "proportional"
 * it is the principal itself, to the cent; where bonus went first it is less, where principal went first it is more.
 * A top-up counts with its own bonus only as long as something of it is left: a wallet that was empty starts anew.
 * What is released, expires, is voided, given or taken by hand goes to its own side; a side that has less than is taken
 * leaves the rest to the other, so that both sides together are always what the books have.
 *
 * A wallet that ended in a merge brings its history along: up to then it is replayed by itself, from then on both are one.
 *
 * What an entry did to the proportion is kept with the entry, and whoever undoes it takes exactly that back. An undone
 * entry has used nothing up, and has not emptied the wallet: what was known before is known again.
 */
export function paidRatio(moves: readonly WalletMove[]): PaidRatio {
  const undone = new Set(moves.flatMap(({ reverses }) => reverses ?? []));
  const wallets = new Map<number, Replay>();
  const replayOf = (walletId: number): Replay => {
    const replay = wallets.get(walletId) ?? new Replay(undone);
    wallets.set(walletId, replay);
    return replay;
  };
  for (const entry of entriesOf(moves)) {
    const { goesTo } = entry[0] as WalletMove;
    const byWallet = Map.groupBy(entry, ({ walletId }) => replayOf(walletId));
    if (goesTo === null) for (const [replay, own] of byWallet) replay.apply(own);
    else {
      const stays = replayOf(goesTo);
      const ending = new Set(byWallet.keys());
      ending.delete(stays);
      stays.absorb(entry, ending);
      for (const [id, replay] of wallets) if (ending.has(replay)) wallets.set(id, stays);
    }
  }
  // A wallet that was empty when it ended has nothing to add.
  const ends = [...new Set(wallets.values())].map((replay) => replay.result());
  const sum = (pick: (end: PaidRatio) => number) =>
    ends.reduce((total, end) => total + pick(end), 0);
  return {
    entitledCents: sum((end) => end.entitledCents),
    principalCents: sum((end) => end.principalCents),
    bonusCents: sum((end) => end.bonusCents),
    spentPrincipalCents: sum((end) => end.spentPrincipalCents),
    spendEntryIds: ends.flatMap((end) => end.spendEntryIds),
  };
}

/** The moves of each entry, in the order of the entries. */
function entriesOf(moves: readonly WalletMove[]): Iterable<WalletMove[]> {
  return Map.groupBy(moves, ({ entryId }) => entryId).values();
}

/** The same after releases and expiries that are due but not in the history yet. */
export function paidRatioNow(
  moves: readonly WalletMove[],
  now: { principalCents: number; bonusCents: number },
): PaidRatio {
  const then = paidRatio(moves);
  const displaced = then.entitledCents - then.principalCents;
  const { principalCents, bonusCents } = now;
  const fairly = Math.max(-principalCents, Math.min(displaced, bonusCents));
  return { ...then, ...now, entitledCents: principalCents + fairly };
}

interface Sides {
  principal: number;
  bonus: number;
  held: number;
}

class Replay {
  private now: Sides = { principal: 0, bonus: 0, held: 0 };
  /** By how much the fair share of the principal is more than the principal; each entry's part of it stands in `entries`. */
  private displaced = 0;
  private readonly entries = new Map<number, { by: Sides; displaced: number }>();
  /** What is in the wallet by entries that are undone later: without them it would not be there. */
  private borrowed = 0;
  private spentPrincipal = 0;
  /** Every spend, for what is given back of it later; and those since the wallet was last empty. */
  private readonly spends = new Map<number, { cents: number; displaced: number }>();
  private readonly sinceEmpty = new Set<number>();

  constructor(private readonly undone: ReadonlySet<number>) {}

  apply(moves: readonly WalletMove[]): void {
    const { entryId, reverses } = moves[0] as WalletMove;
    const by = sidesOf(moves);
    const original = reverses === null ? undefined : this.entries.get(reverses);
    if (original) this.takeBack(original, by);
    else this.add(entryId, moves, by);
    if (total(this.now) === this.borrowed) {
      this.spentPrincipal = 0;
      this.sinceEmpty.clear();
    }
  }

  /** A merge: what the wallets that end hold comes in, and what is known of them is known of this one. */
  absorb(moves: readonly WalletMove[], ending: Iterable<Replay>): void {
    for (const other of ending) {
      this.now = plus(this.now, other.now);
      this.displaced += other.displaced;
      this.borrowed += other.borrowed;
      this.spentPrincipal += other.spentPrincipal;
      for (const [id, entry] of other.entries) this.entries.set(id, entry);
      for (const [id, spend] of other.spends) this.spends.set(id, spend);
      for (const id of other.sinceEmpty) this.sinceEmpty.add(id);
    }
    this.apply(moves);
  }

  result(): PaidRatio {
    const { principal, bonus } = this.now;
    return {
      entitledCents: principal + this.fairly(this.displaced),
      principalCents: principal,
      bonusCents: bonus,
      spentPrincipalCents: this.spentPrincipal,
      spendEntryIds: [...this.sinceEmpty],
    };
  }

  private add(entryId: number, moves: readonly WalletMove[], by: Sides): void {
    const before = this.fairly(this.displaced);
    const wanted = before + this.spent(entryId, moves) - this.givenBack(moves);
    this.now = plus(this.now, by);
    const displaced = this.fairly(wanted) - before;
    this.displaced += displaced;
    this.entries.set(entryId, { by, displaced });
    if (this.undone.has(entryId)) this.borrowed += total(by);
  }

  private takeBack(original: { by: Sides; displaced: number }, by: Sides): void {
    this.now = plus(this.now, by);
    this.displaced -= original.displaced;
    this.borrowed -= total(original.by);
    // What could not be brought back, because it expired or was spent, is gone on its own side.
    const left = plus(original.by, by);
    if (left.principal || left.bonus || left.held) this.displaced = this.fairly(this.displaced);
  }

  /** Neither side is below zero. */
  private fairly(displaced: number): number {
    return Math.max(-this.now.principal, Math.min(displaced, this.now.bonus));
  }

  /** By how much an entry that spends took more principal than its fair share. */
  private spent(entryId: number, moves: readonly WalletMove[]): number {
    const draws = moves.filter((move) => move.kind === 'draw' && move.spends && !move.held);
    const { principal: ofPrincipal, bonus: ofBonus } = sidesOf(draws);
    const cents = -ofPrincipal - ofBonus;
    if (cents <= 0) return 0;
    const { principal, bonus } = this.now;
    const moved = this.fairly(this.displaced);
    const fair = splitSpend(cents, principal + moved, bonus - moved, 'proportional');
    if (!fair) throw new Error(`entry ${entryId} spent more than there was`);
    const displaced = -ofPrincipal - fair.principal;
    this.spends.set(entryId, { cents, displaced });
    if (!this.undone.has(entryId)) {
      this.sinceEmpty.add(entryId);
      this.spentPrincipal -= ofPrincipal;
    }
    return displaced;
  }

  /** Given back as it was taken: what a spend had moved from one side to the other comes back in proportion. */
  private givenBack(moves: readonly WalletMove[]): number {
    let moved = 0;
    for (const { kind, undoes, account, amount, held } of moves) {
      if (kind !== 'return' || undoes === null || held) continue;
      const spend = this.spends.get(undoes);
      if (spend) moved += signedShare(spend.displaced, amount, spend.cents);
      if (account === 'principal' && this.sinceEmpty.has(undoes)) this.spentPrincipal -= amount;
    }
    return moved;
  }
}

function sidesOf(moves: readonly WalletMove[]): Sides {
  const sides: Sides = { principal: 0, bonus: 0, held: 0 };
  for (const { account, held, amount } of moves) sides[held ? 'held' : account] += amount;
  return sides;
}

const total = ({ principal, bonus, held }: Sides): number => principal + bonus + held;

const plus = (a: Sides, b: Sides): Sides => ({
  principal: a.principal + b.principal,
  bonus: a.bonus + b.bonus,
  held: a.held + b.held,
});

const signedShare = (value: number, part: number, whole: number): number =>
  value < 0 ? -mulDivRoundHalfUp(-value, part, whole) : mulDivRoundHalfUp(value, part, whole);
