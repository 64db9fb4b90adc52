import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  type Actor,
  CurrentActor,
  type Page,
  PlainPageQuery,
  Requires,
  StreamedBody,
} from '#kernel';
import {
  ImportListQuery,
  ImportRef,
  ImportView,
  ImportViewPage,
  TemplateQuery,
  UploadQuery,
  WrongRowPage,
  type WrongRowView,
} from './import.dto.js';
import { ImportError } from './import.errors.js';
import { kindOf } from './import-kind.js';
import { ImportPermission } from './import.permissions.js';
import { templateWorkbook } from './import-template.js';
import { FIRST_KIND, ImportsService } from './imports.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const BINARY = { type: 'string', format: 'binary' } as const;

function attachment(plain: string, name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  /** Newest first. */
  @Get()
  @Requires(ImportPermission.members)
  @ApiOkResponse({ type: ImportViewPage })
  page(@Query() query: ImportListQuery, @CurrentActor() actor: Actor): Promise<Page<ImportView>> {
    return this.imports.page(actor, query);
  }

  /** The workbook to fill in. Errors: import.unknown_kind. */
  @Get('template')
  @Requires(ImportPermission.members)
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: BINARY })
  async template(@Query() { locale, kind = FIRST_KIND }: TemplateQuery): Promise<StreamableFile> {
    const asked = kindOf(kind);
    const name = `${asked.text[locale].templateName}.xlsx`;
    return new StreamableFile(await templateWorkbook(asked, locale), {
      type: XLSX,
      disposition: attachment(`${asked.text.en.templateName}.xlsx`, name),
    });
  }

  /** The file itself as the body, up to 30 MB. Errors: import.unknown_kind, import.file_too_large, import.file_empty, import.too_many. */
  @Post()
  @Requires(ImportPermission.members)
  @StreamedBody()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: BINARY })
  @ApiCreatedResponse({ type: ImportView })
  upload(
    @Query() query: UploadQuery,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ImportView> {
    if (!(request.body instanceof Readable)) throw ImportError.fileEmpty();
    return this.imports.upload(actor, query, request.body);
  }

  /** Errors: import.not_found. */
  @Get(':id')
  @Requires(ImportPermission.members)
  @ApiOkResponse({ type: ImportView })
  get(@Param() { id }: ImportRef, @CurrentActor() actor: Actor): Promise<ImportView> {
    return this.imports.get(actor, id);
  }

  /** Rows that can't be taken, and why. Errors: import.not_found. */
  @Get(':id/wrong-rows')
  @Requires(ImportPermission.members)
  @ApiOkResponse({ type: WrongRowPage })
  wrongRows(
    @Param() { id }: ImportRef,
    @Query() query: PlainPageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<WrongRowView>> {
    return this.imports.wrongRows(actor, id, query);
  }

  /** The same rows as a workbook to correct. Errors: import.not_found, import.no_error_file. */
  @Get(':id/error-file')
  @Requires(ImportPermission.members)
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: BINARY })
  async errorFile(
    @Param() { id }: ImportRef,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const { path, name, bytes } = await this.imports.errorFile(actor, id);
    return new StreamableFile(createReadStream(path), {
      type: XLSX,
      disposition: attachment(`members-not-imported-${id}.xlsx`, name),
      length: bytes,
    });
  }

  /** Stops it between two batches. Errors: import.not_found, import.wrong_step. */
  @Post(':id/cancellation')
  @HttpCode(200)
  @Requires(ImportPermission.members)
  @ApiOkResponse({ type: ImportView })
  cancel(@Param() { id }: ImportRef, @CurrentActor() actor: Actor): Promise<ImportView> {
    return this.imports.cancel(actor, id);
  }
}
