import type { About } from '#web/web-kit';
import { formatMoney } from '../format/format.js';
import { t } from '../i18n/i18n.js';

/** "top-up of 60.00 for 周若彤": an attempt by its act, amount and member, as far as they are known. */
export function attemptWords({ act, amountCents }: About, memberName?: string | null): string {
  const name = t(`attempts.acts.${act}`);
  const what =
    amountCents === undefined
      ? name
      : t('attempts.what.amount', { act: name, amount: formatMoney(amountCents) });
  return memberName ? t('attempts.what.member', { what, name: memberName }) : what;
}

/** The number of what was made, where it has one. */
export function numberOf(result: unknown): string | null {
  const { receiptNo, documentNo, cardNo } = (result ?? {}) as Record<string, unknown>;
  const no = receiptNo ?? documentNo ?? cardNo;
  return typeof no === 'string' ? no : null;
}
