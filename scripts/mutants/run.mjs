// Puts one small mistake at a time into a copy of the code and runs the specs that should notice it.
// usage: pnpm run test:mutants [words of their names]
import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../paths.mjs';
import { MUTANTS } from './mutants.mjs';

const AT_A_TIME = 2;
const AIM = 0.95;
const words = process.argv.slice(2);
const wanted = MUTANTS.filter(({ name }) => words.every((word) => name.includes(word)));
const folder = path.join(root, '.test', `mutants-${process.pid}`);

process.exitCode = await main().finally(() => rm(folder, { recursive: true, force: true }));

async function main() {
  const files = execFileSync('git', ['ls-files'], { cwd: root }).toString().split('\n');
  for (const { name, specs } of wanted)
    for (const spec of specs)
      if (!files.some((file) => file.startsWith(spec))) throw new Error(`${name}: no spec ${spec}`);
  const copies = await Promise.all(Array.from({ length: AT_A_TIME }, (_, index) => aCopy(index)));
  // Specs that fail by themselves would catch everything.
  const specs = [...new Set(wanted.flatMap((mutant) => mutant.specs))];
  console.log(`${wanted.length} mistakes, ${specs.length} specs without any first …`);
  const clean = await runSpecs(copies[0], specs);
  if (clean.failed > 0 || clean.passed === 0) {
    console.error(`the specs do not pass without a mistake: ${clean.failed} failed`);
    console.error(`see them by: node scripts/test.mjs ${specs.join(' ')}`);
    return 1;
  }
  const waiting = [...wanted];
  const results = [];
  await Promise.all(
    copies.map(async (copy) => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift())
        results.push(await tried(copy, mutant));
    }),
  );
  const caught = results.filter(({ outcome }) => outcome === 'caught').length;
  console.log(`${caught} of ${results.length} caught`);
  return caught >= results.length * AIM ? 0 : 1;
}

/** The files as they are now, with the packages of this checkout. */
async function aCopy(index) {
  const copy = path.join(folder, String(index));
  const list = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: root });
  for (const file of list.toString().split('\0').filter(Boolean)) {
    await mkdir(path.dirname(path.join(copy, file)), { recursive: true });
    await cp(path.join(root, file), path.join(copy, file)).catch((error) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
  for (const modules of ['node_modules', 'apps/web/node_modules'])
    await symlink(path.join(root, modules), path.join(copy, modules));
  return copy;
}

async function tried(copy, { name, file, from, to, specs }) {
  const target = path.join(copy, file);
  const text = await readFile(target, 'utf8');
  const places = text.split(from).length - 1;
  let outcome;
  if (places !== 1) outcome = `stale: its text stands ${places} times in ${file}`;
  else {
    await writeFile(
      target,
      text.replace(from, () => to),
    );
    const { passed, failed, started } = await runSpecs(copy, specs);
    await writeFile(target, text);
    // A copy that does not even start proves nothing.
    if (!started || passed + failed === 0) outcome = 'does not run';
    else outcome = failed > 0 ? 'caught' : 'NOT caught';
  }
  console.log(`${outcome.padEnd(12)} ${name}`);
  return { name, outcome };
}

async function runSpecs(copy, specs) {
  const summary = path.join(copy, '.summary');
  await rm(summary, { force: true });
  const child = spawn(process.execPath, ['scripts/test.mjs', ...specs, '--silent', '--runInBand'], {
    cwd: copy,
    stdio: 'ignore',
    env: { ...process.env, SHUKE_TEST_SUMMARY: summary },
  });
  await new Promise((resolve) => child.once('exit', resolve));
  const line = await readFile(summary, 'utf8').catch(() => '');
  const [, passed = 0, failed = 0] = /^(\d+) passed, (\d+) failed/.exec(line) ?? [];
  return { started: line !== '', passed: Number(passed), failed: Number(failed) };
}
