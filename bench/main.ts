// Measurements. usage: pnpm run bench checkout|import|start [--json] [--seconds 10]
import 'reflect-metadata';
import { measureCheckout } from './checkout.js';
import { measureImport } from './import.js';
import { measureLookup } from './lookup.js';
import { measureStart } from './start.js';

const [what, ...flags] = process.argv.slice(2);
const json = flags.includes('--json');
const numberOf = (flag: string, fallback: number) =>
  Number(flags[flags.indexOf(flag) + 1]) || fallback;
const seconds = numberOf('--seconds', 10);
// With --json only the last line of stdout counts; what happens meanwhile is told on stderr.
const report = (line: string) => (json ? console.error(line) : console.log(line));

const MEASUREMENTS: Record<string, () => Promise<{ failed: boolean; figures: object }>> = {
  checkout: () => measureCheckout({ seconds, report }),
  lookup: () =>
    measureLookup({
      members: numberOf('--members', 1_000_000),
      seconds: numberOf('--seconds', 4),
      report,
    }),
  import: () => measureImport({ rows: numberOf('--rows', 50_000), report }),
  start: () => measureStart({ report }),
};

const measure = MEASUREMENTS[what ?? ''];
if (measure) {
  const { failed, figures } = await measure();
  console.log(json ? JSON.stringify(figures) : figures);
  process.exit(failed ? 1 : 0);
} else {
  console.error(`usage: pnpm run bench ${Object.keys(MEASUREMENTS).join('|')} [--json]`);
  process.exit(2);
}
