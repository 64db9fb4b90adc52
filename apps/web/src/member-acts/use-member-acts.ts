import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { useI18n } from 'vue-i18n';
import type { MemberDetail } from '../api/types.js';
import { useSession } from '../session/session.store.js';
import type { MemberAct } from './member-act.js';
import { memberActs } from './member-acts.js';

/** What the person signed in may do with a member, and why some of it can't be done for this one here and now. */
export function useMemberActs(
  member: MaybeRefOrGetter<MemberDetail | null | undefined>,
  cardNo: MaybeRefOrGetter<string | null>,
) {
  const session = useSession();
  const { t } = useI18n();
  const acts = computed(() =>
    toValue(member) ? memberActs.filter(({ permission }) => session.can(permission)) : [],
  );

  function reasonOf(act: MemberAct): string | undefined {
    const whom = toValue(member);
    if (!whom) return undefined;
    const key = act.reason?.(whom, toValue(cardNo));
    if (key !== undefined) return t(key);
    return act.needsTill && session.till === null ? t('memberActs.atTheTill') : undefined;
  }

  return { acts, reasonOf };
}
