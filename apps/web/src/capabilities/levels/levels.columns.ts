import type { Column } from '#web-kit';
import type { CountedLevelView } from '../../api/types.js';

export const levelColumns: Column<CountedLevelView>[] = [
  { id: 'name', label: 'levels.name' },
  { id: 'code', label: 'levels.code' },
  { id: 'payRateBps', label: 'levels.payRate', align: 'right' },
  { id: 'pointsPerYuanBps', label: 'levels.points', align: 'right' },
  { id: 'memberCount', label: 'levels.memberCount', type: 'number' },
  { id: 'acts', label: 'levels.acts', align: 'right', control: true },
];
