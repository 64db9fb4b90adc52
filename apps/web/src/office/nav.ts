import type { Component } from 'vue';

/** The areas of the house, in the order of the menu; `home` holds what concerns all of them. */
export const MENU_AREAS = [
  'home',
  'membership',
  'value',
  'goods',
  'counter',
  'contact',
  'insight',
  'chain',
] as const;
export type MenuArea = (typeof MENU_AREAS)[number];

/** One page in the office's menu. */
export interface NavEntry {
  /** Where people look for it, if that is not the area whose folder it stands in. */
  area?: MenuArea;
  /** Place in its area; the first permitted page of all is the office's start page. */
  order: number;
  /** Name of the route it leads to. */
  route: string;
  /** Key of its words. */
  label: string;
  permission?: string;
  /** It is a tab of that page and has no line of its own. */
  tabOf?: string;
  /** Something small after the words, as how many wait. */
  badge?: Component;
}

/** An entry with the area that it is shown in. */
export interface PlacedEntry extends NavEntry {
  area: MenuArea;
}

/** One line of the menu: a page, or several that are tabs of one. */
export interface MenuLine extends PlacedEntry {
  /** Itself first; one: there is nothing to choose. */
  tabs: PlacedEntry[];
}

export interface MenuGroup {
  area: MenuArea;
  lines: MenuLine[];
}

/**
 * The menu of a person: areas in their order, of each the lines that the person may open. A tab whose page is not permitted
 * becomes a line of its own, with the tabs beside it.
 */
export function menuOf(
  entries: readonly PlacedEntry[],
  may: (permission: string) => boolean,
): MenuGroup[] {
  const permitted = entries
    .filter(({ permission }) => !permission || may(permission))
    .sort((a, b) => a.order - b.order);
  return MENU_AREAS.map((area) => ({
    area,
    lines: linesOf(permitted.filter((entry) => entry.area === area)),
  })).filter(({ lines }) => lines.length > 0);
}

function linesOf(entries: readonly PlacedEntry[]): MenuLine[] {
  const families = new Map<string, PlacedEntry[]>();
  for (const entry of entries) {
    const page = entry.tabOf ?? entry.route;
    families.set(page, [...(families.get(page) ?? []), entry]);
  }
  return [...families.values()].flatMap((tabs) => (tabs[0] ? [{ ...tabs[0], tabs }] : []));
}

/** Whether a route is the page of an entry, or a record of its list (its `meta.nav` says so). */
export const isPageOf = (
  entry: Pick<NavEntry, 'route'>,
  route: { name?: unknown; meta: { nav?: unknown } },
): boolean => route.name === entry.route || route.meta.nav === entry.route;
