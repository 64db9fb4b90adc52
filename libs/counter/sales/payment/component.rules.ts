import type { Component } from '#chain/tenders';
import { refundParts } from '#goods/pricing';

/** What one kind paid of one line, in cents. */
export interface SaleComponent {
  lineNo: number;
  kind: string;
  cents: number;
}

/** A part of what was paid. */
export type PaidComponent = Component & { cents: number };

/**
 * How much of each line was paid by what: the bonus and what is neither money nor stored value as they were spread for the
 * points (R5); the rest of the line by the principal and the money. Each by largest remainder over what is left of them (R3).
 * Per line they are its net, per kind what the sale took of it. The migration 0050 says the same in SQL for sales from
 * before. Throws RangeError where the payment is not the lines.
 */
export function componentsOf(sale: {
  lines: readonly { netCents: number; bonusPartCents: number; otherPartCents: number }[];
  paid: readonly PaidComponent[];
}): SaleComponent[] {
  const pots = {
    bonus: pot(sale.paid, ['bonus']),
    other: pot(sale.paid, ['other']),
    rest: pot(sale.paid, ['principal', 'received']),
  };
  const components = sale.lines.flatMap(({ netCents, bonusPartCents, otherPartCents }, index) =>
    [
      ...pots.bonus.take(bonusPartCents),
      ...pots.other.take(otherPartCents),
      ...pots.rest.take(netCents - bonusPartCents - otherPartCents),
    ].map((part) => ({ lineNo: index + 1, ...part })),
  );
  if (Object.values(pots).some(({ isEmpty }) => !isEmpty()))
    throw new RangeError('More was paid than the lines cost.');
  return components;
}

/** What is left of some parts of a payment, and what a line takes of them. */
function pot(paid: readonly PaidComponent[], figures: readonly Component['figure'][]) {
  const parts = paid
    .filter(({ figure }) => figures.includes(figure))
    .map(({ component: kind, cents }) => ({ kind, cents }));
  return {
    take(cents: number): { kind: string; cents: number }[] {
      const shares = refundParts(
        cents,
        parts.map((part) => part.cents),
      );
      for (const [index, part] of parts.entries()) part.cents -= shares[index] ?? 0;
      return parts
        .map(({ kind }, index) => ({ kind, cents: shares[index] ?? 0 }))
        .filter((share) => share.cents > 0);
    },
    isEmpty: () => parts.every(({ cents }) => cents === 0),
  };
}
