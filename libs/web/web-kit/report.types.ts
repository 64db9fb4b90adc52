import type { ExportFormat } from './ExportButton.vue';
import type { JobView } from './job.types.js';
import type { FilterOption, ListParams, PageOf } from './list.types.js';

export interface ReportColumn {
  id: string;
  type: string;
  total?: 'sum';
  /** What the cell leads to; the row carries the id as saleId or memberId. */
  link?: string;
  /** Which words the codes of a choice have. */
  words?: string;
  sortable?: boolean;
}

export interface ReportFilter {
  id: string;
  type: 'period' | 'stores' | 'staff' | 'choice' | 'text' | (string & {});
  /** The query parameters it reads. */
  params: readonly string[];
  options?: readonly string[];
  fallback?: string;
}

/** What the server tells about a report; the page is drawn from it. */
export interface ReportDefinition {
  id: string;
  group: string;
  filters: readonly ReportFilter[];
  columns: readonly ReportColumn[];
  /** The flag of rows that count in no total; such rows are marked. */
  totalsUnless?: string;
  detail?: { columns: readonly ReportColumn[] };
  exportable?: boolean;
}

export type ReportRecord = Record<string, unknown>;

/** The server behind a report page. */
export interface ReportSource {
  rows(params: ListParams): Promise<PageOf<ReportRecord>>;
  detail(rowId: string | number): Promise<ReportRecord[]>;
  startExport(format: ExportFormat, params: ListParams, columns: string[]): Promise<JobView>;
  exportState(id: number): Promise<JobView>;
  cancelExport(id: number): Promise<void>;
  fileUrl(id: number): string;
}

/** Choices that the report's own definition doesn't bring (stores, staff), by filter type. */
export type ReportOptions = Record<string, readonly FilterOption[] | undefined>;
