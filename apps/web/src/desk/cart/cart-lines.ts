import type { SaleLine } from '#goods/pricing/rules';
import type { DeskSettings } from '../desk-settings.js';
import type { CartLineKind, LineEntry } from './cart-line.js';
import type { CartLine } from './cart.rules.js';

const kinds = new Map(
  Object.values(
    import.meta.glob<{ cartLine: CartLineKind }>(
      '../../{chain,membership,goods,value,counter,contact,insight}/*/*.cart-line.ts',
      { eager: true },
    ),
  ).map(({ cartLine }) => [cartLine.kind, cartLine]),
);

/** False for a line that another release of the desk has left behind. */
export const isKnown = ({ kind }: CartLine): boolean => kinds.has(kind);

/** Errors: a kind that nobody declares. */
export function kindOf({ kind }: Pick<CartLine, 'kind'>): CartLineKind {
  const known = kinds.get(kind);
  if (!known) throw new Error(`No capability declares lines of the kind ${kind}.`);
  return known;
}

/** What is put into the cart by a key. */
export const lineEntries: readonly LineEntry[] = [...kinds.values()].flatMap(
  ({ entry }) => entry ?? [],
);
export const lineEntry = (command: string): LineEntry | undefined =>
  lineEntries.find((entry) => entry.command === command);

/** The lines as they are quoted. */
export const priced = (lines: readonly CartLine[], settings: DeskSettings): SaleLine[] =>
  lines.map((line) => ({ ...line, ...kindOf(line).terms?.(settings) }));
