import type { SpendOrder } from '#ledger/rules';
import type { Rounding } from '#goods/pricing/rules';
import { computed, type ComputedRef } from 'vue';
import type { SessionView } from '../api/types.js';
import { useSession } from '../session/session.store.js';

/** What the till must know of the chain's settings; it comes with the session. */
export interface DeskSettings {
  idleMinutes: number;
  pinLimitCents: number;
  spendOrder: SpendOrder;
  receiptPrint: 'ask' | 'always' | 'never';
  receiptFooter: string;
  rounding: Rounding;
  quickDiscountable: boolean;
  bonusEarnsPoints: boolean;
  pointsPay: boolean;
  pointsPerYuan: number;
  pointsStep: number;
  pointsMaxPercent: number;
  allowNegativeStock: boolean;
  cardDepositCents: number;
  cardFeeCents: number;
  cardReplaceFeeCents: number;
}

const AS_DELIVERED: DeskSettings = {
  idleMinutes: 30,
  pinLimitCents: 20_000,
  spendOrder: 'proportional',
  receiptPrint: 'ask',
  receiptFooter: '',
  rounding: 'none',
  quickDiscountable: true,
  bonusEarnsPoints: false,
  pointsPay: false,
  pointsPerYuan: 100,
  pointsStep: 100,
  pointsMaxPercent: 50,
  allowNegativeStock: false,
  cardDepositCents: 0,
  cardFeeCents: 0,
  cardReplaceFeeCents: 0,
};

export function useDeskSettings(): ComputedRef<DeskSettings> {
  const session = useSession();
  return computed(() => {
    const view = session.view as (SessionView & { settings?: Partial<DeskSettings> }) | null;
    return { ...AS_DELIVERED, ...view?.settings };
  });
}
