import { computed } from 'vue';
import { JOB_RUNNING } from '#web/web-kit';
import type { BellLine } from '../../office/bell.js';
import { useExports } from './reports.queries.js';

export const bell: BellLine = {
  id: 'exports',
  order: 30,
  label: 'reports.exportsRunning',
  permission: 'report.export',
  route: 'exports',
  useCount: () => {
    const { data } = useExports();
    return computed(
      () => (data.value ?? []).filter(({ status }) => JOB_RUNNING.has(status)).length,
    );
  },
};
