import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { capabilities, capabilityOf } from '../../scripts/lint/ladder.mjs';

const text = (file: string) => readFileSync(file, 'utf8');
const listed = text('apps/composition/capabilities.ts').split('CAPABILITIES:')[1] ?? '';

// What is not named here is in no process: no routes, no jobs, and nobody checks its books.
it('names every manifest that there is', () => {
  const manifests = globSync('libs/**/*.manifest.ts').flatMap(
    (file) => /export const (\w+Manifest)/.exec(text(file))?.[1] ?? file,
  );
  expect(manifests.length).toBeGreaterThan(20);
  expect(manifests.filter((name) => !listed.includes(`  ${name},`))).toEqual([]);
});

// What is declared later stands above, and comes first where a member's record ends.
it('names them in the order of the ladder', () => {
  const folderOf = new Map(
    globSync('libs/**/*.manifest.ts').map((file) => [
      /export const (\w+Manifest)/.exec(text(file))?.[1] ?? file,
      capabilityOf(file) ?? '',
    ]),
  );
  const order = [...listed.matchAll(/ {2}(\w+Manifest),/g)].map(([, name = '']) =>
    capabilities.indexOf(folderOf.get(name) ?? ''),
  );
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

it('has every declaration that stands in a file of its own in the manifest of its folder', () => {
  const declared = globSync(
    'libs/**/*.{document,checks,grant,line,tender,member-part,timeline,conditions,entity}.ts',
  ).filter((file) => !file.startsWith('libs/kernel/'));
  expect(declared.length).toBeGreaterThan(12);
  const forgotten = declared.filter((file) => {
    const folder = path.join(...file.split('/').slice(0, file.startsWith('libs/ledger/') ? 2 : 3));
    const [manifest] = globSync(`${folder}/*.manifest.ts`);
    const named = path.relative(folder, file).replace(/\.ts$/, '.js');
    // Checks and lines of a document are named by its declaration.
    const naming = [manifest, ...globSync(`${folder}/*.document.ts`)];
    return !manifest || !naming.some((one) => one && text(one).includes(`'./${named}'`));
  });
  expect(forgotten).toEqual([]);
});
