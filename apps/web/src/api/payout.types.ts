import type { CardStatus, Page } from './shared.types.js';

/** What leaves a wallet otherwise than by spending. Amounts are cents. */
export type PayoutKind = 'withdrawal' | 'transfer' | 'refund' | 'closing';
export const PAYOUT_KINDS: readonly PayoutKind[] = ['withdrawal', 'transfer', 'refund', 'closing'];
export type RefundBasis = 'principal' | 'paid_ratio' | 'list_price';

export interface OutgoingPreview {
  principalCents: number;
  bonusCents: number;
  heldBonusCents: number;
  entitledCents: number;
  payableCents: number;
  amountCents: number;
  bonusGoesCents: number;
  heldGoesCents: number;
  principalAfterCents: number;
  bonusAfterCents: number;
  heldAfterCents: number;
  withinPaidRatio: boolean;
  needsPin: boolean;
  hasPin: boolean;
  needsApproval: boolean;
}
export interface TransferPreview extends OutgoingPreview {
  bonusRule: 'void' | 'move';
  receiver: {
    memberId: number;
    name: string;
    phoneMasked: string | null;
    principalDebtCents: number;
  };
}
export interface PayoutResult {
  payoutId: number;
  receiptNo: string;
  paidCents: number;
  depositCents?: number;
  principalCents: number;
}

export interface RefundLot {
  toppedUpOn: string;
  storeName: string | null;
  tender: string | null;
  grantedCents: number;
  remainingCents: number;
  rightUntil: string | null;
  withinRight: boolean;
}
export interface RefundPreview {
  principalCents: number;
  bonusCents: number;
  heldBonusCents: number;
  paidRatioCents: number;
  listPriceCents: number;
  usedListCents: number;
  spentPrincipalCents: number;
  proposedBasis: 'principal' | 'paid_ratio';
  proposedCents: number;
  warnings: Record<RefundBasis, ('below_paid_ratio' | 'below_principal')[]>;
  rightCents: number;
  lots: RefundLot[];
  principalDebtCents: number;
  bonusDebtCents: number;
  points: number;
  pointsDebt: number;
  giftPoints: number;
  pinLimitCents: number;
  pinAlways: boolean;
  hasPin: boolean;
  approvalFromCents: number;
}
export interface ClosingPreview {
  cardNo: string;
  memberId: number;
  memberName: string;
  isLastOfWallet: boolean;
  otherCards: number;
  depositCents: number;
  depositTender: string | null;
  refund: RefundPreview | null;
}
export type DebtWay = 'waive' | 'pay';
/** What is sent beside the basis: how points and debts are settled. */
export interface Settlement {
  basis: RefundBasis;
  amountCents: number;
  tender: string;
  reason?: string;
  giftPoints: 'take_back' | 'leave';
  points: 'keep' | 'forfeit';
  walletDebt?: DebtWay;
  pointsDebt?: DebtWay;
  pointsDebtCents?: number;
}

export interface PayoutRow {
  id: number;
  kind: PayoutKind;
  receiptNo: string;
  businessDate: string;
  at: string;
  storeId: number;
  storeName: string;
  staffName: string;
  approvedByName: string | null;
  memberId: number;
  memberName: string;
  toMemberId: number | null;
  toMemberName: string | null;
  tender: string | null;
  principalCents: number;
  paidCents: number;
  depositCents: number;
  receivedCents: number;
  bonusVoidCents: number;
  bonusMovedCents: number;
  reason: string | null;
  reversed: boolean;
}
export interface PayoutPage extends Page<PayoutRow> {
  totals: Record<
    'principalCents' | 'paidCents' | 'depositCents' | 'receivedCents' | 'bonusVoidCents',
    number
  >;
}
export interface PayoutView extends PayoutRow {
  depositTender: string | null;
  tillName: string | null;
  storeAddress: string | null;
  storePhone: string | null;
  levelName: string;
  phoneMasked: string | null;
  cardNoMasked: string | null;
  cardStatus: CardStatus | null;
  cardExpired: boolean;
  toPhoneMasked: string | null;
  principalKeptCents: number;
  bonusPaidCents: number;
  heldVoidCents: number;
  heldMovedCents: number;
  entitledCents: number;
  principalAfterCents: number;
  bonusAfterCents: number;
  pointsAfter: number;
  printCount: number;
  refund: {
    basis: RefundBasis;
    proposedBasis: RefundBasis;
    principalOnlyCents: number;
    paidRatioCents: number;
    listPriceCents: number;
    giftPointsTaken: number;
    pointsForfeited: number;
    principalDebtCents: number;
    bonusDebtCents: number;
    walletDebtHow: 'waived' | 'paid' | null;
    pointsDebt: number;
    pointsDebtHow: 'waived' | 'paid' | null;
    pointsDebtPaidCents: number;
  } | null;
  reversal: { at: string; staffName: string; reason: string } | null;
  receiptFooter: string;
}

export type AdjustmentKind = 'principal' | 'bonus' | 'points';

/** Given (+) or taken (−) by hand: cents for principal and bonus, points for points. */
export interface AdjustmentRow {
  id: number;
  kind: AdjustmentKind;
  receiptNo: string;
  businessDate: string;
  at: string;
  storeName: string;
  staffName: string;
  approvedByName: string | null;
  memberId: number;
  memberName: string;
  amount: number;
  repaid: number;
  expiresOn: string | null;
  balanceAfter: number;
  reason: string;
}
export interface AdjustmentSlip extends AdjustmentRow {
  tillName: string | null;
  storeAddress: string | null;
  storePhone: string | null;
  levelName: string;
  phoneMasked: string | null;
  receiptFooter: string;
}
