import { defineMemberTab } from '../../desk/member/tabs/member-tab.js';
import { formatMoney } from '../../format/format.js';
import StoredValueTab from './StoredValueTab.vue';

export const tab = defineMemberTab({
  id: 'stored-value',
  order: 10,
  label: 'desk.wallet.spendable',
  figure: ({ wallet, rests }) => {
    const cents = rests.value ? wallet.value?.principalCents : wallet.value?.spendableCents;
    return cents === undefined ? null : formatMoney(cents);
  },
  component: StoredValueTab,
});
