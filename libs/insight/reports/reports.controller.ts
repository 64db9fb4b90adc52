import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentActor, type Actor, FindsPeople } from '#kernel';
import type { ReportRow } from './report-engine.js';
import { ReportPage, ReportRef, ReportRowRef, ReportView } from './report.dto.js';
import { ReportsService } from './reports.service.js';

// Each report names its own right; the service checks it.
@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  /** The reports the signed-in person may open, with their filters and columns. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: [ReportView] })
  list(@CurrentActor() actor: Actor): Promise<ReportView[]> {
    return this.reports.list(actor);
  }

  /** A page with totals. Errors: report.not_found, access.forbidden, access.store_forbidden, request.invalid. */
  @Get(':reportId/rows')
  @FindsPeople()
  @Authenticated()
  @ApiOkResponse({ type: ReportPage })
  rows(
    @Param() { reportId }: ReportRef,
    @Query() query: Record<string, unknown>,
    @CurrentActor() actor: Actor,
  ): Promise<ReportPage> {
    return this.reports.rows(actor, reportId, query);
  }

  /** What a row opens to. Errors: report.not_found, report.row_not_found, access.forbidden. */
  @Get(':reportId/rows/:rowId/detail')
  @Authenticated()
  @ApiOkResponse({
    schema: { type: 'array', items: { type: 'object', additionalProperties: true } },
  })
  detail(
    @Param() { reportId, rowId }: ReportRowRef,
    @CurrentActor() actor: Actor,
  ): Promise<ReportRow[]> {
    return this.reports.detail(actor, reportId, rowId);
  }
}
