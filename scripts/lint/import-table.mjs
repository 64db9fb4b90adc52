// Who may import whom: each library may use those of the rows above it (and none of its own row),
// and of another library only its face: index.ts on the server, rules.ts in the browser.
export const rows = [
  ['kernel'],
  ['ledger'],
  ['reports'],
  ['audit', 'settings', 'pricing', 'books', 'receipts'],
  ['stores'],
  ['identity'],
  ['approvals', 'list-views'],
  ['levels'],
  ['members'],
  ['cards', 'points'],
  ['wallets'],
  ['payouts', 'adjustments'],
  ['member-desk'],
  ['merging', 'imports'],
  ['catalogue'],
  ['stock'],
  ['messaging'],
  ['segments'],
  ['sales'],
  ['overview'],
];

// Libraries that stand beside the table.
const special = {
  // A real PostgreSQL from the package registry, for the demo, tests and measurements.
  'embedded-database': [],
  // Writes a chain with ninety days of trade: it knows everybody.
  'demo-chain': rows.flat(),
  'api-client': [],
  'web-kit': ['kernel'],
};

const allowed = { ...special };
for (const [index, row] of rows.entries()) {
  for (const name of row) allowed[name] = rows.slice(0, index).flat();
}

const everyone = Object.keys(allowed);
// Specs only: above everything.
allowed.testing = [...everyone];

const apps = {
  api: [...everyone],
  worker: [...everyone],
  demo: [...everyone],
  console: [...everyone],
  web: [...everyone],
};

const face = (names, file) => ({ element: { types: { anyOf: names }, fileInternalPath: file } });

export const elements = [
  ...Object.keys(allowed).map((name) => ({ type: name, pattern: `libs/${name}` })),
  ...Object.keys(apps).map((name) => ({ type: `app-${name}`, pattern: `apps/${name}` })),
];

const appTypes = Object.keys(apps).map((name) => `app-${name}`);

export const policies = [
  ...Object.entries(allowed)
    .filter(([, names]) => names.length > 0)
    .map(([name, names]) => ({
      from: { element: { type: name } },
      allow: { to: face(names, '{index,rules}.ts') },
    })),
  ...Object.entries(apps).map(([name, names]) => ({
    from: { element: { type: `app-${name}` } },
    // A browser has no use for the server's faces; pricing and web-kit are pure.
    allow: { to: name === 'web' ? face(names, 'rules.ts') : face(names, '{index,rules}.ts') },
  })),
  {
    from: { element: { type: 'app-web' } },
    allow: { to: face(['pricing', 'web-kit', 'api-client'], 'index.ts') },
  },
  // The demo starts API and worker; tools of the console open the demo's database.
  {
    from: { element: { types: { anyOf: ['app-demo', 'app-console'] } } },
    allow: { to: { element: { types: { anyOf: appTypes } } } },
  },
];
