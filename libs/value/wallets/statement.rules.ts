import { createHash } from 'node:crypto';

/** What a statement says of one entry. Amounts from the member's side; debt counts against it. */
export interface StatementLine {
  entryId: number;
  businessDate: string;
  kind: string;
  documentNo: string | null;
  storeName: string;
  principalCents: number;
  bonusCents: number;
  balanceCents: number;
}

/** What the paper carries and the books are asked again for. */
export interface StatementFigures {
  walletId: number;
  from: string;
  to: string;
  openingPrincipalCents: number;
  openingBonusCents: number;
  lines: readonly Pick<
    StatementLine,
    'entryId' | 'businessDate' | 'principalCents' | 'bonusCents'
  >[];
}

/** The longest time one statement covers: two years and a day. */
export const LONGEST_STATEMENT_DAYS = 732;

/** Over every figure that stands on the paper: one that changed, in the books or on the paper, gives another hash. */
export function hashOfStatement(figures: StatementFigures): string {
  const { walletId, from, to, openingPrincipalCents, openingBonusCents, lines } = figures;
  const text = [
    `${walletId} ${from} ${to} ${openingPrincipalCents} ${openingBonusCents}`,
    ...lines.map(
      (line) => `${line.entryId} ${line.businessDate} ${line.principalCents} ${line.bonusCents}`,
    ),
  ].join('\n');
  return createHash('sha256').update(text).digest('hex');
}

// Without letters and digits that look alike.
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Sixteen signs in groups of four from 10 random bytes: 80 bits, not to be guessed. */
export function codeOfStatement(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const signs = Array.from({ length: 16 }, (_, index) => {
    const five = Number((bits >> BigInt(5 * (15 - index))) & 31n);
    return ALPHABET.charAt(five);
  });
  return [0, 4, 8, 12].map((start) => signs.slice(start, start + 4).join('')).join('-');
}
