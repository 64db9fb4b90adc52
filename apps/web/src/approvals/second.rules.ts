import type { NeededApproval } from './approvals.api.js';

export type SecondReason =
  | `from.${NeededApproval['limit']}`
  | 'freshPin'
  | 'document'
  | 'ratio'
  | 'debt'
  | 'unpaid'
  | 'always';

/** Why a second person is asked for, the proof first: an amount is named only where it is what asks. */
export function reasonsOf(
  { limit, amountCents, facts }: NeededApproval,
  limitCents: number | null,
): SecondReason[] {
  if (limit !== 'act') return [`from.${limit}`];
  const isFresh = facts['freshPin'] === true;
  const holds: [SecondReason, boolean][] = [
    ['freshPin', isFresh],
    // Beside a PIN it is the document that is registered.
    ['document', !isFresh && Boolean(facts['document'])],
    ['ratio', facts['abovePaidRatio'] === true],
    ['debt', facts['walletDebt'] === 'waive' || facts['pointsDebt'] === 'waive'],
    ['unpaid', amountCents === 0 && Number(facts['voidedCents'] ?? 0) > 0],
    ['from.act', Boolean(limitCents) && amountCents >= (limitCents ?? 0)],
  ];
  const reasons = holds.filter(([, is]) => is).map(([reason]) => reason);
  return reasons.length > 0 ? reasons : ['always'];
}
