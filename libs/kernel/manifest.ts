import type { Type } from '@nestjs/common';
import { type EntityClass, registerEntities } from './database/data-source.js';

/**
 * Something that a capability says to an engine below it, made by a function of that engine: `bookChecks(…)`. The same
 * thing again replaces it.
 */
export type Declaration = () => void;

/** One thing that an engine asks and a capability above says: `says` makes the declaration. */
export function declarable<T>(what: string): { says(value: T): Declaration; ask(): T } {
  let said: { value: T } | undefined;
  return {
    says: (value) => () => {
      said = { value };
    },
    ask() {
      if (!said) throw new Error(`no capability has said ${what}: apps/composition`);
      return said.value;
    },
  };
}

/** What a capability brings, in one place for every process. */
export interface Manifest {
  /** Its tables: files of entities, as `import * as` gives them. */
  entities?: readonly Readonly<Record<string, EntityClass>>[];
  /** What it answers over HTTP. */
  api?: Type;
  /** What it does in the background. */
  worker?: Type;
  declares?: readonly Declaration[];
}

export function declareAll(manifests: readonly Manifest[]): void {
  for (const { entities = [], declares = [] } of manifests) {
    for (const file of entities) registerEntities(...Object.values(file));
    for (const declare of declares) declare();
  }
}
