import type { FileLanguage } from '#kernel/lists';
import type { AccountRef, Books } from '#ledger';
import type { Settings } from '#chain/settings';
import type { QuotedLine, SaleLine } from '#goods/pricing';
import type { LineInput } from './line-input.dto.js';

/** A line as the request asks for it. */
export interface AskedLine<Input = LineInput> {
  /** Its place in the request, from 0: an error names its field, `lines.2.productId`. */
  at: number;
  input: Input;
}

/** What one of it costs before any discount, and what its row and the papers say of it. */
export interface PricedLine extends SaleLine {
  productId: number | null;
  /** What the till said, where no product says it. */
  categoryId?: number | null;
  name: string;
  /** Whose price it is, and which of all that were ever set; left out: it was said at the till. */
  price?: { source: 'list' | 'store'; version: number };
}

/** A line of a quoted sale. */
export type SoldLine<Line extends PricedLine = PricedLine> = QuotedLine<Line & { kind: string }>;

/** The parameters of the first statement, as a fragment writes them. */
export interface LineParams {
  store: string;
  businessDate: string;
  /** What `asked` gave. */
  asked: string;
}

/** A part of a line that comes back; quantities in thousandths. */
export interface ReturnedPart {
  lineNo: number;
  kind: string;
  productId: number | null;
  qtyMilli: number;
  /** Its part of what the line had cost the store. */
  costCents: number;
  /** Where goods go; `none`: it is no goods. */
  goods: 'shelf' | 'scrap' | 'none';
}

/** Where parts come back, and the store that had sold them. */
export interface ReturnPlace {
  storeId: number;
  soldByStoreId: number;
}

/**
 * A kind of line of a cart: what it asks, what it costs, what it moves, and how a part of it is given back. The sale puts
 * the fragments of the kinds that a cart has into its first statement, and writes all lines with its second one.
 */
export interface SaleLineKind<
  Input extends LineInput = LineInput,
  Facts = unknown,
  Line extends PricedLine = PricedLine,
  Terms = unknown,
> {
  /** As in the request and in `sale_line.kind`. */
  kind: string;
  /** What it is called. */
  words: Readonly<Record<FileLanguage, string>>;
  /** A right that whoever sells it has, beside that to sell. */
  right?: string;
  /** Its fields in the request. */
  input: new () => Input;
  /** What of the settings it decides by. */
  terms(settings: Settings): Promise<Terms>;
  facts: {
    /** One value out of all lines of this kind, for the fragment. */
    asked(lines: readonly Input[]): unknown;
    /**
     * A query with the columns `facts` (json) and `account` (jsonb, as ledger.lock_and_read takes it), each of which may be
     * null: what `price` hears, and all accounts that `plan` may touch. It locks nothing itself.
     */
    sql(params: LineParams): string;
  };
  /** Refuses what is not sold; in the order of `asked`. */
  price(asked: readonly AskedLine<Input>[], facts: readonly Facts[], terms: Terms): Line[];
  /** Moves what is sold, beside its money and points. Returns what each line costs the store, in cents. */
  plan(books: Books, lines: readonly SoldLine<Line>[], storeId: number, terms: Terms): number[];
  /** The accounts that the return of these parts touches, beside those of the sale's entry. */
  returnAccounts(parts: readonly ReturnedPart[], place: ReturnPlace): AccountRef[];
  /** Moves back what `plan` moved, for these parts. */
  returnParts(books: Books, parts: readonly ReturnedPart[], place: ReturnPlace): void;
}
