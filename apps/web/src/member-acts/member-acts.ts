import { ACT_GROUPS, type MemberAct, type MemberTab } from './member-act.js';

const place = ({ group, order }: MemberAct): number => ACT_GROUPS.indexOf(group) * 100 + order;

/** Every act of every capability, group by group. */
export const memberActs: readonly MemberAct[] = Object.values(
  import.meta.glob<{ act: MemberAct }>(
    '../{chain,membership,goods,value,counter,contact,insight}/*/*.act.ts',
    { eager: true },
  ),
)
  .map(({ act }) => act)
  .sort((one, other) => place(one) - place(other));

export const memberTabs: readonly MemberTab[] = Object.values(
  import.meta.glob<{ tab: MemberTab }>(
    '../{chain,membership,goods,value,counter,contact,insight}/*/*.member-tab.ts',
    { eager: true },
  ),
)
  .map(({ tab }) => tab)
  .sort((one, other) => one.order - other.order);
