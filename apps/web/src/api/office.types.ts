// What the API answers to the office. Generated from its description; words that a screen prefers stand on the left.
export type {
  AuditRow,
  BooksCheckView as BooksCheck,
  BooksFindingView as BooksFinding,
  CountedLevelView,
  ExportView,
  LevelView,
  MessageView as MessageRow,
  SettingView as SettingRow,
} from '#web/api-client';
import type { SettingView } from '#web/api-client';

export type SettingValue = SettingView['value'];
