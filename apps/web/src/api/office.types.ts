// What the API answers to the office. Generated from its description; words that a screen prefers stand on the left.
export type {
  AuditRow,
  BooksCheckView as BooksCheck,
  BooksFindingView as BooksFinding,
  BooksVerificationView as BooksVerification,
  CountedLevelView,
  ExportView,
  LevelView,
  MessageView as MessageRow,
  OverviewView,
  SettingView as SettingRow,
} from '#api-client';
import type { SettingView } from '#api-client';

export type SettingValue = SettingView['value'];
