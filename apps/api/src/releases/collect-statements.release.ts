import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT_FOLDER } from '#kernel';
import { testApp } from '#workshop/testing';
import pg from 'pg';
import { twoPlaces } from '../walks/place.fixtures.js';
import { ROUTES } from '../walks/route-rows.fixtures.js';
import { routesOf, urlOf } from '../walks/routes-of.fixtures.js';
import { aWorld } from '../walks/world.fixtures.js';
import type { ReleasedStatement, SampleParameter } from './release-file.js';
import { writeRelease } from './release-file.js';

// Run by `pnpm run release:statements`: does everything that the API can do once, and keeps what it asked of the database.
const api = await testApp({ books: 'once' });
const { here } = await twoPlaces(api);
// The driver's own way of writing a value; it has no types.
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as {
  prepareValue(value: unknown): string | Buffer | null | undefined;
};
const TRANSACTION = /^\s*(BEGIN|START|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|SHOW)\b/i;
const found = new Map<string, ReleasedStatement>();
let answering = 0;

interface Asked {
  text: string;
  values?: unknown[];
}

function keep({ text, values = [] }: Asked): void {
  if (answering === 0 || found.has(text) || TRANSACTION.test(text)) return;
  found.set(text, { text, parameters: values.map(parameterOf) });
}

function parameterOf(value: unknown): SampleParameter {
  const written = prepareValue(value);
  if (Buffer.isBuffer(written)) return { base64: written.toString('base64') };
  return written ?? null;
}

/** What the driver is asked while a request is answered: what the fixtures ask between two of them is not the product's. */
function listen(): void {
  const { query } = pg.Client.prototype;
  const heard = function (this: pg.Client, ...args: unknown[]): unknown {
    const [first, second] = args;
    if (typeof first === 'string')
      keep(Array.isArray(second) ? { text: first, values: second } : { text: first });
    else if (first && typeof first === 'object' && 'text' in first) keep(first as Asked);
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  };
  pg.Client.prototype.query = heard as typeof query;
  for (const browser of [here.desk, here.head]) {
    const call = browser.call.bind(browser);
    browser.call = async (...args) => {
      answering += 1;
      try {
        return await call(...args);
      } finally {
        answering -= 1;
      }
    };
  }
}

it('keeps every statement of this version with parameters', async () => {
  listen();
  const world = await aWorld(here);
  for (const { name, method, path: route } of routesOf(api)) {
    const kind = ROUTES[name]?.[1] ?? '';
    const ids = { id: world[kind] ?? Number(world['member']), cardNo: world['card'] ?? '' };
    if (method === 'GET') await here.head.call(method, urlOf(route, ids));
  }
  const { version } = JSON.parse(
    await readFile(path.join(ROOT_FOLDER, 'package.json'), 'utf8'),
  ) as {
    version: string;
  };
  const migrations = await api.db.query<{ name: string }>('SELECT name FROM migration ORDER BY 1');
  const statements = [...found.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
  const names = migrations.map(({ name }) => name);
  await writeRelease({ version, migrations: names, statements });
  expect(statements.length).toBeGreaterThan(300);
}, 300_000);
