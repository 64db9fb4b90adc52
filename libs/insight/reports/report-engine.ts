import { run, sql } from '#kernel/lists';
import { Injectable } from '@nestjs/common';
import { Db, maskPhone, type Sql } from '#kernel';
import { rowsOf, totalsOf, type ReportRequest } from './report-request.js';

export type ReportRow = Readonly<Record<string, unknown>> & { id: number };
export interface ReportTotals {
  rows: number;
  /** By column: the sum over the rows that count. */
  sums: Record<string, number>;
}

const FETCH = 1_000;

/** Rows as whoever asks may see them. */
function shown({ report, fullPhones }: ReportRequest, rows: readonly ReportRow[]): ReportRow[] {
  const phones = Object.entries(report.columns).filter(([, { pii }]) => pii === 'phone');
  if (fullPhones || !phones.length) return [...rows];
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(
      phones
        .filter(([, { isPii }]) => isPii?.(row) ?? true)
        .map(([id]) => [id, maskPhone(row[id] as string | null)]),
    ),
  }));
}

/** Runs any report: a page, its totals, what a row opens to, or all rows one batch after another. */
@Injectable()
export class ReportEngine {
  constructor(private readonly db: Db) {}

  /** A page and the totals of all pages, of one moment. */
  page(
    request: ReportRequest,
    limit: number,
    offset: number,
  ): Promise<{ rows: ReportRow[]; totals: ReportTotals }> {
    return this.db.read(async (snapshot) => ({
      rows: shown(
        request,
        await run<ReportRow>(snapshot, sql`${rowsOf(request)} LIMIT ${limit} OFFSET ${offset}`),
      ),
      totals: await this.totals(snapshot, request),
    }));
  }

  detail(
    { report, scope }: Pick<ReportRequest, 'report' | 'scope'>,
    rowId: number,
  ): Promise<ReportRow[]> {
    return report.detail
      ? run<ReportRow>(this.db, report.detail.query(rowId, scope))
      : Promise.resolve([]);
  }

  /**
   * All rows, of one moment, in batches that fit in memory. `start` gets the totals before the first batch;
   * whatever `each` throws ends the reading.
   */
  stream(
    request: ReportRequest,
    start: (totals: ReportTotals) => Promise<void>,
    each: (rows: ReportRow[]) => Promise<void>,
  ): Promise<void> {
    return this.db.read(async (snapshot) => {
      await start(await this.totals(snapshot, request));
      await run(snapshot, sql`DECLARE report_rows NO SCROLL CURSOR FOR ${rowsOf(request)}`);
      for (;;) {
        const rows = await snapshot.query<ReportRow>(`FETCH ${FETCH} FROM report_rows`);
        if (rows.length) await each(shown(request, rows));
        if (rows.length < FETCH) return;
      }
    });
  }

  private async totals(on: Sql, request: ReportRequest): Promise<ReportTotals> {
    const [row] = await run<Record<string, number>>(on, totalsOf(request));
    const { rows = 0, ...sums } = row ?? {};
    return { rows, sums };
  }
}
