import { globSync, readFileSync } from 'node:fs';
import { LISTS } from '#kernel/lists';
import './worker.module.js';

// The files of lists are made by the worker: a list that it does not know would end as a failed export.
it('knows every list that a library defines', () => {
  const defined = globSync('libs/**/*.report.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/defineList\(\{\s+id: '([\w-]+)'/g)].map(
      ([, id]) => id,
    ),
  );
  expect(defined.length).toBeGreaterThan(15);
  expect(LISTS.map(({ spec }) => spec.id).sort()).toEqual(defined.sort());
});
