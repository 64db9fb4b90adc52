import type { Component } from 'vue';
import type { usePrinter } from '../print/use-printer.js';

/** One slip of the day, whatever it is of. */
export interface SlipRow {
  /** That of its `DeskSlip`. */
  kind: string;
  id: number;
  receiptNo: string;
  at: string;
  /** Key of the words for what it is of. */
  what: string;
  memberId: number | null;
  memberName: string | null;
  tenders: readonly string[];
  /** What was taken, or paid out. */
  cents: number;
  undone: boolean;
}

/** The newest slips of a store and a day that match what was typed, as lists of the API are asked. */
export interface SlipsAsked {
  storeId: number;
  from: string;
  to: string;
  q: string;
  page: number;
  pageSize: number;
}

/** What can be done with what the slip is of. */
export interface SlipAct<Document> {
  /** Key of the words on its button. */
  label: string;
  danger: boolean;
  /** The right that it asks for; null: it can't be done with this one. */
  right(document: Document): string | null;
  /** Opened by `v-model`; it says `done`. */
  Dialog: Component;
  dialog(document: Document, row: SlipRow): Record<string, unknown>;
}

/**
 * A kind of slips of the day: declared in `<name>.slip.ts` of its capability's folder. The list of slips, their view,
 * printing again and undoing take the kinds from there.
 */
export interface DeskSlip<Document = unknown> {
  kind: string;
  /** Place among the kinds, where two slips are of the same moment. */
  order: number;
  /** The right to see them; null: whoever works at a till. */
  right: string | null;
  /** The newest first. */
  ofDay(asked: SlipsAsked): Promise<SlipRow[]>;
  find(row: SlipRow): Promise<Document>;
  /** The paper; it takes `reprint` too. */
  Receipt: Component;
  receipt(document: Document): Record<string, unknown>;
  print(printer: ReturnType<typeof usePrinter>, document: Document): Promise<unknown>;
  acts: readonly SlipAct<Document>[];
}

export const defineSlip = <Document>(slip: DeskSlip<Document>): DeskSlip =>
  slip as unknown as DeskSlip;
