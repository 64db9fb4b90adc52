import { paidRatio } from './paid-ratio.rules.js';
import { History, otherWallet, wallet } from './payouts.fixtures.js';

describe('a wallet that ended in a merge', () => {
  it('brings along what its bonus was spent for: the paid ratio is the sum of both', () => {
    const ended = otherWallet().topUp(1000_00, 500_00);
    ended.spend(300_00, 'bonus_first');
    const { standing } = wallet().topUp(1000_00).absorb(ended);
    expect(standing).toMatchObject({ principalCents: 2000_00, bonusCents: 200_00 });
    expect(standing.entitledCents).toBe(1800_00);
  });

  it('brings along what was spent since it was last empty', () => {
    const ended = otherWallet().topUp(500_00);
    const spend = ended.spend(120_00, 'proportional');
    const history = wallet().topUp(100_00);
    const own = history.spend(30_00, 'proportional');
    const ratio = paidRatio(history.absorb(ended).moves);
    expect(ratio).toMatchObject({ spentPrincipalCents: 150_00, principalCents: 450_00 });
    expect([...ratio.spendEntryIds].sort((a, b) => a - b)).toEqual([own, spend]);
  });

  it('knows its sales, to be undone afterwards, through two merges', () => {
    const ended = otherWallet().topUp(1000_00, 200_00);
    const sale = ended.spend(600_00, 'principal_first');
    const first = new History(3, 2000).topUp(50_00).absorb(ended);
    const history = wallet().topUp(10_00).absorb(first);
    expect(history.standing.entitledCents).toBe(560_00);
    expect(history.undo(sale).standing).toMatchObject({
      principalCents: 1060_00,
      bonusCents: 200_00,
      entitledCents: 1060_00,
    });
  });

  it('adds nothing when it was empty, and what it used up is forgotten', () => {
    const ended = otherWallet().topUp(100_00);
    ended.spend(100_00, 'proportional');
    const ratio = paidRatio(wallet().topUp(40_00).absorb(ended).moves);
    expect(ratio).toMatchObject({
      entitledCents: 40_00,
      spentPrincipalCents: 0,
      spendEntryIds: [],
    });
  });
});
