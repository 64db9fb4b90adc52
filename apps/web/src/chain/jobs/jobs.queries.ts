import { useQuery } from '@tanstack/vue-query';
import type { ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';
import { useSession } from '../../session/session.store.js';

const LOOK_EVERY_MS = 15_000;

export const loadJobs = (params: ListParams) => http.get('/jobs', params);

export const sendAgain = (ids: readonly number[]) =>
  http.post('/jobs/sent-again', { ids: [...ids] });

/** How the queues stand, for those who may see it. */
export function useQueues() {
  const session = useSession();
  return useQuery({
    queryKey: ['jobs', 'queues'],
    queryFn: () => http.get('/jobs/queues'),
    enabled: () => session.can('job.read'),
    refetchInterval: LOOK_EVERY_MS,
  });
}
