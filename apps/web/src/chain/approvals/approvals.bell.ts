import { useWaiting } from '../../approvals/use-waiting.js';
import type { BellLine } from '../../office/bell.js';

export const bell: BellLine = {
  id: 'approvals',
  order: 10,
  label: 'approvals.inbox',
  permission: 'approval.decide',
  route: 'approvals',
  useCount: useWaiting,
};
