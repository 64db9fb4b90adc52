import { defineMemberTab } from '../../desk/member/tabs/member-tab.js';
import { formatNumber } from '../../format/format.js';
import PointsTab from './PointsTab.vue';

export const tab = defineMemberTab({
  id: 'points',
  order: 20,
  label: 'desk.wallet.points',
  // Points are the member's own, whosever wallet pays.
  figure: ({ member, walletState }) =>
    member.value && walletState.value !== 'failed'
      ? formatNumber(member.value.wallet.points)
      : null,
  component: PointsTab,
});
