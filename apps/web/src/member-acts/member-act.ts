import type { Component } from 'vue';
import type { MemberDetail } from '../api/types.js';

/** What stands together in the menu; what ends something comes last. */
export const ACT_GROUPS = ['value', 'card', 'pin', 'record', 'end'] as const;
export type ActGroup = (typeof ACT_GROUPS)[number];

/**
 * Something that is done with a member: at the desk from the acts menu, in the office from the member's page.
 * A capability declares one in `<name>.act.ts` of its folder; the registry finds it.
 */
export interface MemberAct {
  id: string;
  group: ActGroup;
  /** Place in the group. */
  order: number;
  /** The one key of this act, for every member and whatever may be done: a digit, or a letter that browsers leave with Alt. */
  letter: string;
  /** Key of its words in the capability's locale file. */
  label: string;
  /** What else it is found by, syllables apart: the pinyin of its Chinese words, then other names of it. */
  typed: readonly [pinyin: string, ...others: string[]];
  permission: string;
  /** Money or goods move: it is only done at a till. */
  needsTill: boolean;
  /** Key of the words for why it can't be done for this member now; left out, or undefined: it can. */
  reason?: (member: MemberDetail, cardNo: string | null) => string | undefined;
  /** Its dialog: v-model, props `member` and `cardNo`, emits `done`. */
  dialog: () => Promise<{ default: Component }>;
}

export const defineMemberAct = (act: MemberAct): MemberAct => act;

/** A tab of the member's page; declared in `<name>.member-tab.ts` of a capability's folder. */
export interface MemberTab {
  id: string;
  order: number;
  label: string;
  permission: string;
  /** Prop `member`; emits `changed` when the member must be read again. */
  component: () => Promise<{ default: Component }>;
}
