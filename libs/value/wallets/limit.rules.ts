export const LIMIT_MODES = ['off', 'warn', 'stop'] as const;
export type LimitMode = (typeof LIMIT_MODES)[number];

/** The chain's limits of prepaid cards; the defaults are those of the law for single-purpose cards. */
export interface PrepaidLimits {
  registered: { mode: LimitMode; cents: number };
  unregistered: { mode: LimitMode; cents: number };
  company: { mode: LimitMode; fromCents: number };
}

export interface LimitFinding {
  mode: 'warn' | 'stop';
  registered: boolean;
  limitCents: number;
  /** What could still be added, principal and bonus together. */
  roomLeftCents: number;
}

/**
 * Whether value added to a wallet stays below its limit, golden G29. The face value counts whole: principal, bonus and
 * bonus to come. `addedCents` is what this act adds of all three; what repays debt adds nothing.
 */
export function faceValueFinding(
  wallet: { registered: boolean; faceBeforeCents: number },
  addedCents: number,
  limits: PrepaidLimits,
): LimitFinding | null {
  const { registered, faceBeforeCents } = wallet;
  const { mode, cents } = registered ? limits.registered : limits.unregistered;
  if (mode === 'off' || addedCents <= 0 || faceBeforeCents + addedCents <= cents) return null;
  return {
    mode,
    registered,
    limitCents: cents,
    roomLeftCents: Math.max(0, cents - faceBeforeCents),
  };
}

/** A company buys by bank transfer from an amount on. */
export function companyFinding(
  purchase: { company: boolean; amountCents: number; tender: string },
  limits: PrepaidLimits,
): { mode: 'warn' | 'stop'; fromCents: number } | null {
  const { mode, fromCents } = limits.company;
  if (mode === 'off' || !purchase.company || purchase.tender === 'bank_transfer') return null;
  return purchase.amountCents >= fromCents ? { mode, fromCents } : null;
}
