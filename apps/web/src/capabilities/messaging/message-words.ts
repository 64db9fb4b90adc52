import type { BadgeTone } from '#web-kit';
import { t, te } from '../../i18n/i18n.js';

const TONES: Record<string, BadgeTone> = {
  sent: 'ok',
  delivered: 'ok',
  failed: 'bad',
  unknown: 'warn',
  queued: 'info',
  sending: 'info',
};
export const messageTone = (status: string): BadgeTone => TONES[status] ?? 'plain';

/** The words of a code; one that these screens do not know yet is shown as it is. */
export function codedMessage(group: 'kinds' | 'statuses' | 'reasons', code: string): string {
  const own = `messages.${group}.${code}`;
  if (te(own)) return t(own);
  return te(`errors.${code}`) ? t(`errors.${code}`) : code;
}
