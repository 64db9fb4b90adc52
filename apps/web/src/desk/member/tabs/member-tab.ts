import type { Component } from 'vue';
import type { DeskMember } from '../use-desk-member.js';

/**
 * A thing that a member holds, as the panel at the desk shows it: a capability declares one in `<name>.desk-tab.ts` of its
 * folder. (The tabs of the office's page are declared in `<name>.member-tab.ts`.)
 */
export interface MemberTab {
  id: string;
  order: number;
  /** Key of its words; they come with the application. */
  label: string;
  permission?: string;
  /** How much of it there is: stands on the tab, whichever is open. Null while that is not known. */
  figure: (member: DeskMember) => string | null;
  /** Where it comes from, when it goes. The desk is provided (`useDesk`). */
  component: Component;
}

export const defineMemberTab = (tab: MemberTab): MemberTab => tab;
