// Builds what runs: server TypeScript to dist/ (same tree), and the web app to dist/web.
// Only what changed is built again. usage: node scripts/build.mjs [--no-web] [--keep-going]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinnedNode, root } from './paths.mjs';
import { swcOptions } from './swc-options.mjs';

const dist = path.join(root, 'dist');
const stampFile = path.join(dist, '.server.json');
const webStampFile = path.join(dist, '.web.json');
const serverFolders = [
  'libs',
  'apps/api',
  'apps/worker',
  'apps/console',
  'apps/demo',
  'apps/composition',
  'bench',
  'e2e',
];
// Vue sources: the web build takes them.
const webOnly = ['libs/web/web-kit/'];

async function walk(folder) {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  const entries = await readdir(absolute, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) =>
      path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    )
    .sort();
}

async function signatures(files) {
  const pairs = files.map(async (file) => {
    const { mtimeMs, size } = await stat(path.join(root, file));
    return [file, `${mtimeMs}:${size}`];
  });
  return Object.fromEntries(await Promise.all(pairs));
}

async function readJson(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return {};
  }
}

// Two builds may run side by side (tests of two people): nobody ever sees half a file.
async function writeWhole(file, text) {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, file);
}

async function mapLimited(items, limit, work) {
  const queue = [...items];
  const run = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, run));
}

const isServerSource = (file) =>
  file.endsWith('.ts') &&
  !/\.(spec|e2e|d)\.ts$/.test(file) &&
  !webOnly.some((folder) => file.startsWith(folder));

const outputOf = (file) => path.join(dist, file.replace(/\.ts$/, '.js'));

/** Returns how many files were transformed; with keepGoing a broken file is reported and left out. */
export async function buildServer({ keepGoing = false } = {}) {
  const files = (await Promise.all(serverFolders.map(walk))).flat().filter(isServerSource);
  const options = createHash('sha1').update(JSON.stringify(swcOptions)).digest('hex');
  const before = await readJson(stampFile);
  const known = before.options === options ? (before.files ?? {}) : {};
  const now = await signatures(files);
  const changed = files.filter((file) => known[file] !== now[file] || !existsSync(outputOf(file)));
  const gone = Object.keys(known).filter((file) => !(file in now));
  if (changed.length === 0 && gone.length === 0) return 0;
  const broken = [];
  if (changed.length > 0) {
    const { transformFile } = await import('@swc/core');
    await mapLimited(changed, 16, async (file) => {
      try {
        const output = outputOf(file);
        const source = path.join(root, file);
        const { code, map } = await transformFile(source, {
          ...swcOptions,
          swcrc: false,
          sourceFileName: path.relative(path.dirname(output), source),
        });
        await writeWhole(`${output}.map`, map);
        await writeWhole(output, `${code}//# sourceMappingURL=${path.basename(output)}.map\n`);
      } catch (error) {
        if (!keepGoing) throw new Error(`${file} does not compile:\n${error.message ?? error}`);
        broken.push(file);
        delete now[file];
      }
    });
  }
  for (const file of gone) {
    await rm(outputOf(file), { force: true });
    await rm(`${outputOf(file)}.map`, { force: true });
  }
  await writeWhole(stampFile, JSON.stringify({ options, files: now }));
  if (broken.length > 0) console.warn(`left out, does not compile: ${broken.join(', ')}`);
  return changed.length;
}

const specifier = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

/** Every library file the web app reaches, found by following its imports. */
async function webSources() {
  const seen = new Set(
    [
      ...(await walk('apps/web')),
      ...(await walk('libs/web/web-kit')),
      // Words are taken by their place, not by an import.
      ...(await walk('libs')).filter((file) => /\/words\/[^/]+\.locale\.ts$/.test(file)),
      'pnpm-lock.yaml',
      'tsconfig.base.json',
    ]
      // Written by the build itself.
      .filter((file) => !file.startsWith('apps/web/types/'))
      .filter((file) => existsSync(path.join(root, file))),
  );
  const queue = [...seen].filter((file) => /\.(ts|vue|mts|mjs)$/.test(file));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    const text = await readFile(path.join(root, file), 'utf8');
    for (const [, target] of text.matchAll(specifier)) {
      const found = locate(file, target);
      if (found && !seen.has(found)) {
        seen.add(found);
        queue.push(found);
      }
    }
  }
  return [...seen].sort();
}

function locate(from, target) {
  const bases = target.startsWith('#')
    ? [`libs/${target.slice(1)}/index.ts`, `libs/${target.slice(1)}.ts`]
    : target.startsWith('.')
      ? [path.posix.join(path.posix.dirname(from), target).replace(/\.js$/, '.ts')]
      : [];
  for (const base of bases) {
    for (const candidate of [base, `${base}.ts`, `${base}/index.ts`]) {
      if (/\.(ts|vue|json)$/.test(candidate) && existsSync(path.join(root, candidate)))
        return candidate;
    }
  }
  return undefined;
}

/** Builds the web app when one of its sources changed. Returns whether it did. */
export async function buildWeb(begins = () => {}) {
  if (!existsSync(path.join(root, 'apps/web/vite.config.ts'))) return false;
  const now = await signatures(await webSources());
  const before = await readJson(webStampFile);
  const same = JSON.stringify(before) === JSON.stringify(now);
  if (same && existsSync(path.join(dist, 'web/index.html'))) return false;
  begins();
  const vite = path.join(root, 'apps/web/node_modules/vite/bin/vite.js');
  const outDir = path.join(dist, 'web');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const child = spawn(pinnedNode(), args, {
    cwd: path.join(root, 'apps/web'),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error('The web app does not build; see the lines above.');
  await writeWhole(webStampFile, JSON.stringify(now));
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const from = performance.now();
    const keepGoing = process.argv.includes('--keep-going');
    const files = await buildServer({ keepGoing });
    const web = process.argv.includes('--no-web') ? false : await buildWeb();
    const took = ((performance.now() - from) / 1000).toFixed(1);
    console.log(`built ${files} server files${web ? ' and the web app' : ''} in ${took} s`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
