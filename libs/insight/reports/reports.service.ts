import {
  CHAIN_TIMEZONE,
  type ColumnSpec,
  readWords,
  type Report,
  REPORTS,
  type ReportScope,
} from '#kernel/lists';
import { Injectable } from '@nestjs/common';
import { AccessError, can, Clock, dateIn, Db, DomainError, type Actor } from '#kernel';
import { ReportEngine, type ReportRow } from './report-engine.js';
import { requestOf } from './report-request.js';
import type { ReportColumnView, ReportPage, ReportView } from './report.dto.js';
import { ReportError } from './report.errors.js';
import { ReportPermission } from './report.permissions.js';

const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 200;
const MAX_PAGE = 100_000;

@Injectable()
export class ReportsService {
  constructor(
    private readonly db: Db,
    private readonly engine: ReportEngine,
    private readonly clock: Clock,
  ) {}

  /** The reports this person may open. */
  async list(actor: Actor): Promise<ReportView[]> {
    await readWords(this.db);
    // In an order of their own: that of the imports means nothing.
    const inIndex = REPORTS.filter(({ ofList }) => !ofList).sort((a, b) => (a.id < b.id ? -1 : 1));
    return inIndex
      .filter((report) => can(actor, report.permission))
      .map((report) => ({
        ...viewOf(report),
        exportable: can(actor, ReportPermission.export),
      }));
  }

  /** Errors: report.not_found, access.forbidden, access.store_forbidden, request.invalid. */
  async rows(
    actor: Actor,
    id: string,
    query: Readonly<Record<string, unknown>>,
  ): Promise<ReportPage> {
    const { page: rawPage, pageSize: rawSize, sort, ...filters } = query;
    const page = wholeOf('page', rawPage, 1, MAX_PAGE);
    const pageSize = wholeOf('pageSize', rawSize, DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
    const request = requestOf(
      this.find(actor, id),
      filters,
      this.readerOf(actor),
      sort === undefined || sort === '' ? {} : { sort: String(sort) },
    );
    const { rows, totals } = await this.engine.page(request, pageSize, (page - 1) * pageSize);
    return { rows, total: totals.rows, page, pageSize, totals: totals.sums };
  }

  /** What a row opens to; nothing for a row of a store this person may not see. Errors: report.row_not_found. */
  async detail(actor: Actor, id: string, rowId: number): Promise<ReportRow[]> {
    const report = this.find(actor, id);
    const rows = await this.engine.detail({ report, scope: this.readerOf(actor) }, rowId);
    if (!rows.length) throw ReportError.rowNotFound();
    return rows;
  }

  /** The stores the person may see, on the chain's date. */
  readerOf({
    storeIds,
    allStores,
    staffId,
  }: Pick<Actor, 'storeIds' | 'allStores' | 'staffId'>): ReportScope {
    return { storeIds, chain: allStores, staffId, today: dateIn(this.clock.now(), CHAIN_TIMEZONE) };
  }

  /** Errors: report.not_found, access.forbidden. */
  find(actor: Actor, id: string): Report {
    const report = REPORTS.find((candidate) => candidate.id === id);
    if (!report) throw ReportError.notFound();
    if (!can(actor, report.permission))
      throw AccessError.forbidden({ permission: report.permission });
    return report;
  }
}

function viewOf(report: Report): Omit<ReportView, 'exportable'> {
  return {
    id: report.id,
    group: report.group,
    filters: Object.entries(report.filters).map(([id, { type, params, options, fallback }]) => ({
      id,
      type,
      params: [...params],
      ...(options ? { options: [...(typeof options === 'function' ? options() : options)] } : {}),
      ...(fallback === undefined ? {} : { fallback }),
    })),
    columns: columnsOf(report.columns),
    orderBy: [...report.orderBy],
    ...(report.totalsUnless ? { totalsUnless: report.totalsUnless } : {}),
    ...(report.detail ? { detail: { columns: columnsOf(report.detail.columns) } } : {}),
  };
}

function columnsOf(columns: Readonly<Record<string, ColumnSpec>>): ReportColumnView[] {
  return Object.entries(columns).map(([id, { type, total, link, words, sortable }]) => ({
    id,
    type,
    sortable,
    ...(total ? { total } : {}),
    ...(link ? { link } : {}),
    ...(words ? { words } : {}),
  }));
}

function wholeOf(field: string, value: unknown, fallback: number, max: number): number {
  if (value === undefined || value === '') return fallback;
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (number >= 1 && number <= max) return number;
  throw new DomainError('request.invalid', 422, {}, [{ field, code: 'field.is_int' }]);
}
