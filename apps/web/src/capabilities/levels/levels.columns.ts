import type { Column } from '#web-kit';
import type { LevelView } from '../../api/types.js';

export const levelColumns: Column<LevelView>[] = [
  { id: 'name', label: 'levels.name' },
  { id: 'code', label: 'levels.code' },
  { id: 'payRateBps', label: 'levels.payRate', align: 'right' },
  { id: 'pointsPerYuanBps', label: 'levels.points', align: 'right' },
  { id: 'memberCount', label: 'levels.memberCount', type: 'number' },
  { id: 'acts', label: 'levels.acts', align: 'right' },
];
