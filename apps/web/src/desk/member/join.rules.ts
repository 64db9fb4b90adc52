import { isCardNo, typedCardNo } from '#membership/cards/rules';
import { foldPhone } from '#kernel/rules';
import type { Birthday, JoinInput } from '../../api/types.js';

/** Who joins, as it is typed. */
export interface Person {
  name: string;
  nickname: string;
  phone: string;
  gender: 'unknown' | 'female' | 'male';
  birthday: Birthday | null;
  levelId: number | null;
  smsMarketing: boolean;
  /** Custom fields of the chain; what is empty is not sent. */
  custom: Record<string, string | number | boolean | null>;
}

export const blankPerson = (): Person => ({
  ...{ name: '', nickname: '', phone: '', gender: 'unknown', birthday: null },
  ...{ levelId: null, smsMarketing: false, custom: {} },
});

export interface JoinForm extends Person {
  withCard: boolean;
  cardNo: string;
  pin: string;
  topUpCents: number | null;
  tender: string;
  reference?: string;
  ruleId: number | null;
  acceptLimit?: boolean;
}

/** What is sent when somebody joins: only what was filled in. */
export function joinRequest(
  form: JoinForm,
  charges: { cardDepositCents: number; cardFeeCents: number },
): JoinInput & { card?: { tender?: string } } {
  const { tender, reference } = form;
  const paid = { tender, ...(reference ? { reference } : {}) };
  const text = (value: string): string | undefined => value.trim() || undefined;
  const charged = charges.cardDepositCents + charges.cardFeeCents > 0;
  return {
    name: text(form.name),
    nickname: text(form.nickname),
    phone: text(foldPhone(form.phone)),
    gender: form.gender === 'unknown' ? undefined : form.gender,
    birthday: form.birthday ?? undefined,
    levelId: form.levelId ?? undefined,
    smsMarketing: form.smsMarketing,
    ...(Object.values(form.custom).some((value) => value !== null) ? { custom: form.custom } : {}),
    pin: text(form.pin),
    card: form.withCard
      ? {
          cardNo: typedCardNo(form.cardNo) || null,
          depositCents: charges.cardDepositCents,
          feeCents: charges.cardFeeCents,
          ...(charged ? paid : {}),
        }
      : undefined,
    topUp: form.topUpCents
      ? {
          amountCents: form.topUpCents,
          ...paid,
          ruleId: form.ruleId,
          ...(form.acceptLimit ? { acceptLimit: true } : {}),
        }
      : undefined,
  };
}

/** A name or a nickname is there, and neither came out of a card reader. */
export const isNamed = ({ name, nickname }: Person): boolean =>
  (name.trim() !== '' || nickname.trim() !== '') &&
  [name, nickname].every((text) => cardReadAsName(text) === null);

/** What is known so far of somebody who may be a member already. */
export const knownOf = ({ name, nickname, phone, birthday }: Person) => ({
  name: name.trim() || undefined,
  nickname: nickname.trim() || undefined,
  phone: phone.trim() || undefined,
  month: birthday?.month,
  day: birthday?.day,
});

/**
 * The number of a card whose reader was too slow to be known as one and wrote into a name; '' where only parts of its
 * stripe are left. Null: a name.
 */
export function cardReadAsName(text: string): string | null {
  const number = typedCardNo(text);
  if (isCardNo(number)) return number;
  return /^(?:[;%][\dB^=/?]*|[\d=]*\?)$/i.test(text.trim()) ? '' : null;
}

/** What was looked for in vain and may be of the new member: a whole phone, or a name in hanzi. */
export function whoWasMissed(asked: string): { phone?: string; name?: string } {
  const text = asked.trim();
  if (/^1\d{10}$/.test(text)) return { phone: text };
  return /^\p{Script=Han}{2,10}$/u.test(text) ? { name: text } : {};
}
