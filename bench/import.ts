import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeBenchChain } from './bench-chain.js';
import { run, startApiProcess, startBenchServer, startWorkerProcess } from './bench-server.js';
import { findingsOf } from './checkout.js';
import { storeOf } from './chain-facts.js';
import { HttpConnection } from './http-connection.js';
import { writeImportFile } from './import-file.js';
import { aMember, aSale, signIn } from './load.js';

const POLL_MS = 50;
/** Counters that sell meanwhile, four times a second each: more than any till does. */
const TILLS = 2;
const BETWEEN_SALES_MS = 200;
const PATIENCE_MS = 15 * 60_000;

export interface ImportFigures {
  rowsPerSecond: number;
  /** The most resident memory the worker process had, its threads included (VmHWM, Linux only). */
  peakMb: number | null;
  rows: number;
  /** From the first byte of the upload to the last row taken over: reading, dry run and commit. */
  seconds: number;
  readSeconds: number;
  checkSeconds: number;
  commitSeconds: number;
  /** A complete sale at a counter while all that goes on, and before. */
  apiP99Ms: number;
  idleP99Ms: number;
  sales: number;
  errors: number;
}

interface ImportAnswer {
  id: number;
  status: string;
  errorCode: string | null;
  sheet: { suggested: object };
  findings: { ready: Record<string, number>; wrongRows: number };
  outcome: { imported: { rows: number } };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function p99Of(latencies: number[]): number {
  const sorted = [...latencies].sort((a, b) => a - b);
  return round(sorted[Math.floor((sorted.length - 1) * 0.99)] ?? 0, 1);
}

/** A file of members taken over while counters sell, against a database of its own; afterwards the books are verified. */
export async function measureImport(options: {
  rows: number;
  report: (line: string) => void;
}): Promise<{ failed: boolean; figures: ImportFigures }> {
  const { rows, report } = options;
  const server = await startBenchServer();
  const dataDir = path.resolve('.data', `bench-import-${process.pid}`);
  await mkdir(dataDir, { recursive: true });
  const stops: (() => Promise<void>)[] = [];
  try {
    report('making the chain and the file');
    await makeBenchChain(server.ownerUrl);
    await run(
      server.ownerUrl,
      "UPDATE role SET permissions = permissions || ARRAY['import.members'], all_stores = true",
    );
    const file = path.join(dataDir, 'members.xlsx');
    await writeImportFile(file, rows);
    report(`${rows} rows, ${round((await stat(file)).size / 1_048_576, 1)} MB`);
    const env = { DATA_DIR: dataDir };
    const api = await startApiProcess(server, env);
    stops.push(api.stop);
    const worker = startWorkerProcess(server, env);
    stops.push(worker.stop);
    const cookies = await signIn(api.port);
    await run(server.superuserUrl, 'CHECKPOINT');

    const idle = selling(api.port, cookies);
    await sleep(8_000);
    const before = await idle.end();
    const meanwhile = selling(api.port, cookies);
    const peak = () => peakOf(worker.pid);
    const taken = await takeOver(api.port, cookies[0] ?? '', file, { report, peak });
    const { latencies, errors } = await meanwhile.end();
    const peakMb = await peak();
    const findings = await findingsOf(server.url);
    for (const finding of findings) report(`books: ${finding}`);
    for (const error of new Set(errors)) report(`error: ${error}`);
    const missing = rows - taken.rows;
    if (missing) report(`${missing} rows were not taken over`);
    return {
      failed: errors.length + findings.length + missing > 0,
      figures: {
        rowsPerSecond: round(taken.rows / taken.seconds, 1),
        peakMb,
        rows: taken.rows,
        seconds: round(taken.seconds, 1),
        readSeconds: round(taken.readSeconds, 1),
        checkSeconds: round(taken.checkSeconds, 1),
        commitSeconds: round(taken.commitSeconds, 1),
        apiP99Ms: p99Of(latencies),
        idleP99Ms: p99Of(before.latencies),
        sales: latencies.length,
        errors: errors.length + findings.length + missing,
      },
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Sells at some counters until it is ended. */
function selling(port: number, cookies: readonly string[]) {
  const latencies: number[] = [];
  const errors: string[] = [];
  let going = true;
  const tills = Array.from({ length: TILLS }, async () => {
    const connection = await HttpConnection.open(port);
    while (going) {
      const memberId = aMember();
      const headers = {
        Cookie: cookies[storeOf(memberId) - 1] ?? '',
        'Idempotency-Key': randomUUID(),
      };
      const began = performance.now();
      const answer = await connection.send('POST', '/api/v1/sales', headers, aSale(memberId));
      if (answer.status === 201) latencies.push(performance.now() - began);
      else errors.push(`${answer.status} ${answer.body}`);
      await sleep(BETWEEN_SALES_MS);
    }
    connection.close();
  });
  return {
    end: async () => {
      going = false;
      await Promise.all(tills);
      return { latencies, errors };
    },
  };
}

async function takeOver(
  port: number,
  cookie: string,
  file: string,
  { report, peak }: { report: (line: string) => void; peak: () => Promise<number | null> },
) {
  const root = `http://localhost:${port}`;
  const ask = async (
    method: string,
    where: string,
    body?: BodyInit,
    type = 'application/json',
  ): Promise<ImportAnswer> => {
    const answer = await fetch(`${root}/api/v1/imports${where}`, {
      method,
      body,
      headers: {
        Cookie: cookie,
        Origin: root,
        'X-Requested-With': 'shuke',
        'Idempotency-Key': randomUUID(),
        ...(body === undefined ? {} : { 'Content-Type': type }),
      },
    });
    if (!answer.ok) throw new Error(`${method} ${where}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as ImportAnswer;
  };
  const until = async (id: number, status: string): Promise<ImportAnswer> => {
    for (const from = performance.now(); performance.now() - from < PATIENCE_MS;) {
      const found = await ask('GET', `/${id}`);
      if (found.status === status) return found;
      if (['refused', 'failed'].includes(found.status)) throw new Error(`${found.errorCode}`);
      await sleep(POLL_MS);
    }
    throw new Error(`the import does not become ${status}`);
  };
  const content = await readFile(file);
  const began = performance.now();
  const since = () => (performance.now() - began) / 1_000;
  const query = 'fileName=members.xlsx&source=old&locale=zh-CN';
  const { id } = await ask('POST', `?${query}`, content, 'application/octet-stream');
  const read = await until(id, 'mapping');
  const readSeconds = since();
  report(`read in ${round(readSeconds, 1)} s, peak ${await peak()} MB`);
  const mapping = { columns: read.sheet.suggested, defaultStoreId: 1 };
  await ask('PUT', `/${id}/mapping`, JSON.stringify(mapping));
  const { findings } = await until(id, 'checked');
  const checkSeconds = since() - readSeconds;
  report(
    `judged in ${round(checkSeconds, 1)} s, ${findings.wrongRows} wrong, peak ${await peak()} MB`,
  );
  const { spendCents: _spend, ...totals } = findings.ready;
  await ask('POST', `/${id}/commit`, JSON.stringify({ totals }));
  const { outcome } = await until(id, 'done');
  const seconds = since();
  report(`taken over in ${round(seconds - readSeconds - checkSeconds, 1)} s`);
  return {
    rows: outcome.imported.rows,
    seconds,
    readSeconds,
    checkSeconds,
    commitSeconds: seconds - readSeconds - checkSeconds,
  };
}

async function peakOf(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = Number(/^VmHWM:\s+(\d+) kB/m.exec(text)?.[1] ?? 0);
  return kilobytes ? Math.round(kilobytes / 1_024) : null;
}
