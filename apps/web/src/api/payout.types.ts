// What leaves a wallet otherwise than by spending, and what is given or taken by hand. Generated from the API's description;
// words that a screen prefers stand on the left. Amounts are cents.
import type { AdjustmentRow, PayoutRow, SettlementInput } from '#web/api-client';

export type {
  AdjustmentRow,
  AdjustmentView as AdjustmentSlip,
  OutgoingPreview,
  PayoutResult,
  PayoutRow,
  PayoutView,
  RefundPreview,
  SettlementInput as Settlement,
} from '#web/api-client';

export type PayoutKind = PayoutRow['kind'];
export const PAYOUT_KINDS: readonly PayoutKind[] = ['withdrawal', 'transfer', 'refund', 'closing'];
export type RefundBasis = SettlementInput['basis'];
export type AdjustmentKind = AdjustmentRow['kind'];
export type DebtWay = NonNullable<SettlementInput['walletDebt']>;
