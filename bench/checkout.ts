import { createDataSource, Db } from '#kernel';
import { verifyBooks } from '#ledger';
import { declareCapabilities } from '../apps/composition/capabilities.js';
import { makeBenchChain } from './bench-chain.js';
import { type BenchServer, run, startApiProcess, startBenchServer } from './bench-server.js';
import { CONNECTIONS, load, type Loaded, signIn } from './load.js';
import { measureTpcb, prepareTpcb } from './tpcb.js';

// The first thousands of sales compile what they use.
const WARM_UP_SECONDS = 10;

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
    const sell = async (what: string, hotStoreId?: number) => {
      await run(server.superuserUrl, 'CHECKPOINT');
      await load({ port, cookies, seconds: WARM_UP_SECONDS, hotStoreId });
      const loaded = await load({ port, cookies, seconds, hotStoreId });
      report(`${what}: ${round(loaded.perSecond, 0)} sales/s`);
      return loaded;
    };
    const uniform = await sell('20 stores');
    const hot = await sell('one hot store', 1);
    return { uniform, hot };
  } finally {
    await api.stop();
  }
}

export async function findingsOf(url: string): Promise<string[]> {
  declareCapabilities();
  const dataSource = await createDataSource(url, 2).initialize();
  try {
    const { findings } = await new Db(dataSource).read((sql) => verifyBooks(sql));
    return findings.map((finding) => JSON.stringify(finding));
  } finally {
    await dataSource.destroy();
  }
}
