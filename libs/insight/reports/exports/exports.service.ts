import { type Period } from '#kernel/lists';
import { existsSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import {
  Audit,
  can,
  Clock,
  Db,
  foldPhone,
  maskPhone,
  Outbox,
  phoneKind,
  type Actor,
} from '#kernel';
import { requestOf } from '../report-request.js';
import { ExportError } from '../report.errors.js';
import { REPORT_TEXT } from '../report.locale.js';
import { ReportsService } from '../reports.service.js';
import type { ExportInput, ExportView } from './export.dto.js';
import { ExportFiles } from './export-files.js';
import { ExportsRepository } from './exports.repository.js';

/** The right of members that shows a phone number whole; this library knows no capability, only its code. */
const FULL_PHONES = 'member.phone';
/** How many exports one person may have under way. */
const MAX_UNFINISHED = 5;

/** A person's exports: asked for, watched, cancelled, fetched. The worker makes them. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly db: Db,
    private readonly repository: ExportsRepository,
    private readonly reports: ReportsService,
    private readonly files: ExportFiles,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Errors: report.not_found, access.forbidden, access.store_forbidden, request.invalid, export.too_many. */
  ask(
    actor: Actor,
    reportId: string,
    { filters, format, locale, sort, columns }: ExportInput,
  ): Promise<ExportView> {
    const report = this.reports.find(actor, reportId);
    const request = requestOf(report, filters, this.reports.readerOf(actor), { sort, columns });
    const hasPhones = request.columns.some(([, { pii }]) => pii === 'phone');
    const fullPhones = hasPhones && can(actor, FULL_PHONES);
    const title = REPORT_TEXT[locale].reports[reportId] ?? reportId;
    const period = request.filters['period'] as Partial<Period> | null | undefined;
    const today = report.ofList ? [request.scope.today] : [];
    const dates = period ? [period.from, period.to] : today;
    const fileName = `${[title, ...dates].filter(Boolean).join('_')}.${format}`;
    return this.db.write(async (tx) => {
      if ((await this.repository.unfinished(tx, actor.staffId)) >= MAX_UNFINISHED)
        throw ExportError.tooMany({ limit: MAX_UNFINISHED });
      const job = await this.repository.insert(tx, {
        reportId,
        title,
        format,
        locale,
        fileName,
        staffId: actor.staffId,
        storeIds: request.scope.storeIds,
        fullPhones,
        asked: { filters, sort, columns, chain: request.scope.chain },
      });
      await this.audit.record(tx, actor, {
        action: 'report.export',
        subjectKind: 'export',
        subjectId: job.id,
        after: { reportId, format, filters: masked(filters), ...(hasPhones ? { fullPhones } : {}) },
      });
      await this.outbox.add(tx, { topic: 'export.requested', payload: { exportId: job.id } });
      return job;
    });
  }

  list(actor: Actor): Promise<ExportView[]> {
    return this.repository.ofStaff(this.db, actor.staffId);
  }

  /** Errors: export.not_found (also for somebody else's). */
  async get(actor: Actor, id: number): Promise<ExportView> {
    const job = await this.repository.find(this.db, actor.staffId, id);
    if (!job) throw ExportError.notFound();
    return job;
  }

  /** Stops what is not finished; takes away the file of what is. Errors: export.not_found. */
  async remove(actor: Actor, id: number): Promise<void> {
    const job = await this.get(actor, id);
    const now = this.clock.now();
    if (await this.repository.move(this.db, id, ['queued', 'running'], 'cancelled', now)) return;
    if (await this.repository.move(this.db, id, ['done'], 'expired', now))
      await this.files.remove(id, job.format);
  }

  /**
   * The file and the name to save it as. What its reader may see is judged again: rights and stores may have gone since.
   * Errors: export.not_found, export.not_ready, export.gone, export.no_longer_allowed, access.forbidden.
   */
  async file(
    actor: Actor,
    id: number,
  ): Promise<{ path: string; name: string; bytes: number; format: ExportView['format'] }> {
    const job = await this.get(actor, id);
    await this.assertStillAllowed(actor, id);
    if (job.status === 'expired') throw ExportError.gone();
    if (job.status !== 'done') throw ExportError.notReady({ status: job.status });
    const path = this.files.pathOf(id, job.format);
    if (!existsSync(path)) throw ExportError.gone();
    return {
      path,
      name: job.fileName ?? `${id}.${job.format}`,
      bytes: job.fileBytes ?? 0,
      format: job.format,
    };
  }

  private async assertStillAllowed(actor: Actor, id: number): Promise<void> {
    const contents = await this.repository.contents(this.db, actor.staffId, id);
    if (!contents) throw ExportError.notFound();
    this.reports.find(actor, contents.reportId);
    const isInScope = contents.storeIds.every((storeId) => actor.storeIds.includes(storeId));
    const mayReadPhones = !contents.fullPhones || can(actor, FULL_PHONES);
    const mayReadChain = !contents.chain || actor.allStores;
    if (!isInScope || !mayReadPhones || !mayReadChain) throw ExportError.noLongerAllowed();
  }
}

/** Audit rows are for ever: a whole phone that was looked for has no place in them. */
function masked(filters: Record<string, unknown>): Record<string, unknown> {
  const { q } = filters;
  const isPhone = typeof q === 'string' && phoneKind(foldPhone(q)) !== undefined;
  return isPhone ? { ...filters, q: maskPhone(foldPhone(q)) } : filters;
}
