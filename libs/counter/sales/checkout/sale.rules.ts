import type { LinesOfKind, PricedLine } from '#goods/lines';
import { quoteSale, type Rounding, type SaleQuote } from '#goods/pricing';
import { SaleError } from '../sale.errors.js';

export interface PricedSale {
  quote: SaleQuote<PricedLine & { kind: string }>;
}

/** By kind of line: what of the settings it decides by. */
export type LineTerms = Readonly<Record<string, unknown>>;

/**
 * Prices a cart at today's prices and holds it against what the till showed.
 * Errors: those of the kinds of line, sale.due_changed.
 */
export function priceSale(
  asked: { lines: readonly LinesOfKind[]; dueCents: number },
  facts: Readonly<Record<string, readonly unknown[] | null>>,
  terms: { payRateBps: number; rounding: Rounding; lines: LineTerms },
): PricedSale {
  const lines: (PricedLine & { kind: string })[] = [];
  for (const { kind, lines: of } of asked.lines) {
    const priced = kind.price(of, facts[kind.kind] ?? [], terms.lines[kind.kind]);
    for (const [index, { at }] of of.entries())
      lines[at] = { ...(priced[index] as PricedLine), kind: kind.kind };
  }
  const { payRateBps, rounding } = terms;
  const quote = quoteSale({ lines, payRateBps, rounding });
  if (quote.dueCents !== asked.dueCents) throw SaleError.dueChanged({ dueCents: quote.dueCents });
  return { quote };
}
