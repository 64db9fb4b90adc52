import { useStorage } from '@vueuse/core';
import { nextTick, shallowRef } from 'vue';
import { errorMessage } from '../../api/error-message.js';
import type { AdjustmentSlip, PayoutView } from '../../api/payout.types.js';
import type { SaleDetail } from '../../api/types.js';
import { notify } from '../../notify.js';
import { deskApi, type TopUpSlip } from '../desk.api.js';
import type { ReturnSlip } from '../../counter/returns/return-slip.types.js';
import type { CardSlip } from './card-slip.types.js';

export type PrintJob =
  | { kind: 'sale'; sale: SaleDetail; reprint: boolean }
  | { kind: 'top_up'; slip: TopUpSlip; reprint: boolean }
  | { kind: 'payout'; payout: PayoutView; reprint: boolean }
  | { kind: 'return'; slip: ReturnSlip; reprint: boolean }
  | { kind: 'adjustment'; adjustment: AdjustmentSlip }
  | { kind: 'card_charge'; slip: CardSlip };

/** What is on the paper right now; the print host draws it. */
export const printJob = shallowRef<PrintJob | null>(null);
/** Width of this browser's receipt paper in millimetres. */
export const paperWidth = useStorage<80 | 58>('shuke.desk.paper', 80);

/** The page of a receipt, named so that nothing else is printed on such paper. */
const sheet = new CSSStyleSheet();
const MM_PER_PX = 25.4 / 96;
const MARGIN_MM = 3;

/** Prints receipts through the browser, on paper as wide as the till's and as long as the receipt. */
export function usePrinter() {
  /** True when the receipt was handed to the printer. A receipt printed again says so on it. */
  async function printSale(saleId: number, reprint: boolean): Promise<boolean> {
    try {
      const sale = await deskApi.sale(saleId);
      await deskApi.countPrint(saleId);
      await put({ kind: 'sale', sale, reprint });
      return true;
    } catch (error) {
      notify('error', errorMessage(error));
      return false;
    }
  }

  /** True when the slip was handed to the printer. A slip printed again says so on it. */
  async function printTopUp(slip: TopUpSlip, reprint: boolean): Promise<boolean> {
    try {
      await deskApi.countSlipPrint(slip.topUpId);
      await put({ kind: 'top_up', slip, reprint });
      return true;
    } catch (error) {
      notify('error', errorMessage(error));
      return false;
    }
  }

  return {
    printSale,
    printTopUp,
    printPayout: (payout: PayoutView, reprint: boolean) => put({ kind: 'payout', payout, reprint }),
    printReturn: (slip: ReturnSlip, reprint: boolean) => put({ kind: 'return', slip, reprint }),
    printAdjustment: (adjustment: AdjustmentSlip) => put({ kind: 'adjustment', adjustment }),
    printCardCharge: (slip: CardSlip) => put({ kind: 'card_charge', slip }),
  };
}

async function put(job: PrintJob): Promise<void> {
  printJob.value = job;
  await nextTick();
  await document.fonts.ready;
  const paper = document.getElementById('print-host');
  const length = Math.ceil((paper?.scrollHeight ?? 0) * MM_PER_PX) + 2 * MARGIN_MM + 2;
  sheet.replaceSync(
    `@page receipt { size: ${paperWidth.value}mm ${Math.max(length, 60)}mm; margin: ${MARGIN_MM}mm }`,
  );
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  window.print();
}
