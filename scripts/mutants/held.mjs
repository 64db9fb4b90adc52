// Mistakes with value that a member has and may not spend yet, and with what counts as spending.
const HELD = ['apps/api/src/acts/held-value'];

/** @type {import('./mutants.mjs').Mutant[]} */
export const HELD_MUTANTS = [
  {
    name: 'held: a refund leaves the instalments',
    file: 'libs/payouts/wallet-settlement.ts',
    from: 'books.voidHeld(bonus, parts.heldCents, House.bonusCost);',
    to: '',
    specs: HELD,
  },
  {
    name: 'held: a withdrawal leaves the instalments',
    file: 'libs/payouts/payout.rules.ts',
    from: 'heldBonusCents: heldBonusCents - kept(heldBonusCents),',
    to: 'heldBonusCents: 0 * kept(heldBonusCents),',
    specs: HELD,
  },
  {
    name: 'held: the first to be released goes first',
    file: 'libs/ledger/moving.ts',
    from: "(b.releasesOn ?? '').localeCompare(a.releasesOn ?? '')",
    to: "(a.releasesOn ?? '').localeCompare(b.releasesOn ?? '')",
    specs: HELD,
  },
  {
    name: 'held: a transfer that moves bonus releases it',
    file: 'libs/ledger/moving.ts',
    from: "const releasesOn = lot.state === 'held' ? lot.releasesOn : null;",
    to: 'const releasesOn = null;',
    specs: HELD,
  },
  {
    name: 'held: a payout undone releases what waited',
    file: 'libs/ledger/reversal.ts',
    from: "wasHeld: move.facet === 'held',",
    to: 'wasHeld: false,',
    specs: HELD,
  },
  {
    name: 'held: a merge leaves what waits',
    file: 'libs/ledger/moving.ts',
    from: "for (const lot of state.lotsOf(from.id).filter((other) => other.state === 'held')) {",
    to: "for (const lot of state.lotsOf(from.id).filter((other) => other.state !== 'held').slice(9)) {",
    specs: HELD,
  },
  {
    name: 'held: an erasing forgets the instalments',
    file: 'libs/merging/erasing.service.ts',
    from: 'bonusCents: wallet.bonusCents + wallet.heldBonusCents,',
    to: 'bonusCents: wallet.bonusCents,',
    specs: HELD,
  },
  {
    name: 'held: a top-up undone at a survivor leaves the instalments',
    file: 'libs/merging/merging.service.ts',
    from: 'books.moveAll(from, to, undone)',
    to: 'books.moveAll(from, to)',
    specs: ['apps/api/src/acts/acts.property'],
  },
  {
    name: 'held: an erasing forgets locked points',
    file: 'libs/merging/erasing.service.ts',
    from: 'points: wallet.points + wallet.pointsHeld,',
    to: 'points: wallet.points,',
    specs: HELD,
  },
  {
    name: 'spending: every kind of entry is a use of the wallet',
    file: 'libs/payouts/wallet-history.repository.ts',
    from: 'e.kind = ANY ($2::text[]) AS spends',
    to: "(e.kind = ANY ($2::text[]) OR e.kind <> '') AS spends",
    specs: ['apps/api/src/acts/spending-kinds'],
  },
  {
    name: 'spending: a draw counts whether its kind spends or not',
    file: 'libs/payouts/paid-ratio.rules.ts',
    from: "move.kind === 'draw' && move.spends && !move.held",
    to: "move.kind === 'draw' && !move.held",
    specs: ['libs/payouts/paid-ratio'],
  },
];
