import { splitSpend, type SpendOrder } from '#ledger/rules';
import { paidRatioNow, type WalletMove } from './paid-ratio.rules.js';
import { planOutgoing, type WalletStanding } from './payout.rules.js';

/** A wallet's life in the words of the trade; the books beside it. */
export class History {
  readonly moves: WalletMove[] = [];
  principal = 0;
  bonus = 0;
  held = 0;
  private entries = 0;

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
  expire(bonus: number): this {
    this.add('expiry', [['bonus', 'expire', -bonus]]);
    return this;
  }
  release(cents: number): this {
    this.held -= cents;
    this.moves.push({
      entryId: ++this.entries,
      entryKind: 'release',
      account: 'bonus',
      kind: 'release',
      held: true,
      amount: -cents,
      undoes: null,
    });
    this.push('release', 'bonus', 'release', cents);
    return this;
  }
  undo(entryId: number): this {
    const drawn = this.moves.filter((move) => move.entryId === entryId);
    this.entries += 1;
    for (const { account, amount } of drawn) this.push('void', account, 'return', -amount, entryId);
    return this;
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
    this.held += cents;
    this.moves.push({
      entryId: this.entries,
      entryKind: 'top_up',
      account: 'bonus',
      kind,
      held: true,
      amount: cents,
      undoes: null,
    });
  }
  private add(entryKind: string, parts: ['principal' | 'bonus', string, number][]): number {
    this.entries += 1;
    for (const [account, kind, amount] of parts)
      if (amount) this.push(entryKind, account, kind, amount);
    return this.entries;
  }
  private push(
    entryKind: string,
    account: 'principal' | 'bonus',
    kind: string,
    amount: number,
    undoes: number | null = null,
  ) {
    this[account] += amount;
    this.moves.push({
      entryId: this.entries,
      entryKind,
      account,
      kind,
      held: false,
      amount,
      undoes,
    });
  }
}
export const wallet = () => new History();
export const after300 = (order: SpendOrder) => {
  const history = wallet().topUp(1000_00, 500_00);
  history.spend(300_00, order);
  return history;
};
