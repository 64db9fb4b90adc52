import { computed } from 'vue';
import type { BellLine } from '../../office/bell.js';
import { useQueues } from './jobs.queries.js';

export const bell: BellLine = {
  id: 'jobs',
  order: 40,
  label: 'jobs.failedOnes',
  permission: 'job.read',
  route: 'jobs',
  useCount: () => {
    const { data } = useQueues();
    return computed(() => data.value?.failed ?? 0);
  },
};
