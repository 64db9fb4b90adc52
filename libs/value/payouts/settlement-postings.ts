import { bonusOf, type Books, House, pointsOf, principalOf } from '#ledger';
import type { SettlementInput } from './payout.dto.js';
import { PayoutError } from './payout.errors.js';
import type { WalletOwner } from './payouts.repository.js';
import type { refundParts } from './refund.rules.js';

/** What the member owed, as far as it was dealt with, and what was paid for it. */
export interface SettledDebts {
  principalDebtCents: number;
  bonusDebtCents: number;
  pointsDebt: number;
  receivedCents: number;
}

/** Takes everything out of a wallet: each part to where it goes. */
export function emptyWallet(
  books: Books,
  walletId: number,
  parts: ReturnType<typeof refundParts> & { heldCents: number },
  tender: string,
  storeId: number,
): void {
  const [principal, bonus] = [principalOf(walletId), bonusOf(walletId)];
  books.take(principal, parts.principalCents, House.tender(tender, storeId));
  books.void(principal, parts.principalKeptCents, House.refundKept(storeId));
  books.take(bonus, parts.bonusPaidCents, House.tender(tender, storeId));
  books.void(bonus, parts.bonusVoidCents, House.bonusCost);
  books.voidHeld(bonus, parts.heldCents, House.bonusCost);
}

/** Points given with what is paid back go back, as debt where they are spent (golden G21); the rest as was said. */
export function settlePoints(
  books: Books,
  { memberId }: WalletOwner,
  { input, giftPoints, storeId }: { input: SettlementInput; giftPoints: number; storeId: number },
): { giftPointsTaken: number; pointsForfeited: number } {
  const points = pointsOf(memberId);
  const giftPointsTaken = input.giftPoints === 'take_back' ? giftPoints : 0;
  books.owe(points, giftPointsTaken, House.pointsIssued(storeId));
  if (input.points === 'keep') return { giftPointsTaken, pointsForfeited: 0 };
  const { balance, held } = books.voidAll(points, House.pointsIssued);
  return { giftPointsTaken, pointsForfeited: balance + held };
}

/**
 * Debts are waived or paid, as was agreed; none is ever taken out of the principal. A refund may leave them, a closing
 * may not. Errors: payout.debt_undecided.
 */
export function settleDebts(
  books: Books,
  { walletId, memberId }: WalletOwner,
  {
    input,
    kind,
    tender,
    storeId,
  }: { input: SettlementInput; kind: 'refund' | 'closing'; tender: string; storeId: number },
): SettledDebts {
  const [principal, bonus, points] = [principalOf(walletId), bonusOf(walletId), pointsOf(memberId)];
  const principalDebtCents = books.balance(principal).debt;
  const bonusDebtCents = books.balance(bonus).debt;
  const pointsDebt = books.balance(points).debt;
  const walletDebtCents = principalDebtCents + bonusDebtCents;
  const withoutAmount = input.pointsDebt === 'pay' && pointsDebt > 0 && !input.pointsDebtCents;
  const left = (walletDebtCents > 0 && !input.walletDebt) || (pointsDebt > 0 && !input.pointsDebt);
  if (withoutAmount || (kind === 'closing' && left))
    throw PayoutError.debtUndecided({ walletDebtCents, pointsDebt });

  const drawer = House.tender(tender, storeId);
  let receivedCents = 0;
  if (input.walletDebt === 'waive') {
    books.waiveDebt(principal, principalDebtCents, House.debtWaived(storeId));
    books.waiveDebt(bonus, bonusDebtCents, House.bonusCost(storeId));
  }
  if (input.walletDebt === 'pay') {
    books.grant(principal, principalDebtCents, { against: drawer, tender });
    books.grant(bonus, bonusDebtCents, { against: drawer, tender });
    receivedCents += walletDebtCents;
  }
  if (input.pointsDebt && pointsDebt > 0) {
    books.waiveDebt(points, pointsDebt, House.pointsIssued(storeId));
    const agreedCents = input.pointsDebt === 'pay' ? (input.pointsDebtCents ?? 0) : 0;
    books.house(drawer, agreedCents);
    books.house(House.debtSettled(storeId), -agreedCents);
    receivedCents += agreedCents;
  }
  return {
    principalDebtCents: input.walletDebt ? principalDebtCents : 0,
    bonusDebtCents: input.walletDebt ? bonusDebtCents : 0,
    pointsDebt,
    receivedCents,
  };
}
