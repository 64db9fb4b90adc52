// Runs the tests: brings a database of its own, then jest, then the journeys in a real browser.
// usage: node scripts/test.mjs [paths or jest options]   (with arguments: only the specs they name)
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinnedNode, root } from './paths.mjs';

const SLOWEST = 10;
const wanted = process.argv.slice(2);
const partial = wanted.length > 0;
const chromiumFolder = path.join(root, '.test', `chromium-${process.pid}`);
const wantsJourneys = !partial || wanted.some((text) => text.includes('e2e'));
const wantsSpecs =
  !partial || wanted.some((text) => !text.startsWith('-') && !text.includes('e2e'));

// The machine's own Node may be older than the one the product is made for.
if (realpathSync(process.execPath) !== pinnedNode() && !process.env.SHUKE_PINNED_NODE) {
  // The mark ends the chain whatever the two paths look like.
  const child = spawn(pinnedNode(), process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, SHUKE_PINNED_NODE: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  process.exitCode = await main();
}

async function main() {
  const { buildServer, buildWeb } = await import('./build.mjs');
  await buildServer({ keepGoing: partial });
  const heavy = wantsJourneys ? await webWeight(buildWeb) : undefined;
  const { startTestServer } = await import('./test-server.mjs');
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopped.abort());
  let server;
  try {
    server = await startTestServer();
  } catch (error) {
    console.error(error.message ?? error);
    if (!partial) return 1;
    console.error('The specs that need a database will fail.');
  }
  try {
    const results = heavy ? [heavy] : [];
    if (wantsSpecs) results.push(await runJest('specs', server, stopped.signal));
    if (wantsJourneys && existsSync(path.join(root, 'e2e')) && (await hasJourneys())) {
      if (!stopped.signal.aborted) await server?.addDemo();
      // Once for all journeys: two that unpack at one time write over each other.
      const { unpackChromium } = await import(
        pathToFileURL(path.join(root, 'dist/e2e/kit/chromium.js')).href
      );
      process.env.SHUKE_CHROMIUM = await unpackChromium(chromiumFolder);
      if (!stopped.signal.aborted) results.push(await runJest('journeys', server, stopped.signal));
    }
    return report(results, stopped.signal.aborted);
  } finally {
    await server?.stop();
    await rm(chromiumFolder, { recursive: true, force: true });
  }
}

/** The first pages of the web app are light: one check more, before the journeys. */
async function webWeight(buildWeb) {
  await buildWeb();
  const { weighPages } = await import('./weigh.mjs');
  const { broken } = await weighPages();
  broken.forEach((line) => console.error(`too heavy: ${line}`));
  const failed = broken.length;
  return {
    code: failed > 0 ? 1 : 0,
    numPassedTests: failed > 0 ? 0 : 1,
    numFailedTests: failed,
    numRuntimeErrorTestSuites: 0,
  };
}

async function hasJourneys() {
  return (await readdir(path.join(root, 'e2e'))).some((name) => name.endsWith('.e2e.ts'));
}

async function runJest(set, server, signal) {
  const folder = path.join(root, '.test');
  const resultFile = path.join(folder, `results-${set}-${process.pid}.json`);
  await mkdir(folder, { recursive: true });
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    path.join(root, 'node_modules/jest/bin/jest.js'),
    // A journey waits much of its time, for pages and for messages: two of them keep two processors busy.
    ...(set === 'journeys' ? ['--maxWorkers=2'] : partial ? [] : ['--maxWorkers=100%']),
    '--json',
    `--outputFile=${resultFile}`,
    ...wanted.filter((text) => set === 'journeys' || !text.includes('e2e')),
  ];
  const child = spawn(pinnedNode(), args, {
    cwd: root,
    // jest's --json prints to stdout what is also in the file.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...server?.env, SHUKE_TEST_SET: set, NODE_ENV: 'test' },
  });
  const end = () => child.kill('SIGTERM');
  signal.addEventListener('abort', end);
  const [code, killed] = await once(child, 'exit');
  if (killed) console.error(`jest was ended by ${killed}`);
  signal.removeEventListener('abort', end);
  try {
    return { code, ...JSON.parse(await readFile(resultFile, 'utf8')) };
  } catch {
    return { code: code || 1, numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  } finally {
    await rm(resultFile, { force: true });
  }
}

/** Where the time goes: what a run costs is looked at before it hurts. */
function printSlowest(results) {
  const files = results
    .flatMap(({ testResults = [] }) => testResults)
    .map(({ name, startTime, endTime }) => [path.relative(root, name), endTime - startTime])
    .sort(([, a], [, b]) => b - a);
  if (files.length <= SLOWEST) return;
  console.log('slowest files:');
  for (const [name, ms] of files.slice(0, SLOWEST))
    console.log(`${(ms / 1000).toFixed(1).padStart(7)} s  ${name}`);
}

function report(results, aborted) {
  const sum = (pick) => results.reduce((total, result) => total + (pick(result) ?? 0), 0);
  const passed = sum((result) => result.numPassedTests);
  // A file that does not even load counts as one failure.
  const failed = sum((result) => result.numFailedTests + result.numRuntimeErrorTestSuites);
  const skipped = sum((result) => result.numPendingTests);
  printSlowest(results);
  const broken = aborted || results.some((result) => result.code !== 0);
  if (skipped > 0) console.log(`${skipped} skipped`);
  const summary = `${passed} passed, ${broken && failed === 0 ? 1 : failed} failed`;
  // For a caller that says its own last word.
  if (process.env.SHUKE_TEST_SUMMARY) writeFileSync(process.env.SHUKE_TEST_SUMMARY, summary);
  console.log(summary);
  return broken || failed > 0 ? 1 : 0;
}
