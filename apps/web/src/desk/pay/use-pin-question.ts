import { asksPin } from '#membership/members/rules';
import { ApiError, formatMoney } from '#web/web-kit';
import { type Ref, ref, watch } from 'vue';
import { t } from '../../i18n/i18n.js';
import { useDeskSettings } from '../desk-settings.js';
import type { DeskDraft } from '../draft/use-draft.js';
import type { DeskMember } from '../member/use-desk-member.js';
import { useValueTenders } from '../tenders/use-value-tenders.js';
import * as rules from './payment.rules.js';

interface PinQuestion {
  amountCents: number;
  /** The tenders of value that pay it. */
  pays: rules.Tender[];
  /** Whose PIN it is. */
  memberId: number | null;
  name: string;
  isOwner: boolean;
  /** Paid today without one, where only together with that it is asked for; else 0. */
  earlierCents: number;
  /** Set after a wrong PIN. */
  attemptsLeft: number | null;
  /** Another person has to agree: the PIN was set today. */
  second: boolean;
  /** What it is asked for: another payment needs another question. */
  tenders: readonly rules.TenderAmount[];
}
type Asking = Partial<Pick<PinQuestion, 'attemptsLeft' | 'second' | 'tenders'>>;

interface Paying {
  payment: Readonly<Ref<rules.Payment>>;
  walletCents: Readonly<Ref<number>>;
  ownCents: Readonly<Ref<number>>;
}

/** The question for the member's PIN. It is asked for one payment, and the payment may not change behind it. */
export function usePinQuestion(
  { draft }: DeskDraft,
  member: DeskMember,
  { payment, walletCents, ownCents }: Paying,
  problem: Ref<unknown>,
) {
  const settings = useDeskSettings();
  const values = useValueTenders();
  const question = ref<PinQuestion | null>(null);
  const tendersNow = () => rules.tenderRequest(payment.value);
  const asked = () =>
    member.pinAsked(walletCents.value, settings.value.pinLimitCents, ownCents.value);

  /** Where nobody has a PIN the server says so. */
  function isNeeded(): boolean {
    const who = asked();
    // The server says why both can't be shown.
    if (who === 'none' || who === 'both') return false;
    const { payer } = member;
    return who === 'payer' && payer.value
      ? payer.value.hasPin
      : member.member.value?.hasPin === true;
  }

  function ask({ attemptsLeft = null, second = false, tenders = tendersNow() }: Asking = {}): void {
    if (sayChange(tenders)) return;
    const amountCents = walletCents.value + ownCents.value;
    const { pinLimitCents } = settings.value;
    const day = { limitCents: pinLimitCents, withoutPinCents: member.withoutPinCents.value };
    const isByDay = amountCents <= pinLimitCents && asksPin(amountCents, day);
    const earlierCents = isByDay ? day.withoutPinCents : 0;
    const owner = asked() === 'holder' ? null : member.payer.value;
    const name = owner?.name ?? member.name.value ?? '';
    const memberId = owner?.memberId ?? draft.value.memberId;
    const isOwner = owner !== null;
    const pays = tenders.map(({ tender }) => tender).filter((tender) => values.find(tender));
    const whose = { memberId, name, isOwner };
    question.value = {
      ...{ amountCents, pays, earlierCents, ...whose, attemptsLeft, second, tenders },
    };
  }

  /** Another balance made another payment of it: it is said with both figures, and the PIN is not taken for it. */
  function sayChange(before: readonly rules.TenderAmount[]): boolean {
    const changes = rules.changedTenders(before, tendersNow());
    if (changes.length === 0) return false;
    question.value = null;
    const words = changes.map(({ tender, beforeCents, nowCents }) =>
      t('desk.pin.change', {
        tender: t(`tender.${tender}`),
        before: formatMoney(beforeCents),
        now: formatMoney(nowCents),
      }),
    );
    const params = { changes: words.join(t('desk.pin.comma')) };
    problem.value = new ApiError({ status: 409, code: 'payment.changed', params });
    return true;
  }

  watch(
    () => rules.changedTenders(question.value?.tenders ?? [], tendersNow()).length,
    () => question.value && sayChange(question.value.tenders),
    { flush: 'sync' },
  );

  return { question, isNeeded, ask };
}
