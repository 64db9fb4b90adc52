import { randomUUID } from 'node:crypto';
import { createDataSource, Db } from '#kernel';
import { verifyBooks } from '#ledger';
import { quoteSale } from '#pricing';
import {
  cardNoOf,
  loginOf,
  makeBenchChain,
  MEMBERS,
  PASSWORD,
  PAY_RATE_BPS,
  PRICE_CENTS,
  PRODUCTS,
  STORES,
} from './bench-chain.js';
import { type BenchServer, run, startApiProcess, startBenchServer } from './bench-server.js';
import { HttpConnection } from './http-connection.js';
import { measureTpcb, prepareTpcb } from './tpcb.js';

const CONNECTIONS = 8;
const LINES = 3;
const WARM_UP_SECONDS = 3;

export interface CheckoutFigures {
  salesPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** All connections sell in one store: they wait for its receipt numbers. */
  hotStorePerSecond: number;
  /** TPC-B on the same server, mean of before and after. */
  baselineTps: number;
  ratio: number;
  errors: number;
}

interface Load {
  port: number;
  /** Session cookies of the cashiers that sell; each sale takes one of them. */
  cookies: readonly string[];
  seconds: number;
}

interface Loaded {
  perSecond: number;
  latencies: number[];
  errors: string[];
}

const upTo = (count: number): number => 1 + Math.floor(Math.random() * count);
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The complete sale over HTTP, against a database of its own, beside TPC-B on the same server. */
export async function measureCheckout(options: {
  seconds: number;
  report: (line: string) => void;
}): Promise<{ failed: boolean; figures: CheckoutFigures }> {
  const { seconds, report } = options;
  const server = await startBenchServer();
  try {
    report('making the chain');
    await makeBenchChain(server.ownerUrl);
    report('making the tables of the baseline');
    await prepareTpcb(server);
    const baseline = async () => {
      await run(server.superuserUrl, 'CHECKPOINT');
      const tps = await measureTpcb(server, { connections: CONNECTIONS, seconds });
      report(`TPC-B: ${round(tps, 0)}/s`);
      return tps;
    };
    const before = await baseline();
    const { uniform, hot } = await measureSales(server, options);
    const after = await baseline();
    const findings = await findingsOf(server.url);
    for (const finding of findings) report(`books: ${finding}`);
    const errors = [...uniform.errors, ...hot.errors];
    for (const error of new Set(errors)) report(`error: ${error}`);
    const baselineTps = (before + after) / 2;
    const sorted = uniform.latencies.sort((a, b) => a - b);
    const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
    return {
      failed: errors.length + findings.length > 0,
      figures: {
        salesPerSecond: round(uniform.perSecond, 1),
        p50Ms: round(at(0.5), 2),
        p99Ms: round(at(0.99), 2),
        hotStorePerSecond: round(hot.perSecond, 1),
        baselineTps: round(baselineTps, 1),
        ratio: round(uniform.perSecond / baselineTps, 3),
        errors: errors.length + findings.length,
      },
    };
  } finally {
    await server.stop();
  }
}

async function measureSales(
  server: BenchServer,
  { seconds, report }: { seconds: number; report: (line: string) => void },
): Promise<{ uniform: Loaded; hot: Loaded }> {
  const api = await startApiProcess(server);
  try {
    const { port } = api;
    const cookies = await signIn(port);
    const sell = async (what: string, sellers: readonly string[]) => {
      await run(server.superuserUrl, 'CHECKPOINT');
      await load({ port, cookies: sellers, seconds: WARM_UP_SECONDS });
      const loaded = await load({ port, cookies: sellers, seconds });
      report(`${what}: ${round(loaded.perSecond, 0)} sales/s`);
      return loaded;
    };
    const uniform = await sell('20 stores', cookies);
    const hot = await sell('one hot store', cookies.slice(0, 1));
    return { uniform, hot };
  } finally {
    await api.stop();
  }
}

/** A cashier of each store at its till; returns their cookies. */
async function signIn(port: number): Promise<string[]> {
  const connection = await HttpConnection.open(port);
  const cookies: string[] = [];
  for (let storeId = 1; storeId <= STORES; storeId += 1) {
    const credentials = { login: loginOf(storeId), password: PASSWORD };
    const signedIn = await connection.send('POST', '/api/v1/session', {}, credentials);
    const cookie = /set-cookie: ([^;\r]+)/i.exec(signedIn.headers)?.[1];
    if (signedIn.status !== 201 || !cookie) throw new Error(`No session: ${signedIn.body}`);
    const till = { tillId: storeId };
    const seated = await connection.send('PUT', '/api/v1/session/till', { Cookie: cookie }, till);
    if (seated.status !== 200) throw new Error(`No till: ${seated.body}`);
    cookies.push(cookie);
  }
  connection.close();
  return cookies;
}

async function load({ port, cookies, seconds }: Load): Promise<Loaded> {
  const latencies: number[] = [];
  const errors: string[] = [];
  const from = performance.now();
  const until = from + seconds * 1_000;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const connection = await HttpConnection.open(port);
      while (performance.now() < until) {
        const headers = {
          Cookie: cookies[upTo(cookies.length) - 1] ?? '',
          'Idempotency-Key': randomUUID(),
        };
        const began = performance.now();
        const answer = await connection.send('POST', '/api/v1/sales', headers, aSale());
        if (answer.status === 201) latencies.push(performance.now() - began);
        else errors.push(`${answer.status} ${answer.body}`);
      }
      connection.close();
    }),
  );
  return { perSecond: latencies.length / ((performance.now() - from) / 1_000), latencies, errors };
}

/** Three different goods for a member with a card: part of it from the wallet, the rest in cash with change. */
function aSale(): object {
  const products = new Set<number>();
  while (products.size < LINES) products.add(upTo(PRODUCTS));
  const lines = [...products].map((productId) => ({
    productId,
    qtyMilli: 1_000 * upTo(2),
    unitPriceCents: PRICE_CENTS,
  }));
  const quoted = lines.map((line) => ({ ...line, discountable: true, pointsFactorBps: 10_000 }));
  const { dueCents } = quoteSale({ lines: quoted, payRateBps: PAY_RATE_BPS, rounding: 'none' });
  const memberId = upTo(MEMBERS);
  const walletCents = Math.floor(dueCents / 2);
  const cashCents = dueCents - walletCents;
  const givenCents = Math.ceil(cashCents / 100_00) * 100_00;
  return {
    memberId,
    cardNo: cardNoOf(memberId),
    lines,
    tenders: [
      { tender: 'wallet', amountCents: walletCents },
      { tender: 'cash', amountCents: cashCents, givenCents },
    ],
    dueCents,
  };
}

async function findingsOf(url: string): Promise<string[]> {
  const dataSource = await createDataSource(url, 2).initialize();
  try {
    const { findings } = await new Db(dataSource).read((sql) => verifyBooks(sql));
    return findings.map((finding) => JSON.stringify(finding));
  } finally {
    await dataSource.destroy();
  }
}
