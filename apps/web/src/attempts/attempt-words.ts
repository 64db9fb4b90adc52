import type { About } from '#web/web-kit';
import { formatMoney } from '../format/format.js';
import { t } from '../i18n/i18n.js';

/** "top-up of 60.00 for 周若彤": an attempt by its act, amount, member and paper, as far as they are known. */
export function attemptWords(
  { act, amountCents, receiptNo }: About,
  memberName?: string | null,
): string {
  let what = t(`attempts.acts.${act}`);
  if (amountCents !== undefined)
    what = t('attempts.what.amount', { act: what, amount: formatMoney(amountCents) });
  if (memberName) what = t('attempts.what.member', { what, name: memberName });
  return receiptNo ? t('attempts.what.receipt', { what, no: receiptNo }) : what;
}

/** The number of what was made, where it has one. */
export function numberOf(result: unknown): string | null {
  const { receiptNo, documentNo, cardNo } = (result ?? {}) as Record<string, unknown>;
  const no = receiptNo ?? documentNo ?? cardNo;
  return typeof no === 'string' ? no : null;
}
