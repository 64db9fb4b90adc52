import { MAX_QTY_MILLI } from './bounds.js';
import { readMilli } from './written-number.js';

/** What a quantity is of: a weight, or pieces, which are never split. */
export interface QuantityTerms {
  weighed: boolean;
  /** The most there can be, in thousandths. */
  mostMilli?: number;
}
export type QuantityProblem = 'unreadable' | 'too_fine' | 'nothing' | 'split_piece' | 'too_much';

const PIECE_MILLI = 1_000;

/** Why there can't be so much of it; null: there can. */
export function quantityProblem(
  milli: number,
  { weighed, mostMilli = MAX_QTY_MILLI }: QuantityTerms,
): QuantityProblem | null {
  if (!(milli > 0)) return 'nothing';
  if (!weighed && milli % PIECE_MILLI !== 0) return 'split_piece';
  return milli > mostMilli ? 'too_much' : null;
}

/** The one reader of quantities that are typed: '1.5' is 1500 thousandths of a weight, and no number of pieces. */
export function readQuantity(
  text: string,
  terms: QuantityTerms,
): { value: number } | { problem: QuantityProblem } {
  const found = readMilli(text);
  if ('value' in found) {
    const problem = quantityProblem(found.value, terms);
    return problem ? { problem } : found;
  }
  if (found.problem === 'too_large') return { problem: 'too_much' };
  if (found.problem === 'too_many_decimals')
    return { problem: terms.weighed ? 'too_fine' : 'split_piece' };
  return { problem: 'unreadable' };
}
