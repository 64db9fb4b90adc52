import type { MemberCard } from '../../api/types.js';

/** The card that stands in for a replaced one: the newest that can be used on the same wallet; undefined: none. */
export function newCardOf(
  cards: readonly MemberCard[],
  replaced: MemberCard,
): MemberCard | undefined {
  return cards
    .filter(
      ({ id, status, payer }) =>
        status === 'active' && id > replaced.id && payer?.memberId === replaced.payer?.memberId,
    )
    .sort((a, b) => b.id - a.id)[0];
}
