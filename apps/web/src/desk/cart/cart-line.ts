import type { SaleLine } from '#goods/pricing/rules';
import type { Component } from 'vue';
import type { SaleLineInput } from '#web/api-client';
import type { Desk } from '../desk.context.js';
import type { DeskSettings } from '../desk-settings.js';
import type { CartLine } from './cart.rules.js';

/** The command of the till that puts a line of a kind into the cart. */
export type LineCommand = `line.${string}`;

/** How a line comes into the cart where nothing is scanned. */
export interface LineEntry {
  command: LineCommand;
  /** Its key as delivered, as in 'Alt+KeyJ'; a till may give it another. */
  chord: string;
  /** Key of its words; they come with the application. */
  label: string;
  permission: string;
  /**
   * Asks for what the line needs, and changes it later. It has `v-model` (open) and `line` (the one that is changed; without
   * one a new line is asked for), and emits `done` with the line.
   */
  dialog: () => Promise<{ default: Component }>;
}

/**
 * A kind of line of the cart, as the screen knows it: a capability declares one in `<name>.cart-line.ts` of its folder. Its
 * other half, what it costs and moves, is declared on the server (`defineSaleLine`).
 */
export interface CartLineKind<Line extends CartLine = CartLine> {
  /** As the server calls it. */
  kind: string;
  name(line: Line): string;
  /** What stands below the name. */
  about(line: Line): string;
  /** What is wrong with it, in place of that. */
  warning?(line: Line, desk: Desk): string | null;
  /** What of the settings its price follows: read when the cart is quoted, not when the line was added. */
  terms?(settings: DeskSettings): Partial<SaleLine>;
  /** Its part of the request. */
  request(line: Line): SaleLineInput;
  entry?: LineEntry;
}

export const defineCartLine = <Line extends CartLine>(kind: CartLineKind<Line>) =>
  kind as unknown as CartLineKind;
