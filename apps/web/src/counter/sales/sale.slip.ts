import { defineAsyncComponent } from 'vue';
import { http } from '../../api/http.js';
import type { SaleDetail } from '../../api/types.js';
import { deskApi } from '../../desk/desk.api.js';
import SaleReceipt from '../../desk/print/SaleReceipt.vue';
import { defineSlip } from '../../desk/slips/desk-slip.js';
import { slipOfSale } from './sale-slip.rules.js';

export const slip = defineSlip<SaleDetail>({
  kind: 'sale',
  order: 10,
  right: null,
  ofDay: async (asked) => (await http.get('/sales', { ...asked })).rows.map(slipOfSale),
  find: ({ id }) => deskApi.sale(id),
  Receipt: SaleReceipt,
  receipt: (sale) => ({ sale }),
  print: (printer, { id }) => printer.printSale(id, true),
  acts: [
    {
      label: 'desk.slips.undo',
      danger: true,
      right: ({ voided, returnedCents }) => (voided || returnedCents > 0 ? null : 'sale.void'),
      Dialog: defineAsyncComponent(() => import('./VoidSaleDialog.vue')),
      dialog: (sale) => ({ sale }),
    },
    {
      label: 'desk.slips.return',
      danger: false,
      right: ({ voided }) => (voided ? null : 'sale.return'),
      Dialog: defineAsyncComponent(() => import('../returns/ReturnFlow.vue')),
      dialog: ({ id }) => ({ saleId: id }),
    },
  ],
});
