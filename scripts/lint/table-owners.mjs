// Which table belongs to whom: its entity says so. What SQL in a text names, which entities a file takes from elsewhere,
// and which of it is not allowed.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';
import { below, capabilityOf } from './ladder.mjs';

const ENTITY = /@Entity\((?:\{ schema: '(\w+)', name: )?'(\w+)'[^)]*\)\s+export class (\w+)/g;

const entities = globSync('libs/**/*.entity.ts', { cwd: root }).flatMap((file) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(ENTITY)].map(
    ([, schema, table, name]) => ({
      table: schema ? `${schema}.${table}` : table,
      name,
      owner: capabilityOf(file),
    }),
  ),
);

/** Table name (with its schema, where that is not public) to capability. */
export const owners = Object.fromEntries(entities.map(({ table, owner }) => [table, owner]));

/** The class of an entity to the capability that owns its table. */
const entityOwners = Object.fromEntries(entities.map(({ name, owner }) => [name, owner]));

const NAMED =
  /\b(INSERT INTO|UPDATE|DELETE FROM|FROM|JOIN)\s+(?:ONLY\s+)?([a-z_]+(?:\.[a-z_]+)?)\b/g;

/** Tables that a text of SQL names: [{ table, writes }]. */
export const tablesIn = (text) =>
  [...text.matchAll(NAMED)].map(([, verb, table]) => ({
    table,
    writes: verb !== 'FROM' && verb !== 'JOIN',
  }));

/** What a capability does with a table that it must not: 'write', 'readUp', or undefined. */
export function forbidden(capability, { table, writes }) {
  const owner = owners[table];
  if (!owner || owner === capability) return undefined;
  if (writes) return 'write';
  if (capability.startsWith('insight/') || below(capability).includes(owner)) return undefined;
  return 'readUp';
}

/** The capability that an import of a file comes from: `#membership/levels`, `../levels/level.entity.js`. */
function capabilityOfImport(file, source) {
  const there = source.startsWith('#') ? `libs/${source.slice(1)}` : path.join(file, '..', source);
  return capabilityOf(`${there}/`);
}

/**
 * Whoever has the class of an entity can write its table through `manager`. It stays in the folder of its owner; the
 * face hands none out. Returns 'entityOfOthers', 'entityHandedOut', or undefined.
 */
export function forbiddenEntity(file, source, name, handsOut) {
  const from = capabilityOfImport(file, source);
  if (!from || !(source.endsWith('.entity.js') || entityOwners[name] === from)) return undefined;
  if (from !== capabilityOf(file)) return 'entityOfOthers';
  return handsOut && /\/(?:index|rules)\.ts$/.test(file) ? 'entityHandedOut' : undefined;
}

/** A text by which the ORM knows an entity. */
export const isEntityName = (text) =>
  Object.hasOwn(owners, text) || Object.hasOwn(entityOwners, text);
