// Who may import whom, and who may read whose tables: one table. An area uses those below it; inside an area a capability
// uses those that stand before it. Only the owner of a table writes it (its entity says who that is: table-owners.mjs).
// insight reads everything.
export const ladder = {
  kernel: ['kernel'],
  ledger: ['ledger'],
  chain: [
    'settings',
    'notices',
    'conditions',
    'stores',
    'tenders',
    'grants',
    'receipts',
    'identity',
    'audit',
    'jobs',
    'books',
    'approvals',
    'list-views',
    'imports',
  ],
  membership: ['levels', 'members', 'timeline', 'documents', 'cards', 'member-search', 'merging'],
  goods: ['pricing', 'lines', 'catalogue', 'stock'],
  value: ['points', 'wallets', 'payouts', 'adjustments', 'member-page', 'member-import'],
  counter: ['joining', 'quick-sale', 'sales', 'favourites', 'returns'],
  contact: ['messaging', 'segments'],
  insight: ['overview', 'reports'],
};

/** Every capability, from below to above: `kernel`, `chain/audit` … */
export const capabilities = Object.entries(ladder).flatMap(([area, names]) =>
  names.map((name) => (name === area ? area : `${area}/${name}`)),
);

/** Those that a capability may use: all that stand before it. */
export const below = (capability) => capabilities.slice(0, capabilities.indexOf(capability));

/** The capability that a file of libs/ belongs to; undefined: none of the ladder. */
export function capabilityOf(file) {
  const [, area, name] =
    /(?:^|\/)libs\/([\w-]+)(?:\/([\w-]+))?\//.exec(file.replaceAll('\\', '/')) ?? [];
  const capability = area === 'kernel' || area === 'ledger' ? area : `${area}/${name}`;
  return capabilities.includes(capability) ? capability : undefined;
}
