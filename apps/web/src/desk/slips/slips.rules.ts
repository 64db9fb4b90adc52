import type { SlipRow } from './desk-slip.js';

/** The newest `most` slips of several lists of which each holds its own newest. */
export const mergeSlips = (lists: readonly (readonly SlipRow[])[], most: number): SlipRow[] =>
  lists
    .flat()
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, most);
