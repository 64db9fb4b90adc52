import { addMonths, largestRemainder } from '#kernel/rules';

export interface Instalment {
  amount: number;
  releasesOn: string;
}

/**
 * Monthly instalments of a bonus, the first `firstAfter` months after `from`: the date is counted from `from` each time,
 * odd cents go to the earlier ones (golden G02). Instalments of nothing are left out.
 */
export function instalments(
  amount: number,
  count: number,
  from: string,
  firstAfter = 1,
): Instalment[] {
  return largestRemainder(
    amount,
    Array.from({ length: count }, () => 1),
  )
    .map((part, index) => ({ amount: part, releasesOn: addMonths(from, index + firstAfter) }))
    .filter((instalment) => instalment.amount > 0);
}
