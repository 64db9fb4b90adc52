import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

const KB_A_MB = 1_024;

/**
 * Memory of a process with all its descendants, and of the database server that it started (which lives in a session of
 * its own). Proportional: what several processes share counts once. Known on Linux only.
 */
export class ProcessMemory {
  private peakKb = 0;
  private postmaster: number | undefined;
  private sampling = false;

  constructor(
    private readonly rootPid: number,
    private readonly dataDir: string,
  ) {}

  get peakMb(): number | null {
    return this.peakKb ? Math.round(this.peakKb / KB_A_MB) : null;
  }

  async sample(): Promise<void> {
    if (this.sampling || process.platform !== 'linux') return;
    this.sampling = true;
    try {
      this.postmaster ??= await this.findPostmaster();
      const roots = [this.rootPid, ...(this.postmaster ? [this.postmaster] : [])];
      const pids = descendantsOf(roots, await parents());
      const sizes = await Promise.all(pids.map(proportionalKb));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      this.peakKb = Math.max(this.peakKb, total);
    } finally {
      this.sampling = false;
    }
  }

  // A backend tells its own pid; its parent is the server.
  private async findPostmaster(): Promise<number | undefined> {
    const file = await readFile(path.join(this.dataDir, 'database.json'), 'utf8').catch(() => '');
    if (!file) return undefined;
    const { superuserUrl } = JSON.parse(file) as { superuserUrl: string };
    const url = new URL(superuserUrl);
    url.pathname = '/postgres';
    const client = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 1_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      return rows[0] && (await parents()).get(rows[0].pid);
    } catch {
      return undefined;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Parent of each process. */
async function parents(): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The program's name stands in brackets and may hold anything.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent) found.set(Number(name), parent);
  }
  return found;
}

function descendantsOf(roots: readonly number[], parentOf: ReadonlyMap<number, number>): number[] {
  const wanted = new Set(roots);
  for (let before = 0; before !== wanted.size;) {
    before = wanted.size;
    for (const [pid, parent] of parentOf) if (wanted.has(parent)) wanted.add(pid);
  }
  return [...wanted];
}

async function proportionalKb(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0);
}
