import type { Component } from 'vue';

export const NAV_GROUPS = ['top', 'members', 'goods', 'business', 'system'] as const;
export type NavGroup = (typeof NAV_GROUPS)[number];

/** One line of the office's sidebar. */
export interface NavEntry {
  group: NavGroup;
  /** Place in the whole sidebar; the first permitted one is the office's start page. */
  order: number;
  /** Name of the route it leads to. */
  route: string;
  /** Key of its words. */
  label: string;
  icon?: Component;
  permission?: string;
  /** Something small after the words, as how many wait. */
  badge?: Component;
}
