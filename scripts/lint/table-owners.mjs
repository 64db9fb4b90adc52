// Which table belongs to whom: its entity says so. What SQL in a text names, and which of it is not allowed.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';
import { below, capabilityOf } from './ladder.mjs';

const ENTITY = /@Entity\((?:\{ schema: '(\w+)', name: )?'(\w+)'/g;

/** Table name (with its schema, where that is not public) to capability. */
export const owners = Object.fromEntries(
  globSync('libs/**/*.entity.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(ENTITY)].map(([, schema, table]) => [
      schema ? `${schema}.${table}` : table,
      capabilityOf(file),
    ]),
  ),
);

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
