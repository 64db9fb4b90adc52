import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '#workshop/embedded-database';
import { ProcessMemory } from './process-memory.js';

const SAMPLE_MS = 200;
const PATIENCE_MS = 10 * 60_000;

interface Start {
  seconds: number;
  peakMb: number | null;
}

export interface StartFigures {
  /** First start on an empty data folder: makes the database and the demo chain. */
  coldSeconds: number;
  coldPeakMb: number | null;
  /** Second start on the same folder. */
  warmSeconds: number;
  warmPeakMb: number | null;
}

/**
 * Time from the command to the first page, and the most memory that all its processes, the database's too, had together.
 * Packages are installed before; the first run of a clone builds as well, which is part of the cold start.
 */
export async function measureStart(options: {
  report: (line: string) => void;
}): Promise<{ failed: boolean; figures: StartFigures }> {
  const dataDir = path.resolve('.data', `bench-start-${process.pid}`);
  await mkdir(dataDir, { recursive: true });
  try {
    const cold = await start(dataDir);
    options.report(`cold: ${cold.seconds} s, ${cold.peakMb} MB`);
    const warm = await start(dataDir);
    options.report(`warm: ${warm.seconds} s, ${warm.peakMb} MB`);
    return {
      failed: false,
      figures: {
        coldSeconds: cold.seconds,
        coldPeakMb: cold.peakMb,
        warmSeconds: warm.seconds,
        warmPeakMb: warm.peakMb,
      },
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function start(dataDir: string): Promise<Start> {
  const port = await freePort();
  const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
  const { DATABASE_URL: _database, MIGRATION_DATABASE_URL: _owner, ...env } = process.env;
  const from = performance.now();
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...env,
      NODE_ENV: 'development',
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
    },
  });
  const memory = new ProcessMemory(child.pid ?? 0, dataDir);
  const sampling = setInterval(() => void memory.sample(), SAMPLE_MS);
  try {
    await untilServed(port, child);
    const seconds = Number(((performance.now() - from) / 1_000).toFixed(2));
    await memory.sample();
    return { seconds, peakMb: memory.peakMb };
  } finally {
    clearInterval(sampling);
    await endOf(child);
  }
}

async function untilServed(port: number, child: ChildProcess): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`The start ended with ${child.exitCode}.`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The start takes too long.');
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}
