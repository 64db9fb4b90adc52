// What the browser shares about approvals.
export {
  type ApprovalFacts,
  isSameAct,
  REQUEST_STATUSES,
  type RequestStatus,
} from './approval.rules.js';
export { type ApprovalLimit, type DaySums, dayLimitReached } from './day-limit.rules.js';
