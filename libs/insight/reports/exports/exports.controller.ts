import { createReadStream } from 'node:fs';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Authenticated, CurrentActor, Requires, type Actor, FindsPeople } from '#kernel';
import { ReportRef } from '../report.dto.js';
import { ReportPermission } from '../report.permissions.js';
import type { ExportFormat } from '../report-words.js';
import { ExportInput, ExportRef, ExportView } from './export.dto.js';
import { ExportsService } from './exports.service.js';

const TYPES: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

@ApiTags('reports')
@Controller()
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  /** Errors: report.not_found, access.forbidden, access.store_forbidden, request.invalid, export.too_many. */
  @Post('reports/:reportId/exports')
  @FindsPeople()
  @Requires(ReportPermission.export)
  @ApiCreatedResponse({ type: ExportView })
  ask(
    @Param() { reportId }: ReportRef,
    @Body() input: ExportInput,
    @CurrentActor() actor: Actor,
  ): Promise<ExportView> {
    return this.exports.ask(actor, reportId, input);
  }

  /** The signed-in person's own, newest first. */
  @Get('exports')
  @Authenticated()
  @ApiOkResponse({ type: [ExportView] })
  list(@CurrentActor() actor: Actor): Promise<ExportView[]> {
    return this.exports.list(actor);
  }

  /** Errors: export.not_found. */
  @Get('exports/:id')
  @Authenticated()
  @ApiOkResponse({ type: ExportView })
  get(@Param() { id }: ExportRef, @CurrentActor() actor: Actor): Promise<ExportView> {
    return this.exports.get(actor, id);
  }

  /** Cancels, or removes the file of one that is done. Errors: export.not_found. */
  @Delete('exports/:id')
  @HttpCode(204)
  @Authenticated()
  remove(@Param() { id }: ExportRef, @CurrentActor() actor: Actor): Promise<void> {
    return this.exports.remove(actor, id);
  }

  /** The file itself, for the person who asked for it. Errors: export.not_found, export.not_ready, export.gone. */
  @Get('exports/:id/file')
  @Requires(ReportPermission.export)
  @ApiProduces(...Object.values(TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@Param() { id }: ExportRef, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { path, name, bytes, format } = await this.exports.file(actor, id);
    const encoded = encodeURIComponent(name).replace(
      /['()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    return new StreamableFile(createReadStream(path), {
      type: TYPES[format],
      disposition: `attachment; filename="export-${id}.${format}"; filename*=UTF-8''${encoded}`,
      ...(bytes ? { length: bytes } : {}),
    });
  }
}
