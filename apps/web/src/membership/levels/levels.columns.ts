import type { Column } from '#web/web-kit';
import type { CountedLevelView } from '../../api/types.js';

export const levelColumns: Column<CountedLevelView>[] = [
  { id: 'name', label: 'levels.name', sortable: true },
  { id: 'code', label: 'levels.code' },
  { id: 'rank', label: 'levels.rank', type: 'number', sortable: true, hidden: true },
  { id: 'payRateBps', label: 'levels.payRate', align: 'right', sortable: true },
  { id: 'pointsPerYuan', label: 'levels.points', align: 'right', sortable: true },
  { id: 'memberCount', label: 'levels.memberCount', type: 'number', figure: true },
  { id: 'acts', label: 'levels.acts', align: 'right', control: true },
];
