import { mulDivRoundHalfUp } from '#kernel/rules';
import { splitSpend } from '#ledger/rules';

/** What one entry did to one lot kind of a wallet, in cents; + into the wallet, − out of it. */
export interface WalletMove {
  entryId: number;
  entryKind: string;
  account: 'principal' | 'bonus';
  kind: string;
  held: boolean;
  amount: number;
  /** Of a return: the entry whose draw is given back. */
  undoes: number | null;
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

/** Draws of these entries take value out of the wallet; all other draws spend it on goods and services. */
export const NOT_SPENDING: ReadonlySet<string> = new Set([
  'withdrawal',
  'wallet_transfer',
  'wallet_refund',
  'card_closing',
  'value_adjustment',
  'merge',
]);

/**
 * The paid ratio of a wallet (R8; golden G19, G20), over all its lots and whatever was spent first.
 *
 * Principal and bonus were bought together, so each spend is owed to both in the proportion they stood in at that moment
 * (R1). Replaying the wallet's history with that split gives the principal the member has not used up: at "proportional"
 * it is the principal itself, to the cent; where bonus went first it is less, where principal went first it is more.
 * A top-up counts with its own bonus only as long as something of it is left: a wallet that was empty starts anew.
 * What is released, expires, is voided, given or taken by hand goes to its own side; a side that has less than is taken
 * leaves the rest to the other, so that both sides together are always what the books have.
 */
export function paidRatio(moves: readonly WalletMove[]): PaidRatio {
  const replay = new Replay();
  let entry: WalletMove[] = [];
  for (const move of moves) {
    if (entry[0] && entry[0].entryId !== move.entryId) {
      replay.apply(entry);
      entry = [];
    }
    entry.push(move);
  }
  if (entry.length) replay.apply(entry);
  return replay.result();
}

/** The same after releases and expiries that are due but not in the history yet. */
export function paidRatioNow(
  moves: readonly WalletMove[],
  now: { principalCents: number; bonusCents: number },
): PaidRatio {
  const then = paidRatio(moves);
  const principal = now.principalCents - then.principalCents;
  const bonus = now.bonusCents - then.bonusCents;
  const [entitledCents] = shift(
    then.entitledCents,
    then.principalCents + then.bonusCents - then.entitledCents,
    principal,
    bonus,
  );
  return { ...then, ...now, entitledCents };
}

class Replay {
  // As it is …
  private principal = 0;
  private bonus = 0;
  private held = 0;
  // … and as it would be.
  private paid = 0;
  private gift = 0;
  private spentPrincipal = 0;
  private spends = new Map<number, { cents: number; shift: number }>();

  apply(moves: readonly WalletMove[]): void {
    const { entryId, entryKind } = moves[0] as WalletMove;
    const spent = { principal: 0, bonus: 0 };
    const other = { principal: 0, bonus: 0 };
    for (const { account, kind, held, amount, undoes } of moves) {
      if (held) this.held += amount;
      else if (kind === 'draw' && !NOT_SPENDING.has(entryKind)) spent[account] -= amount;
      else if (kind === 'return' && undoes !== null) this.giveBack(undoes, account, amount);
      else other[account] += amount;
    }
    if (spent.principal + spent.bonus > 0) this.spend(entryId, spent);
    this.principal += other.principal;
    this.bonus += other.bonus;
    [this.paid, this.gift] = shift(this.paid, this.gift, other.principal, other.bonus);
    if (this.principal + this.bonus + this.held === 0) {
      this.spentPrincipal = 0;
      this.spends.clear();
    }
  }

  result(): PaidRatio {
    return {
      entitledCents: this.paid,
      principalCents: this.principal,
      bonusCents: this.bonus,
      spentPrincipalCents: this.spentPrincipal,
      spendEntryIds: [...this.spends.keys()],
    };
  }

  private spend(entryId: number, spent: { principal: number; bonus: number }): void {
    const cents = spent.principal + spent.bonus;
    const fair = splitSpend(cents, this.paid, this.gift, 'proportional');
    if (!fair) throw new Error(`entry ${entryId} spent more than there was`);
    this.spends.set(entryId, { cents, shift: fair.principal - spent.principal });
    this.paid -= fair.principal;
    this.gift -= fair.bonus;
    this.principal -= spent.principal;
    this.bonus -= spent.bonus;
    this.spentPrincipal += spent.principal;
  }

  /** Gives back as it was taken: what the fair split had moved from one side to the other comes back in proportion. */
  private giveBack(entryId: number, account: 'principal' | 'bonus', cents: number): void {
    const spend = this.spends.get(entryId);
    const moved = spend ? signedShare(spend.shift, cents, spend.cents) : 0;
    const principal = account === 'principal' ? cents : 0;
    this[account] += cents;
    if (spend) this.spentPrincipal -= principal;
    [this.paid, this.gift] = shift(
      this.paid,
      this.gift,
      principal + moved,
      cents - principal - moved,
    );
  }
}

const signedShare = (value: number, part: number, whole: number): number =>
  value < 0 ? -mulDivRoundHalfUp(-value, part, whole) : mulDivRoundHalfUp(value, part, whole);

/** Both sides changed, neither below zero, the sum kept. */
function shift(paid: number, gift: number, byPaid: number, byGift: number): [number, number] {
  let [left, right] = [paid + byPaid, gift + byGift];
  if (right < 0) [left, right] = [left + right, 0];
  if (left < 0) [left, right] = [0, right + left];
  return [left, right];
}
