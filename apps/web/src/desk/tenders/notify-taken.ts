import { formatMoney } from '../../format/format.js';
import { t } from '../../i18n/i18n.js';
import { notify } from '../../notify.js';
import type { TakenMoney } from './tender.rules.js';

/** An act is done; what the cashier still has to hand back is said with it. */
export function notifyTaken(done: string, { changeCents }: TakenMoney): void {
  const change = t('desk.pay.changeOf', { amount: formatMoney(changeCents) });
  notify('success', changeCents > 0 ? `${done} · ${change}` : done);
}
