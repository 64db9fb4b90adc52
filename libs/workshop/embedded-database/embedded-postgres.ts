import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import {
  type Binaries,
  canUse,
  findBinaries,
  type Unprivileged,
  unprivilegedUser,
} from './binaries.js';
import { freePort } from './free-port.js';

export interface StartOptions {
  /** Made when missing; as root it moves to /var/lib where the database's user cannot reach it. */
  folder: string;
  superuserPassword: string;
  maxConnections: number;
  /** False: no fsync, for data that may be lost (tests). */
  durable: boolean;
}

export interface RunningPostgres {
  superuserUrl: string;
  port: number;
  /** Where the files really are. */
  folder: string;
  /** True when a server left by an earlier, killed run was taken over. */
  adopted: boolean;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that came with the packages, on a free port of the loopback address.
 * The server lives in a session of its own, so that a Ctrl-C at the terminal does not end it
 * before those who use it. Whoever starts it must call stop().
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const user = unprivilegedUser();
  const binaries = await findBinaries(user);
  const folder = await reachableFolder(options.folder, user);
  const cluster = path.join(folder, 'cluster');
  const run = (program: keyof Binaries, args: string[]) =>
    runProgram(binaries[program], args, user);
  const stop = () => stopCluster(cluster, run);
  const describe = (port: number, adopted: boolean): RunningPostgres => ({
    superuserUrl: superuserUrl(port, options.superuserPassword),
    port,
    folder,
    adopted,
    stop,
  });

  if (!existsSync(path.join(cluster, 'PG_VERSION')))
    await createCluster(cluster, options, run, user);
  const leftPort = await portOfLeftServer(cluster);
  if (leftPort !== undefined) {
    if (await answers(superuserUrl(leftPort, options.superuserPassword)))
      return describe(leftPort, true);
    await stop();
    await rm(path.join(cluster, 'postmaster.pid'), { force: true });
  }
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    await writeSettings(cluster, port, options, user);
    try {
      const log = path.join(cluster, 'server.log');
      await run('pgCtl', ['start', '-D', cluster, '-l', log, '-w', '-t', '60']);
      return describe(port, false);
    } catch (error) {
      // Somebody may have taken the port between the question and the start.
      if (attempt === 3) throw await withServerLog(cluster, error);
    }
  }
}

/** Ends the server that an earlier run left in this folder. */
export async function stopPostgres(folder: string): Promise<void> {
  const user = unprivilegedUser();
  const binaries = await findBinaries(user);
  const cluster = path.join(await reachableFolder(folder, user), 'cluster');
  await stopCluster(cluster, (program, args) => runProgram(binaries[program], args, user));
}

async function stopCluster(cluster: string, run: Run): Promise<void> {
  try {
    await run('pgCtl', ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '20']);
  } catch {
    await run('pgCtl', ['stop', '-D', cluster, '-m', 'immediate', '-w', '-t', '10']).catch(
      () => {},
    );
  }
}

type Run = (program: keyof Binaries, args: string[]) => Promise<void>;

async function createCluster(
  cluster: string,
  options: StartOptions,
  run: Run,
  user: Unprivileged | undefined,
): Promise<void> {
  // Made beside and renamed when whole: an interrupted first start leaves nothing half made.
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  const always = ['-D', draft, '--encoding=UTF8', '--username=postgres', '--auth=scram-sha-256'];
  always.push(`--pwfile=${passwordFile}`, ...(options.durable ? [] : ['--no-sync']));
  const locales = [
    ['--locale=C.UTF-8'],
    // Systems that have no such locale of their own: PostgreSQL brings one.
    ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-locale'],
  ];
  try {
    for (const [index, locale] of locales.entries()) {
      await rm(draft, { recursive: true, force: true });
      await mkdir(draft, { mode: 0o700 });
      await writeFile(passwordFile, `${options.superuserPassword}\n`, { mode: 0o600 });
      if (user) await Promise.all([draft, passwordFile].map((at) => chown(at, user.uid, user.gid)));
      try {
        await run('initdb', [...always, ...locale]);
        break;
      } catch (error) {
        if (index === locales.length - 1) throw error;
      }
    }
    await rename(draft, cluster);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

// postgresql.auto.conf wins over what initdb found out about the machine, and is written whole.
async function writeSettings(
  cluster: string,
  port: number,
  options: StartOptions,
  user: Unprivileged | undefined,
): Promise<void> {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: "'127.0.0.1'",
    unix_socket_directories: "''",
    max_connections: String(options.maxConnections),
    shared_buffers: "'128MB'",
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    lc_messages: "'C'",
    // Statements carry names, phones and hashes, and so do the words of their failures: those are for the application,
    // whose log knows what to leave out. Here stands what becomes of the server and of connections.
    log_min_messages: "'log'",
    log_statement: "'none'",
    log_min_error_statement: "'panic'",
    log_error_verbosity: "'terse'",
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_min_duration_statement: '-1',
    ...(options.durable
      ? {}
      : {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          // Databases that live for seconds: what it learned of one moment would be wrong in the next.
          autovacuum: 'off',
          max_wal_size: "'4GB'",
        }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  const file = path.join(cluster, 'postgresql.auto.conf');
  await writeFile(file, lines.join(''), { mode: 0o600 });
  if (user) await chown(file, user.uid, user.gid);
}

async function reachableFolder(wanted: string, user: Unprivileged | undefined): Promise<string> {
  await mkdir(wanted, { recursive: true });
  if (!user || canUse(user, wanted)) return wanted;
  const name = createHash('sha256').update(path.resolve(wanted)).digest('hex').slice(0, 12);
  const shelter = wanted.includes('.test')
    ? path.join(tmpdir(), `shuke-test-${name}`)
    : path.join('/var/lib/shuke', `data-${name}`);
  await mkdir(shelter, { recursive: true, mode: 0o755 });
  return shelter;
}

async function portOfLeftServer(cluster: string): Promise<number | undefined> {
  const text = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n');
  if (!pid || !port) return undefined;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') {
      await rm(path.join(cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
  }
  return Number(port);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function superuserUrl(port: number, password: string): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

function runProgram(
  program: string,
  args: string[],
  user: Unprivileged | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      // Its own session: the terminal's Ctrl-C must not reach it.
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: user ? '/' : undefined,
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.once('error', reject);
    child.once('exit', (code) => {
      // The server may keep the streams: its end is not waited for.
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${path.basename(program)} ended with ${code}:\n${output.trim()}`));
    });
  });
}

async function withServerLog(cluster: string, error: unknown): Promise<Error> {
  const log = await readFile(path.join(cluster, 'server.log'), 'utf8').catch(() => '');
  const tail = log.trim().split('\n').slice(-8).join('\n');
  return new Error(`PostgreSQL did not start. ${(error as Error).message}\n${tail}`);
}
