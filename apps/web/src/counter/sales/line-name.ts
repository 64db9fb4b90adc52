import { t } from '../../i18n/i18n.js';

/** A line as papers and lists call it: the product; without one its kind and, where it was said, the category. */
export function lineName({ kind, productName }: { kind: string; productName: string }): string {
  if (kind === 'product') return productName;
  const word = t(`lineKinds.${kind}`);
  return productName ? `${word} · ${productName}` : word;
}
