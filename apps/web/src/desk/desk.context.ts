import { inject, type InjectionKey, provide, type Ref } from 'vue';
import type { SessionTill } from '../api/types.js';
import type { LineEntry } from './cart/cart-line.js';
import type { CartLine } from './cart/cart.rules.js';
import type { DeskDraft } from './draft/use-draft.js';
import type { DeskKeymap } from './keys/use-keymap.js';
import type { DeskCommand } from './keys/keymap.rules.js';
import type { Lookup } from './lookup/use-lookup.js';
import type { DeskMember } from './member/use-desk-member.js';
import type { DeskModes } from './modes/use-desk-modes.js';
import type { DeskPayment } from './pay/use-payment.js';
import type { Connection } from './use-connection.js';

export type DeskDialog =
  | 'register'
  | 'issueCard'
  | 'acts'
  | 'act'
  | 'topUp'
  | 'topUpDone'
  | 'slips'
  | 'void'
  | 'return'
  | 'settings'
  | null;

/** A line without goods that is asked for; with the one it is to change. */
export interface LineAsked {
  entry: LineEntry;
  line: CartLine | null;
}

/** What the parts of the desk share. Provided by DeskScreen. */
export interface Desk {
  till: SessionTill;
  sale: DeskDraft;
  member: DeskMember;
  payment: DeskPayment;
  lookup: Lookup;
  keymap: DeskKeymap;
  connection: Ref<Connection>;
  dialog: Ref<DeskDialog>;
  lineAsked: Ref<LineAsked | null>;
  modes: DeskModes;
  /** Runs a command as if its key had been pressed. */
  run(command: DeskCommand): void;
  /** Whether a command can do anything now; those that can't are shown as such. */
  can(command: DeskCommand): boolean;
  /** Puts a line into the cart of the next sale, or says why not. False: it is not there. */
  add(line: CartLine): boolean;
  /** Opens a member in the draft, by the card that was read if there is one. */
  serve(memberId: number, cardNo?: string | null): void;
  /** Puts the keyboard back to the one box. */
  focusBox(): void;
  checkConnection(): Promise<void>;
}

const DESK: InjectionKey<Desk> = Symbol('desk');
export const provideDesk = (desk: Desk): void => provide(DESK, desk);
export function useDesk(): Desk {
  const desk = inject(DESK);
  if (!desk) throw new Error('The desk is provided by the desk screen.');
  return desk;
}
