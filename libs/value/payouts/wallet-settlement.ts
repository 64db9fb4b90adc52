import type { JudgedAct } from '#chain/approvals';
import type { CardRecord } from '#membership/cards';
import type { Actor, Tx } from '#kernel';
import { bonusOf, type Books, House, planAct, pointsOf, principalOf } from '#ledger';
import { Injectable } from '@nestjs/common';
import { paidRatio } from './paid-ratio.rules.js';
import type { SettlementInput } from './payout.dto.js';
import { PayoutError } from './payout.errors.js';
import {
  balanceOf,
  type HistoricStanding,
  PayoutDesk,
  type PayoutMoment,
  payoutFacts,
  standingOf,
} from './payout-desk.js';
import type { PayoutProof } from './payout-proofs.service.js';
import { PayoutDocuments } from './payout-documents.js';
import type { RefundResult } from './payout-view.dto.js';
import type { WalletOwner } from './payouts.repository.js';
import {
  isGivenAway,
  type RefundComputations,
  refundComputations,
  refundOf,
  refundParts,
  refundRightUntil,
} from './refund.rules.js';
import {
  emptyWallet,
  settleDebts,
  type SettledDebts,
  settlePoints,
} from './settlement-postings.js';
import { WalletHistoryRepository } from './wallet-history.repository.js';

export interface SettlementTerms {
  kind: 'refund' | 'closing';
  /** null: a card is closed that is not the wallet's last; only its deposit moves. */
  input: SettlementInput | null;
  tender: string;
  reason: string | null;
  card: Pick<CardRecord, 'id' | 'storeId'> | null;
  /** It goes back as it was paid, whatever the wallet is paid by. */
  deposit: { cents: number; storeId: number; tender: string } | null;
  refundDays: number;
  second: JudgedAct | null;
  proof: PayoutProof | null;
}

interface Settled extends SettledDebts {
  standing: HistoricStanding;
  computations: RefundComputations | null;
  paidCents: number;
  parts: ReturnType<typeof refundParts>;
  heldVoidCents: number;
  giftPointsTaken: number;
  pointsForfeited: number;
}

/** Empties a wallet: pays by the chosen computation, voids the bonus, settles points and debts, gives back a deposit. */
@Injectable()
export class WalletSettlement {
  constructor(
    private readonly desk: PayoutDesk,
    private readonly documents: PayoutDocuments,
    private readonly history: WalletHistoryRepository,
  ) {}

  async settle(
    tx: Tx,
    actor: Actor,
    moment: PayoutMoment,
    owner: WalletOwner,
    terms: SettlementTerms,
  ): Promise<RefundResult> {
    const { kind, input, tender, reason, card, deposit } = terms;
    const storeId = moment.till.storeId;
    const [principal, bonus, points] = [
      principalOf(owner.walletId),
      bonusOf(owner.walletId),
      pointsOf(owner.memberId),
    ];
    const entryKind = kind === 'refund' ? 'wallet_refund' : 'card_closing';
    const facts = payoutFacts(entryKind, actor, moment, owner, { card, drawer: true, reason });
    const act = { ...facts, accounts: [principal, bonus, points] };
    const { locked, moves } = await this.desk.lock(tx, owner.walletId, act);
    const listCents = await this.history.usedListCents(tx, paidRatio(moves).spendEntryIds);
    const giftPoints = await this.history.giftPoints(tx, owner.walletId, owner.memberId);

    const planned = planAct(locked, act, (books): Settled => {
      const standing = standingOf(books.balance(principal), books.balance(bonus), moves);
      if (deposit) {
        books.house(House.tender(deposit.tender, storeId), -deposit.cents);
        books.house(House.cardDeposits(deposit.storeId), deposit.cents);
      }
      if (!input) return { standing, ...NOTHING };
      const { spentPrincipalCents } = standing.ratio;
      const computations = refundComputations(standing, { spentPrincipalCents, listCents });
      const rightCents = rightOf(books, owner.walletId, moment.businessDate, terms.refundDays);
      const paidCents = assertRefund(computations, input, rightCents, reason);
      const parts = refundParts(standing, paidCents);
      emptyWallet(
        books,
        owner.walletId,
        { ...parts, heldCents: standing.heldBonusCents },
        tender,
        storeId,
      );
      const settled = settlePoints(books, owner, { input, giftPoints, storeId });
      const debts = settleDebts(books, owner, { input, kind, tender, storeId });
      if (kind === 'refund' && !somethingHappens(standing, settled, debts))
        throw PayoutError.nothingToRefund();
      const given = givenUp(standing, paidCents, input, debts);
      if (isGivenAway(given) && !reason) throw PayoutError.reasonMissing();
      return {
        standing,
        computations,
        paidCents,
        parts,
        heldVoidCents: standing.heldBonusCents,
        ...settled,
        ...debts,
      };
    });
    const { result: done, balances } = planned;
    const after = {
      principal: balanceOf(balances, principal),
      bonus: balanceOf(balances, bonus),
      points: balanceOf(balances, points),
    };
    const paper = await this.documents.write(tx, actor, moment, owner, planned, {
      kind,
      cardId: card?.id ?? null,
      reason,
      second: terms.second,
      proof: terms.proof,
      columns: {
        tender,
        paid_cents: done.paidCents,
        principal_cents: done.parts.principalCents,
        principal_kept_cents: done.parts.principalKeptCents,
        bonus_paid_cents: done.parts.bonusPaidCents,
        bonus_void_cents: done.parts.bonusVoidCents,
        held_void_cents: done.heldVoidCents,
        deposit_cents: deposit?.cents ?? 0,
        received_cents: done.receivedCents,
        entitled_cents: done.standing.entitledCents,
        principal_after_cents: after.principal.balance,
        bonus_after_cents: after.bonus.balance,
        points_after: after.points.balance,
      },
      refund:
        input && done.computations ? refundColumns(input, done.computations, done) : undefined,
    });
    return {
      ...paper,
      basis: input?.basis ?? null,
      paidCents: done.paidCents,
      principalCents: done.parts.principalCents,
      principalKeptCents: done.parts.principalKeptCents,
      bonusPaidCents: done.parts.bonusPaidCents,
      bonusVoidCents: done.parts.bonusVoidCents,
      heldVoidCents: done.heldVoidCents,
      depositCents: deposit?.cents ?? 0,
      receivedCents: done.receivedCents,
      giftPointsTaken: done.giftPointsTaken,
      pointsForfeited: done.pointsForfeited,
      principalAfterCents: after.principal.balance,
      bonusAfterCents: after.bonus.balance,
      pointsAfter: after.points.balance,
      pointsDebtAfter: after.points.debt,
    };
  }
}

