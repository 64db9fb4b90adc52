// The ladder as eslint-plugin-boundaries reads it: of another capability only its face may be imported, index.ts on the
// server, rules.ts in the browser.
import { below, capabilities } from './ladder.mjs';

const allowed = {
  // A real PostgreSQL from the package registry, for the demo, tests and measurements.
  'workshop/embedded-database': [],
  // Writes a chain with ninety days of trade: it knows everybody.
  'workshop/demo-chain': capabilities,
  'web/api-client': [],
  'web/web-kit': ['kernel'],
};
for (const name of capabilities) allowed[name] = below(name);

const everyone = Object.keys(allowed);
// Specs only: above everything.
allowed['workshop/testing'] = [...everyone];

const apps = {
  api: [...everyone],
  worker: [...everyone],
  demo: [...everyone],
  console: [...everyone],
  composition: [...everyone],
  web: [...everyone],
};

const face = (names, file) => ({ element: { types: { anyOf: names }, fileInternalPath: file } });

// The kernel has a door of its own for lists and reports.
const faces = '{index,rules,lists/index,lists/rules}.ts';
const browserFaces = '{rules,lists/rules}.ts';

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
      allow: { to: face(names, faces) },
    })),
  ...Object.entries(apps).map(([name, names]) => ({
    from: { element: { type: `app-${name}` } },
    // A browser has no use for the server's faces; pricing and web-kit are pure.
    allow: { to: name === 'web' ? face(names, browserFaces) : face(names, faces) },
  })),
  {
    from: { element: { type: 'app-web' } },
    allow: { to: face(['goods/pricing', 'web/web-kit', 'web/api-client'], 'index.ts') },
  },
  // One list of all capabilities, for everybody who runs them.
  {
    from: {
      element: {
        types: {
          anyOf: ['app-api', 'app-worker', 'app-demo', 'app-console', 'workshop/demo-chain'],
        },
      },
    },
    allow: { to: { element: { type: 'app-composition' } } },
  },
  // The demo starts API and worker; tools of the console open the demo's database.
  {
    from: { element: { types: { anyOf: ['app-demo', 'app-console'] } } },
    allow: { to: { element: { types: { anyOf: appTypes } } } },
  },
];
