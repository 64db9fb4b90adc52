import { HELD_MUTANTS } from './held.mjs';
import { HOUSE_MUTANTS } from './house.mjs';
import { SETTING_MUTANTS } from './settings.mjs';
import { VALUE_MUTANTS } from './value.mjs';

/**
 * A small mistake as people make them, and the specs that must notice. `from` stands exactly once in the file.
 * @typedef {{ name: string, file: string, from: string, to: string, specs: string[] }} Mutant
 */

/** @type {Mutant[]} */
export const MUTANTS = [...VALUE_MUTANTS, ...HELD_MUTANTS, ...HOUSE_MUTANTS, ...SETTING_MUTANTS];
