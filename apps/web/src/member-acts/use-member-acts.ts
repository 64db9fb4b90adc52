import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import type { MemberDetail } from '../api/types.js';
import { useSession } from '../session/session.store.js';
import { memberActs } from './member-act.js';

/** What the person signed in may do with this member here and now. */
export function useMemberActs(
  member: MaybeRefOrGetter<MemberDetail | null | undefined>,
  cardNo: MaybeRefOrGetter<string | null>,
) {
  const session = useSession();
  return computed(() => {
    const whom = toValue(member);
    if (!whom) return [];
    return memberActs.filter(
      (act) =>
        session.can(act.permission) &&
        (!act.needsTill || session.till !== null) &&
        (act.when?.(whom, toValue(cardNo)) ?? true),
    );
  });
}
