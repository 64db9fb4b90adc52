import { createHash } from 'node:crypto';
import type { ImportRecord } from './import-row.rules.js';

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url');

/** What a row is known by in its previous system: the card's number, else the member's, else the phone. */
export function rowKey(source: string, record: ImportRecord): string {
  const { cardNo, memberNo, phone } = record;
  const [kind, number] = cardNo
    ? ['card', cardNo]
    : memberNo
      ? ['member', memberNo]
      : ['phone', phone ?? ''];
  return hash(source, kind, number);
}

export function memberNoKey(source: string, memberNo: string): string {
  return hash(source, 'member', memberNo);
}

/** Tells whether a row says the same as when it was taken over, however it was written. */
export function fingerprint(said: unknown): string {
  return hash(JSON.stringify(said));
}
