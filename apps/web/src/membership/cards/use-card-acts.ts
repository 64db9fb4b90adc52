import { allows, type CardAct, type CardStatus } from '#membership/cards/rules';
import { ref } from 'vue';
import { errorMessage } from '../../api/error-message.js';
import { http } from '../../api/http.js';
import type { MemberDetail } from '../../api/types.js';
import type { MemberAct } from '../../member-acts/member-act.js';
import { memberActs } from '../../member-acts/member-acts.js';
import { notify } from '../../notify.js';
import { useSession } from '../../session/session.store.js';

/** The acts of the status table that have a dialog of their own, by the id of that dialog. */
const DIALOG_OF: Partial<Record<CardAct, string>> = {
  reportLost: 'report-lost',
  unfreeze: 'unfreeze-card',
  replace: 'replace-card',
  extend: 'extend-card',
  showCode: 'show-code',
  close: 'close-card',
};

interface ActedCard {
  cardNo: string;
  status: CardStatus;
  expiresOn: string | null;
  memberId: number | null;
}

/** What may be done with one card by whoever is signed in: the status table decides, then rights and the till. */
export function useCardActs() {
  const session = useSession();
  const act = ref<MemberAct | null>(null);
  const member = ref<MemberDetail>();
  const cardNo = ref<string | null>(null);

  function actsOf(card: ActedCard): MemberAct[] {
    if (card.memberId === null) return [];
    return (Object.entries(DIALOG_OF) as [CardAct, string][]).flatMap(([name, id]) => {
      const found = memberActs.find((each) => each.id === id);
      if (!found || !allows(card.status, name)) return [];
      if (name === 'extend' && card.expiresOn === null) return [];
      const may = session.can(found.permission) && (!found.needsTill || session.till !== null);
      return may ? [found] : [];
    });
  }

  /** What the owner of a wallet may have done with somebody else's card on it. */
  function familyActs({ status }: { status: CardStatus }): MemberAct[] {
    const ids = allows(status, 'unbind') ? ['family-limit', 'stop-family-card'] : [];
    return memberActs.filter(({ id, permission }) => ids.includes(id) && session.can(permission));
  }

  /** Opens the act's dialog for the card's member. */
  async function begin(chosen: MemberAct, card: ActedCard): Promise<void> {
    try {
      member.value = await http.get(`/members/${card.memberId as number}`);
      cardNo.value = card.cardNo;
      act.value = chosen;
    } catch (error) {
      notify('error', errorMessage(error));
    }
  }

  return { act, member, cardNo, actsOf, familyActs, begin };
}