const NOTHING: Omit<Settled, 'standing'> = {
  computations: null,
  paidCents: 0,
  parts: { principalCents: 0, principalKeptCents: 0, bonusPaidCents: 0, bonusVoidCents: 0 },
  heldVoidCents: 0,
  giftPointsTaken: 0,
  pointsForfeited: 0,
  principalDebtCents: 0,
  bonusDebtCents: 0,
  pointsDebt: 0,
  receivedCents: 0,
};

/** As the books have it: what vanishes unpaid, and whether a debt that there is was let off. */
const givenUp = (
  { principalCents, bonusCents, heldBonusCents }: HistoricStanding,
  paidCents: number,
  { walletDebt, pointsDebt }: SettlementInput,
  debts: Pick<Settled, 'principalDebtCents' | 'bonusDebtCents' | 'pointsDebt'>,
) => ({
  paidCents,
  voidedCents: principalCents + bonusCents + heldBonusCents - paidCents,
  waivesDebt:
    (walletDebt === 'waive' && debts.principalDebtCents + debts.bonusDebtCents > 0) ||
    (pointsDebt === 'waive' && debts.pointsDebt > 0),
});

/** What is left of top-ups that may be taken back without conditions. */
function rightOf(books: Books, walletId: number, businessDate: string, days: number): number {
  return books
    .lots(principalOf(walletId))
    .filter((lot) => businessDate <= (refundRightUntil(lot.originOn, days) ?? ''))
    .reduce((sum, lot) => sum + lot.remaining, 0);
}

/** Errors: payout.figures_changed, payout.below_refund_right, payout.reason_missing. */
function assertRefund(
  computations: RefundComputations,
  { basis, amountCents }: SettlementInput,
  rightCents: number,
  reason: string | null,
): number {
  const paidCents = refundOf(computations, basis);
  if (paidCents !== amountCents) throw PayoutError.figuresChanged({ amountCents: paidCents });
  if (paidCents < rightCents) throw PayoutError.belowRefundRight({ rightCents });
  const isProposed = basis !== 'list_price' && paidCents === computations.proposedCents;
  if (!isProposed && !reason) throw PayoutError.reasonMissing();
  return paidCents;
}

const somethingHappens = (
  { principalCents, bonusCents, heldBonusCents }: HistoricStanding,
  points: { giftPointsTaken: number; pointsForfeited: number },
  debts: { principalDebtCents: number; bonusDebtCents: number },
): boolean =>
  principalCents + bonusCents + heldBonusCents > 0 ||
  points.pointsForfeited > 0 ||
  debts.principalDebtCents + debts.bonusDebtCents > 0;

function refundColumns(input: SettlementInput, computations: RefundComputations, done: Settled) {
  const pointsSettled = done.pointsDebt > 0 ? (input.pointsDebt ?? null) : null;
  const walletSettled = done.principalDebtCents + done.bonusDebtCents > 0 ? input.walletDebt : null;
  const how = { waive: 'waived', pay: 'paid' } as const;
  return {
    basis: input.basis,
    proposed_basis: computations.proposedBasis,
    principal_only_cents: computations.principalCents,
    paid_ratio_cents: computations.paidRatioCents,
    list_price_cents: computations.listPriceCents,
    gift_points_taken: done.giftPointsTaken,
    points_forfeited: done.pointsForfeited,
    principal_debt_cents: done.principalDebtCents,
    bonus_debt_cents: done.bonusDebtCents,
    wallet_debt_how: walletSettled ? how[walletSettled] : null,
    points_debt: done.pointsDebt,
    points_debt_how: pointsSettled ? how[pointsSettled] : null,
    points_debt_paid_cents: pointsSettled === 'pay' ? (input.pointsDebtCents ?? 0) : 0,
  };
}
