import type { Component } from 'vue';

/**
 * What the screen between the header and the keys is for: the sale, and beside it what a capability declares in
 * `<name>.desk-mode.ts` of its folder. The open sale stays as it is meanwhile; a scan leads back to it.
 */
export interface DeskMode {
  id: string;
  /** Place in the header; the sale is 0. */
  order: number;
  /** Key of its words; they come with the application. */
  label: string;
  /** Its key, as in 'Alt+KeyS'. */
  chord: string;
  permission?: string;
  /** What it shows. The desk is provided (`useDesk`). */
  component: () => Promise<{ default: Component }>;
}
