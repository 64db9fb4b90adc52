import type { LotState } from '#ledger/rules';

interface DatedLot {
  state: LotState;
  remaining: number;
  expiresOn: string | null;
  releasesOn: string | null;
}

/** A lot as it counts on a business date, whether or not the nightly job has been there. */
export function lotOn<L extends DatedLot>(lot: L, businessDate: string): L {
  const released =
    lot.state === 'held' && lot.releasesOn !== null && lot.releasesOn <= businessDate;
  const state = released ? 'open' : lot.state;
  if (state === 'open' && lot.expiresOn !== null && lot.expiresOn < businessDate) {
    return { ...lot, state: 'expired', remaining: 0 };
  }
  return { ...lot, state };
}
