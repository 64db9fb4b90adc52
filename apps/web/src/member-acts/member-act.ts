import type { Component } from 'vue';
import type { MemberDetail } from '../api/types.js';

/**
 * Something that is done with a member: at the desk from the acts menu, in the office from the member's page.
 * A capability declares one in `<name>.act.ts` of its folder; the registry finds it.
 */
export interface MemberAct {
  id: string;
  /** Place in the menu. */
  order: number;
  /** Key of its words in the capability's locale file. */
  label: string;
  permission: string;
  /** Money or goods move: it is only offered at a till. */
  needsTill: boolean;
  /** Whether it makes sense for this member now; left out: always. */
  when?: (member: MemberDetail, cardNo: string | null) => boolean;
  /** Its dialog: v-model, props `member` and `cardNo`, emits `done`. */
  dialog: () => Promise<{ default: Component }>;
}

/** A tab of the member's page; declared in `<name>.member-tab.ts` of a capability's folder. */
export interface MemberTab {
  id: string;
  order: number;
  label: string;
  permission: string;
  /** Prop `member`; emits `changed` when the member must be read again. */
  component: () => Promise<{ default: Component }>;
}

const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order;

export const memberActs: readonly MemberAct[] = Object.values(
  import.meta.glob<{ act: MemberAct }>('../capabilities/*/*.act.ts', { eager: true }),
)
  .map(({ act }) => act)
  .sort(byOrder);

export const memberTabs: readonly MemberTab[] = Object.values(
  import.meta.glob<{ tab: MemberTab }>('../capabilities/*/*.member-tab.ts', { eager: true }),
)
  .map(({ tab }) => tab)
  .sort(byOrder);
