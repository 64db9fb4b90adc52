import { type Ref, readonly, shallowRef, watch } from 'vue';
import type { MemberDetail } from '../api/types.js';
import { type Served, withServed } from './served.rules.js';

const lately = shallowRef<Served[]>([]);

/** Who is at the counter of this window, and who was just before: where somebody is picked, the list begins with them. */
export const servedLately = readonly(lately);

/** Remembers who comes to the counter, until somebody else works there. */
export function rememberServed(
  member: Ref<MemberDetail | null>,
  staffId: Ref<number | undefined>,
): void {
  watch(staffId, (now, before) => {
    if (now !== undefined && now !== before) lately.value = [];
  });
  watch(
    () => member.value?.id,
    () => {
      if (!member.value) return;
      const { id, name, nickname, phoneMasked, level, homeStore, photo } = member.value;
      lately.value = withServed(lately.value, {
        id,
        name,
        nickname,
        phoneMasked,
        levelName: level.name,
        homeStoreName: homeStore.name,
        photo,
      });
    },
    { immediate: true },
  );
}
