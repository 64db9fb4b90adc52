import type { FileLanguage } from '#kernel/lists/rules';
import { en } from './report-en.locale.js';
import type {
  AdjustmentKindCode,
  CardOriginCode,
  CardStatusCode,
  PayoutKindCode,
} from './report-words.js';
import { zh } from './report-zh.locale.js';

/** Every word of the reports, for the screen and for the files: by report, column, filter and code. */
export interface ReportText {
  reports: Record<string, string>;
  groups: Record<string, string>;
  columns: Record<string, string>;
  filters: Record<string, string>;
  options: Record<string, Record<string, string>>;
  /** Columns that mean something else in one report. */
  columnsOf: Record<string, Record<string, string>>;
  codes: {
    cardStatus: Record<CardStatusCode, string>;
    cardOrigin: Record<CardOriginCode, string>;
    payoutKind: Record<PayoutKindCode, string>;
    adjustmentKind: Record<AdjustmentKindCode, string>;
  };
  flags: { true: string; false: string };
  file: {
    totals: string;
    rows: string;
    made: string;
    allStores: string;
    listSeparator: string;
    range: string;
    sheet: string;
  };
}

export const REPORT_TEXT: Record<FileLanguage, ReportText> = { 'zh-CN': zh, en };

/** What a filter is called in a report: as the column that it narrows, where that has a name of its own there. */
export const filterTitle = (text: ReportText, reportId: string, filterId: string): string =>
  text.columnsOf[reportId]?.[filterId] ?? text.filters[filterId] ?? filterId;

/** What a column is called in a report. */
export const columnTitle = (text: ReportText, reportId: string, columnId: string): string =>
  text.columnsOf[reportId]?.[columnId] ?? text.columns[columnId] ?? columnId;
