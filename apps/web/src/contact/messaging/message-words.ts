import type { BadgeTone } from '#web/web-kit';
import { t, te, wordOf } from '../../i18n/i18n.js';

const TONES: Record<string, BadgeTone> = {
  sent: 'ok',
  delivered: 'ok',
  failed: 'bad',
  unknown: 'warn',
  queued: 'info',
  sending: 'info',
};
export const messageTone = (status: string): BadgeTone => TONES[status] ?? 'plain';

/** The words of a code. Why a message was not sent may be the code of an error. */
export function codedMessage(group: 'kinds' | 'statuses' | 'reasons', code: string): string {
  return te(`errors.${code}`) ? t(`errors.${code}`) : wordOf(`messages.${group}`, code);
}
