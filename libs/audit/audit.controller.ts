import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Db, Requires, pageOf, type Actor, type Page } from '#kernel';
import { AuditPage, AuditQuery, type AuditRow } from './audit.dto.js';
import { AuditPermission } from './audit.permissions.js';
import { AuditRepository } from './audit.repository.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly db: Db,
    private readonly repository: AuditRepository,
  ) {}

  /** Who changed what, the newest first. */
  @Get()
  @Requires(AuditPermission.read)
  @ApiOkResponse({ type: AuditPage })
  async list(@Query() query: AuditQuery, @CurrentActor() actor: Actor): Promise<Page<AuditRow>> {
    const { page, pageSize } = pageOf(query);
    return {
      ...(await this.db.read((sql) => this.repository.page(sql, actor, query))),
      page,
      pageSize,
    };
  }
}
