import { createHmac, timingSafeEqual } from 'node:crypto';
import { CODE_ALPHABET, CODE_MARK, CODE_PART_LENGTH } from './virtual-code-form.rules.js';

/** A code lives for a minute; clocks may differ by one more. */
export const CODE_SECONDS = 60;
const STEPS_EARLY = 1;
const STEPS_LATE = 1;
/** An honest code that came too late is told apart from a wrong one within this many steps. */
const STEPS_REMEMBERED = 10;

const PART_BYTES = 5;

/** Eight letters and digits for five bytes. */
export function codePart(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, PART_BYTES)) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let index = 0; index < CODE_PART_LENGTH; index += 1) {
    text = CODE_ALPHABET.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}

/** The step an instant is in. */
export function stepOf(at: Date): number {
  return Math.floor(at.getTime() / (CODE_SECONDS * 1000));
}

/** When a step ends. */
export function endOfStep(step: number): Date {
  return new Date((step + 1) * CODE_SECONDS * 1000);
}

/** What the phone shows in a step: which card by a handle, and the proof of this minute. */
export function virtualCode(card: { handle: string; secret: Buffer }, step: number): string {
  return `${CODE_MARK}${card.handle}${proofOf(card.secret, step)}`;
}

export type CodeVerdict = { step: number } | 'used' | 'expired' | 'wrong';

/** Judges a proof at a step of now. `lastStep` is the newest step of this card that was used. */
export function judgeCode(
  card: { secret: Buffer; lastStep: number },
  proof: string,
  now: number,
): CodeVerdict {
  for (let step = now + STEPS_EARLY; step >= now - STEPS_REMEMBERED; step -= 1) {
    if (!timingSafeEqual(Buffer.from(proofOf(card.secret, step)), Buffer.from(proof))) continue;
    if (step <= card.lastStep) return 'used';
    return step >= now - STEPS_LATE ? { step } : 'expired';
  }
  return 'wrong';
}

function proofOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  return codePart(createHmac('sha256', secret).update(counter).digest());
}
