import { foldPhone, phoneKind } from '#kernel/rules';
import { type Ref, ref, watch } from 'vue';
import type { DuplicateView } from '../../api/types.js';
import { type Asked, findDuplicates } from './member-record.queries.js';

const PAUSE_MS = 400;

/** Looks for records of the same person while somebody types; silent when it can't. */
export function useDuplicates(asked: Ref<Asked | null>) {
  const found = ref<DuplicateView[]>([]);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  async function look(query: Asked, mine: number): Promise<void> {
    try {
      const { phone = '', ...rest } = query;
      const whole = phoneKind(foldPhone(phone)) ? { phone } : {};
      const members = await findDuplicates({ ...rest, ...whole });
      if (mine === turn) found.value = members;
    } catch {
      if (mine === turn) found.value = [];
    }
  }

  watch(
    () => JSON.stringify(asked.value),
    () => {
      clearTimeout(waiting);
      turn += 1;
      const mine = turn;
      const query = asked.value;
      if (!query || !isTelling(query)) {
        found.value = [];
        return;
      }
      waiting = setTimeout(() => void look(query, mine), PAUSE_MS);
    },
  );
  return found;
}

/** A whole phone, or a name with a day of birth. */
export function isTelling({ phone, name, nickname, month, day }: Asked): boolean {
  if (phone && phoneKind(foldPhone(phone))) return true;
  return Boolean((name || nickname) && month && day);
}
