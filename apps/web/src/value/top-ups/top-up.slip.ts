import { defineAsyncComponent } from 'vue';
import { http } from '../../api/http.js';
import { deskApi } from '../../desk/desk.api.js';
import TopUpReceipt from '../../desk/print/TopUpReceipt.vue';
import { defineSlip } from '../../desk/slips/desk-slip.js';
import { slipOfTopUp } from './top-up-slip.rules.js';

interface ShownTopUp {
  slip: Awaited<ReturnType<typeof deskApi.topUpSlip>>;
  member: Awaited<ReturnType<typeof deskApi.member>>;
}

export const slip = defineSlip<ShownTopUp>({
  kind: 'topUp',
  order: 20,
  right: 'wallet.read',
  ofDay: async (asked) => (await http.get('/top-ups', { ...asked })).rows.map(slipOfTopUp),
  find: async ({ id, memberId }) => ({
    slip: await deskApi.topUpSlip(id),
    member: await deskApi.member(memberId ?? 0),
  }),
  Receipt: TopUpReceipt,
  receipt: ({ slip: shown }) => ({ slip: shown }),
  print: (printer, { slip: shown }) => printer.printTopUp(shown, true),
  acts: [
    {
      label: 'desk.slips.undo',
      danger: true,
      right: ({ slip: shown }) => (shown.reversedBy ? null : 'wallet.reverse_top_up'),
      Dialog: defineAsyncComponent(() => import('./ReverseTopUpDialog.vue')),
      dialog: ({ member }, { id }) => ({ member, cardNo: null, topUpId: id }),
    },
  ],
});
