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
  act: { security: boolean; wanted: boolean; voided: boolean },
): SuppressionReason | null {
  if (!act.wanted) return 'setting_off';
  if (act.voided) return 'voided';
  if (!to.phone) return 'no_phone';
  return to.smsService === false && !act.security ? 'no_consent' : null;
}
