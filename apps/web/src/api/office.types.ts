export type SettingValue = string | number | boolean;
export interface SettingRow {
  key: string;
  group: string;
  type: 'cents' | 'whole' | 'flag' | 'choice' | 'text';
  value: SettingValue;
  default: SettingValue;
  version: number;
  changedAt: string | null;
  options?: string[];
  min?: number;
  max?: number;
  unit?: string;
}
export interface LevelView {
  id: number;
  code: string;
  name: string;
  rank: number;
  payRateBps: number;
  pointsPerYuanBps: number;
  memberCount: number;
}

export interface MessageRow {
  id: number;
  at: string;
  storeId: number;
  storeName: string;
  memberId: number | null;
  memberName: string | null;
  phoneMasked: string | null;
  kind: string;
  body: string;
  segments: number;
  status: string;
  reason: string | null;
  driver: string | null;
  sentAt: string | null;
}
export type ExportStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired';
export interface ExportView {
  id: number;
  reportId: string;
  title: string;
  status: ExportStatus | (string & {});
  rowsDone: number;
  rowsTotal: number | null;
  fileName: string | null;
  fileBytes: number | null;
  createdAt: string;
  finishedAt: string | null;
  expiresAt: string | null;
  errorCode: string | null;
}
export interface OverviewFigures {
  receivedCents: number;
  consumptionCents: number;
  principalLiabilityCents: number;
  bonusLiabilityCents: number;
  newMembers: number;
  activeMembers: number;
}
export interface OverviewView extends OverviewFigures {
  previous: OverviewFigures;
  days: { date: string; consumptionCents: number }[];
  birthdaysToday: number;
  lowStock: number;
  lastVerification: { at: string; clean: boolean } | null;
}
export interface BooksCheck {
  name: string;
  durationMs: number;
  findings: number;
}
export interface BooksFinding {
  check: string;
  subject: string;
  left: string;
  right: string;
}
export interface BooksVerification {
  id: number;
  startedAt: string;
  durationMs: number;
  /** Each check with its count; an older run may know only how many there were. */
  checks: BooksCheck[] | number;
  findings: BooksFinding[];
}
export interface AuditRow {
  id: number;
  at: string;
  staffName: string | null;
  storeName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string | number | null;
  before?: unknown;
  after?: unknown;
  reason: string | null;
}
