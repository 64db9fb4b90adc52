import { unknownId } from '#kernel';
import type { LineInput } from '#goods/lines';

const WHOLE_BPS = 10_000;

/** Who served a line, and their shares in the same order. */
export interface Served {
  staffIds: number[];
  shareBps: number[];
}

/** Everybody who is named in a cart. */
export const staffNamed = (lines: readonly LineInput[]): number[] => [
  ...new Set(lines.flatMap(({ staff }) => (staff ?? []).map(({ staffId }) => staffId))),
];

/** Refuses a name of somebody who does not work at the store, at its field. */
export function assertServing(lines: readonly LineInput[], working: readonly number[]): void {
  for (const [at, { staff }] of lines.entries())
    for (const [place, { staffId }] of (staff ?? []).entries())
      if (!working.includes(staffId)) throw unknownId(`lines.${at}.staff.${place}.staffId`);
}

/** Where nobody is named, whoever sells served alone. */
export function servedBy({ staff }: LineInput, cashierId: number): Served {
  if (!staff?.length) return { staffIds: [cashierId], shareBps: [WHOLE_BPS] };
  return {
    staffIds: staff.map(({ staffId }) => staffId),
    shareBps: staff.map(({ shareBps }) => shareBps),
  };
}
