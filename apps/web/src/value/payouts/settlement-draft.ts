import { asksPin } from '#membership/members/rules';
import type { DebtWay, RefundBasis, RefundPreview, Settlement } from '../../api/payout.types.js';
import { CASH, type Taken } from '../../desk/tenders/tender.rules.js';

/** A settlement while it is filled in. */
export interface SettlementDraft {
  basis: RefundBasis;
  taken: Taken;
  reason: string;
  giftPoints: 'take_back' | 'leave';
  points: 'keep' | 'forfeit';
  walletDebt?: DebtWay;
  pointsDebt?: DebtWay;
  pointsDebtCents: number | null;
  /** What is owed, as the form sees it. */
  walletOwedCents: number;
  pointsOwed: number;
}

export const newDraft = (): SettlementDraft => ({
  basis: 'principal',
  taken: CASH,
  reason: '',
  giftPoints: 'take_back',
  points: 'keep',
  walletDebt: undefined,
  pointsDebt: undefined,
  pointsDebtCents: null,
  walletOwedCents: 0,
  pointsOwed: 0,
});

export function amountOf(preview: RefundPreview, basis: RefundBasis): number {
  if (basis === 'principal') return preview.principalCents;
  return basis === 'paid_ratio' ? preview.paidRatioCents : preview.listPriceCents;
}

/** Not what is proposed, a debt let off, or value given up for nothing: each takes a reason. */
export function needsReason(preview: RefundPreview, draft: SettlementDraft): boolean {
  const { basis, walletDebt, pointsDebt, walletOwedCents, pointsOwed } = draft;
  const waives =
    (walletDebt === 'waive' && walletOwedCents > 0) || (pointsDebt === 'waive' && pointsOwed > 0);
  const { principalCents, bonusCents, heldBonusCents } = preview;
  const forNothing =
    amountOf(preview, basis) === 0 && principalCents + bonusCents + heldBonusCents > 0;
  return basis !== preview.proposedBasis || waives || forNothing;
}

/** Whether everything that the server will ask for is there. */
export function isWhole(
  preview: RefundPreview,
  draft: SettlementDraft,
  mustSettleDebts: boolean,
): boolean {
  if (needsReason(preview, draft) && draft.reason.trim() === '') return false;
  if (draft.taken.tender === null) return false;
  if (draft.pointsOwed > 0 && draft.pointsDebt === 'pay' && !draft.pointsDebtCents) return false;
  if (!mustSettleDebts) return true;
  return (
    (draft.walletOwedCents === 0 || draft.walletDebt !== undefined) &&
    (draft.pointsOwed === 0 || draft.pointsDebt !== undefined)
  );
}

export function settlementOf(preview: RefundPreview, draft: SettlementDraft): Settlement {
  const { basis, taken, giftPoints, points, walletDebt, pointsDebt, pointsDebtCents } = draft;
  const reason = draft.reason.trim();
  return {
    basis,
    amountCents: amountOf(preview, basis),
    tender: taken.tender ?? 'cash',
    giftPoints,
    points,
    ...(reason ? { reason } : {}),
    ...(draft.walletOwedCents > 0 && walletDebt ? { walletDebt } : {}),
    ...(draft.pointsOwed > 0 && pointsDebt ? { pointsDebt } : {}),
    ...(draft.pointsOwed > 0 && pointsDebt === 'pay' && pointsDebtCents ? { pointsDebtCents } : {}),
  };
}

/** Whether what is paid out asks for the owner's PIN, or the document of who has none. */
export const asksProof = (
  preview:
    Pick<RefundPreview, 'pinAlways' | 'pinLimitCents' | 'withoutPinTodayCents'> | null | undefined,
  amountCents: number,
): boolean =>
  Boolean(preview) &&
  amountCents > 0 &&
  (preview?.pinAlways === true ||
    asksPin(amountCents, {
      limitCents: preview?.pinLimitCents ?? 0,
      withoutPinCents: preview?.withoutPinTodayCents ?? 0,
    }));
