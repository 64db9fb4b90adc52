import { NestFactory } from '@nestjs/core';
import { type Actor, Db, Env } from '#kernel';
import { MemberListService, MemberLookupService } from '#membership/member-search';
import { AppModule } from '../apps/api/src/app.module.js';
import { type BenchServer, run, startBenchServer } from './bench-server.js';
import { LOOKUP_STORES, makeMembers } from './lookup-members.js';
import { type Asked, askedOf } from './lookup-questions.js';
import { openLoop } from './open-loop.js';

export const LOOKUP_CONNECTIONS = 8;
const WARM_UP_SECONDS = 1;
const STAFF = 200;

export interface KindFigures {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** With half as many questions a second, which come by themselves and don't wait for each other. */
  p99AtHalfLoadMs: number;
  /** Beside a select by primary key through the same driver, in the same run. */
  ratio: number;
}

export interface LookupFigures {
  members: number;
  seedSeconds: number;
  connections: number;
  primaryKeyPerSecond: number;
  kinds: Record<string, KindFigures>;
}

interface Options {
  members: number;
  seconds: number;
  report: (line: string) => void;
}

interface Measured {
  perSecond: number;
  latencies: number[];
  atHalfLoad: number[];
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Every kind of question at the desk's box, against a million members, through the service and the driver of the API. */
export async function measureLookup(
  options: Options,
): Promise<{ failed: boolean; figures: LookupFigures }> {
  const { members, report } = options;
  const server = await startBenchServer();
  try {
    const from = performance.now();
    await tune(server);
    await makeMembers(server, members, report);
    const seedSeconds = round((performance.now() - from) / 1_000, 1);
    report(`${members} members in ${seedSeconds} s`);
    const { kinds, primaryKeyPerSecond, failed } = await measureKinds(server, options);
    return {
      failed,
      figures: {
        members,
        seedSeconds,
        connections: LOOKUP_CONNECTIONS,
        primaryKeyPerSecond,
        kinds,
      },
    };
  } finally {
    await server.stop();
  }
}

// A server for a million members has some memory to itself.
async function tune({ superuserUrl }: BenchServer): Promise<void> {
  await run(
    superuserUrl,
    "ALTER SYSTEM SET max_wal_size = '8GB'",
    "ALTER SYSTEM SET checkpoint_timeout = '30min'",
    'ALTER SYSTEM SET random_page_cost = 1.1',
    'SELECT pg_reload_conf()',
  );
}

async function measureKinds(
  server: BenchServer,
  { members, seconds, report }: Options,
): Promise<{ kinds: LookupFigures['kinds']; primaryKeyPerSecond: number; failed: boolean }> {
  // So many numbers that nobody has are no guesses here.
  await run(
    server.superuserUrl.replace(/\/[^/]*$/, new URL(server.ownerUrl).pathname),
    "INSERT INTO setting (key, version, value, changed_at) VALUES ('card.misses_per_chain', 1, '1000000', now()), ('card.misses_per_person', 1, '10000', now())",
  );
  const env = new Env({
    NODE_ENV: 'production',
    DATABASE_URL: server.url,
    MIGRATION_DATABASE_URL: server.ownerUrl,
    PUBLIC_URL: 'http://localhost:3000',
    LOG_LEVEL: 'error',
  });
  const app = await NestFactory.createApplicationContext(AppModule.for(env), { logger: false });
  try {
    const db = app.get(Db);
    const lookup = app.get(MemberLookupService, { strict: false });
    const lists = app.get(MemberListService, { strict: false });
    const questions = await askedOf(db, members);
    const kinds: LookupFigures['kinds'] = {};
    const primaryKey = async () =>
      (
        await load(seconds, (n) =>
          db.one('SELECT id, name, nickname, phone, level_id FROM member WHERE id = $1', [
            1 + ((n * 7_919) % members),
          ]),
        )
      ).perSecond;
    const reference = [await primaryKey()];
    const measured: Record<string, Measured> = {};
    let failed = false;
    for (const [kind, asked] of Object.entries(questions)) {
      const ask = async (n: number) => {
        const q = asked.texts[n % asked.texts.length] ?? '';
        const found =
          kind === 'listPage'
            ? (await lists.page(actorOf(n), JSON.parse(q))).rows.length
            : (await lookup.lookup(actorOf(n), q)).members.length;
        if (!isExpected(asked, found)) failed = true;
      };
      const peak = await load(seconds, ask);
      const atHalfLoad = await openLoop({
        perSecond: peak.perSecond / 2,
        seconds,
        warmUpSeconds: WARM_UP_SECONDS,
        ask,
      });
      measured[kind] = { ...peak, atHalfLoad };
      report(
        `${kind}: ${round(peak.perSecond, 0)}/s, ${round(partOf(atHalfLoad, 0.99), 2)} ms at half of it`,
      );
    }
    reference.push(await primaryKey());
    const primaryKeyPerSecond = reference.reduce((sum, value) => sum + value, 0) / reference.length;
    report(`by primary key: ${reference.map((value) => round(value, 0)).join(' and ')}/s`);
    for (const [kind, { perSecond, latencies, atHalfLoad }] of Object.entries(measured)) {
      kinds[kind] = {
        perSecond: round(perSecond, 0),
        p50Ms: round(partOf(latencies, 0.5), 2),
        p99Ms: round(partOf(latencies, 0.99), 2),
        p99AtHalfLoadMs: round(partOf(atHalfLoad, 0.99), 2),
        ratio: round(perSecond / primaryKeyPerSecond, 3),
      };
    }
    return { kinds, primaryKeyPerSecond: round(primaryKeyPerSecond, 0), failed };
  } finally {
    await app.close();
  }
}

/** So long did this part of the answers take at most. */
function partOf(latencies: readonly number[], part: number): number {
  const sorted = [...latencies].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}

const isExpected = ({ finds }: Asked, found: number): boolean =>
  finds === 'one' ? found === 1 : finds === 'nobody' ? found === 0 : found > 0;

/** Eight connections, each asking again as soon as it is answered. */
async function load(
  seconds: number,
  ask: (n: number) => Promise<unknown>,
): Promise<Omit<Measured, 'atHalfLoad'>> {
  let asked = 0;
  let until = performance.now() + WARM_UP_SECONDS * 1_000;
  let latencies: number[] = [];
  const loop = async () => {
    while (performance.now() < until) {
      const from = performance.now();
      await ask((asked += 1));
      latencies.push(performance.now() - from);
    }
  };
  const all = () => Promise.all(Array.from({ length: LOOKUP_CONNECTIONS }, loop));
  await all();
  latencies = [];
  const from = performance.now();
  until = from + seconds * 1_000;
  await all();
  return { perSecond: latencies.length / ((performance.now() - from) / 1_000), latencies };
}

/** One of many cashiers, so that none of them meets the throttle of a person. */
function actorOf(n: number): Actor {
  return {
    staffId: 1 + (n % STAFF),
    name: 'bench',
    sessionId: n,
    permissions: new Set(),
    storeIds: Array.from({ length: LOOKUP_STORES }, (_, index) => index + 1),
    allStores: true,
    homeStoreId: 1,
    till: null,
  };
}
