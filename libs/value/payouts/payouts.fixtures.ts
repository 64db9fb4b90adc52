import { splitSpend, type SpendOrder } from '#ledger/rules';
import { paidRatioNow, type WalletMove } from './paid-ratio.rules.js';
import { planOutgoing, type WalletStanding } from './payout.rules.js';

/** A wallet's life in the words of the trade; the books beside it. */
export class History {
  readonly moves: WalletMove[] = [];
  principal = 0;
  bonus = 0;
  held = 0;

  constructor(
    private readonly walletId = 1,
    private entries = 0,
  ) {}

  topUp(principal: number, bonus = 0, held = 0): this {
    this.add('top_up', [
      ['principal', 'grant', principal],
      ['bonus', 'grant', bonus],
    ]);
    if (held) this.hold(held);
    return this;
  }
  spend(cents: number, order: SpendOrder): number {
    const split = splitSpend(cents, this.principal, this.bonus, order);
    if (!split) throw new Error('too much');
    return this.add('sale', [
      ['principal', 'draw', -split.principal],
      ['bonus', 'draw', -split.bonus],
    ]);
  }
  /** Drawn by an entry whose kind declares nothing. */
  drawn(principal: number, bonus: number): this {
    this.add('nobodys', [
      ['principal', 'draw', -principal],
      ['bonus', 'draw', -bonus],
    ]);
    return this;
  }
  expire(bonus: number): this {
    this.add('expiry', [['bonus', 'expire', -bonus]]);
    return this;
  }
  release(cents: number): this {
    this.entries += 1;
    this.move({ account: 'bonus', kind: 'release', held: true, amount: -cents });
    this.move({ account: 'bonus', kind: 'release', amount: cents });
    return this;
  }
  /** Undoes a whole entry: draws and voids come back, grants are taken back. */
  undo(entryId: number): this {
    const original = this.moves.filter((move) => move.entryId === entryId);
    this.entries += 1;
    for (const { account, amount, held } of original) {
      const kind = amount < 0 ? 'return' : 'take_back';
      const undoes = kind === 'return' ? entryId : null;
      this.move({ account, kind, held, amount: -amount, undoes, reverses: entryId });
    }
    return this;
  }
  /** A part of what was sold comes back, as goods do. */
  giveBack(entryId: number, part: { principal: number; bonus: number }): this {
    this.entries += 1;
    for (const account of ['principal', 'bonus'] as const)
      if (part[account])
        this.move({ account, kind: 'return', amount: part[account], undoes: entryId });
    return this;
  }
  /** The wallet is emptied and paid out. Returns the entry. */
  refund(): number {
    const { held } = this;
    const entry = this.add('wallet_refund', [
      ['principal', 'draw', -this.principal],
      ['bonus', 'void', -this.bonus],
    ]);
    if (held) this.move({ account: 'bonus', kind: 'void', held: true, amount: -held });
    return entry;
  }
  /** The record of another wallet is merged into this one's: its value and what is known of it come along. */
  absorb(other: History): this {
    const before = [...this.moves, ...other.moves].sort((a, b) => a.entryId - b.entryId);
    this.moves.splice(0, this.moves.length, ...before);
    this.entries = Math.max(this.entries, other.entries) + 1;
    const { walletId } = other;
    for (const [account, amount, held] of [
      ['principal', other.principal, false],
      ['bonus', other.bonus, false],
      ['bonus', other.held, true],
    ] as const) {
      if (!amount) continue;
      const moved = { account, held, kind: 'move', amount, goesTo: this.walletId };
      this.move(moved);
      this.moves.push({ ...(this.moves.at(-1) as WalletMove), amount: -amount, walletId });
    }
    return this;
  }
  get last(): number {
    return this.entries;
  }
  withdraw(cents: number): this {
    const plan = planOutgoing(this.standing, cents);
    if (!plan) throw new Error('too much');
    this.add('withdrawal', [
      ['principal', 'draw', -cents],
      ['bonus', 'void', -plan.bonusCents],
    ]);
    if (plan.heldBonusCents) this.hold(-plan.heldBonusCents, 'void');
    return this;
  }
  get standing(): WalletStanding {
    const { principal: principalCents, bonus: bonusCents } = this;
    const { entitledCents } = paidRatioNow(this.moves, { principalCents, bonusCents });
    return { principalCents, bonusCents, heldBonusCents: this.held, entitledCents };
  }
  private hold(cents: number, kind = 'grant') {
    this.move({ account: 'bonus', kind, held: true, amount: cents });
  }
  private add(entryKind: string, parts: ['principal' | 'bonus', string, number][]): number {
    this.entries += 1;
    for (const [account, kind, amount] of parts)
      if (amount) this.move({ account, kind, amount, spends: entryKind === 'sale' });
    return this.entries;
  }
  private move(move: Partial<WalletMove> & Pick<WalletMove, 'account' | 'kind' | 'amount'>) {
    const defaults = { entryId: this.entries, reverses: null, spends: false, held: false };
    const { walletId } = this;
    this.moves.push({ ...defaults, undoes: null, walletId, goesTo: null, ...move });
    this[move.held ? 'held' : move.account] += move.amount;
  }
}
export const wallet = () => new History();
/** Another member's, whose entries stand between those of the first. */
export const otherWallet = () => new History(2, 1000);
export const after300 = (order: SpendOrder) => {
  const history = wallet().topUp(1000_00, 500_00);
  history.spend(300_00, order);
  return history;
};
