import { defineAsyncComponent } from 'vue';
import { http } from '../../api/http.js';
import type { PayoutView } from '../../api/payout.types.js';
import PayoutReceipt from '../../desk/print/PayoutReceipt.vue';
import { defineSlip } from '../../desk/slips/desk-slip.js';
import { slipOfPayout } from './payout-slip.rules.js';
import { payoutsApi } from './payouts.queries.js';

export const slip = defineSlip<PayoutView>({
  kind: 'payout',
  order: 30,
  right: 'wallet.read',
  ofDay: async (asked) => (await http.get('/payouts', { ...asked })).rows.map(slipOfPayout),
  find: ({ id }) => payoutsApi.view(id),
  Receipt: PayoutReceipt,
  receipt: (payout) => ({ payout }),
  async print(printer, payout) {
    await payoutsApi.countPrint(payout.id);
    await printer.printPayout(payout, true);
  },
  acts: [
    {
      label: 'desk.slips.undo',
      danger: true,
      right: ({ reversed, kind }) =>
        reversed || kind === 'closing' ? null : 'wallet.reverse_payout',
      Dialog: defineAsyncComponent(() => import('./ReversePayoutDialog.vue')),
      dialog: (payout) => ({ payout }),
    },
  ],
});
