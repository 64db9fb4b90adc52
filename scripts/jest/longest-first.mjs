// In which order the journeys run: a long one that comes last keeps one processor waiting for the other.
import { statSync } from 'node:fs';
import path from 'node:path';

/** Longer than their text: they go through many pages, or bring their cases from a folder. See "slowest files" of a run. */
const LONGEST = ['trouble', 'screens', 'office', 'lists'];

export default class LongestFirst {
  sort(tests) {
    const rank = ({ path: file }) => {
      const index = LONGEST.indexOf(path.basename(file, '.e2e.ts'));
      return index < 0 ? LONGEST.length : index;
    };
    const size = ({ path: file }) => statSync(file).size;
    return [...tests].sort((a, b) => rank(a) - rank(b) || size(b) - size(a));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
