import type { DeskSlip } from './desk-slip.js';

/** Every kind of slips. */
export const slipKinds: readonly DeskSlip[] = Object.values(
  import.meta.glob<{ slip: DeskSlip }>('../../{membership,goods,value,counter}/*/*.slip.ts', {
    eager: true,
  }),
)
  .map(({ slip }) => slip)
  .sort((one, other) => one.order - other.order);
