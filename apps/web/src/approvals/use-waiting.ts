import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { useSession } from '../session/session.store.js';
import { approvalsApi } from './approvals.api.js';

const EVERY_MS = 15_000;

/** How many requests wait for this person's decision, looked up now and then. */
export function useWaiting(): ComputedRef<number> {
  const session = useSession();
  const { data } = useQuery({
    queryKey: ['approvals', 'waiting'],
    queryFn: approvalsApi.waiting,
    enabled: computed(() => session.can('approval.decide') && !session.locked),
    refetchInterval: EVERY_MS,
  });
  return computed(() => data.value?.count ?? 0);
}
