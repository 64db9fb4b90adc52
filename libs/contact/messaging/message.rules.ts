/** What a message is about. */
export const MESSAGE_KINDS = [
  'top_up',
  'wallet_debit',
  'points_debit',
  'withdrawal',
  'transfer_out',
  'transfer_in',
  'refund',
  'adjustment',
  'top_up_reversal',
  'sale_void',
  'sale_return',
  'payout_reversal',
  'transfer_in_reversal',
  'phone_changed',
  'identity_replaced',
  'pin_set',
  'pin_reset',
  'pin_locked',
  'card_lost',
  'card_replaced',
  'family_card',
  'merged',
  'campaign',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/**
 * Members are told of these also where they want no service messages: money that leaves a wallet, and who may take it. A
 * refusal is written down by staff, so it must not be a way to do the rest unheard.
 */
const SECURITY_KINDS: ReadonlySet<MessageKind> = new Set<MessageKind>([
  'wallet_debit',
  'points_debit',
  'withdrawal',
  'transfer_out',
  'refund',
  'adjustment',
  'top_up_reversal',
  'transfer_in_reversal',
  'phone_changed',
  'identity_replaced',
  'pin_reset',
  'pin_locked',
  'card_lost',
  'card_replaced',
  'family_card',
  'merged',
]);

export const MESSAGE_STATUSES = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'failed',
  'unknown',
  'suppressed',
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export const SUPPRESSION_REASONS = ['setting_off', 'voided', 'no_phone', 'no_consent'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

export interface Addressee {
  phone: string | null;
  /** What the member last said about service messages; null: never asked, which allows them. Security notices don't ask. */
  smsService: boolean | null;
}

/** Why a message about an act is not sent, or null where it is. Judged when it is about to be sent. */
export function suppressionOf(
  to: Addressee,
  act: { kind: MessageKind; wanted: boolean; voided: boolean },
): SuppressionReason | null {
  if (!act.wanted) return 'setting_off';
  if (act.voided) return 'voided';
  if (!to.phone) return 'no_phone';
  return to.smsService === false && !SECURITY_KINDS.has(act.kind) ? 'no_consent' : null;
}
