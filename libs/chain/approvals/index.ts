export { ACT_POLICY, type Act, type ActPolicy } from './act-policy.js';
export { approvalSubject } from './approval-subjects.js';
export { ApprovalInput } from './approval.dto.js';
export { ApprovalError } from './approval.errors.js';
export { ApprovalRequests } from './approval-requests.service.js';
export { ApprovalPermission } from './approval.permissions.js';
export { approvalsManifest } from './approvals.manifest.js';
export { ApprovalsModule } from './approvals.module.js';
export {
  type ApprovableAct,
  Approvals,
  type DayStanding,
  type JudgedAct,
} from './approvals.service.js';
export { LateUndo, type Undoing, UndoPermission } from './late-undo.service.js';
export { hashStaffPin } from './staff-pins.service.js';
export * from './rules.js';
