import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Db, Requires, storesOf, type Actor, type Page } from '#kernel';
import { auditList } from './audit-list.report.js';
import { AuditPage, AuditQuery, type AuditRow } from './audit.dto.js';
import { AuditPermission } from './audit.permissions.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly db: Db) {}

  /** Who changed what, the newest first. Errors: access.store_forbidden. */
  @Get()
  @Requires(AuditPermission.read)
  @ApiOkResponse({ type: AuditPage })
  list(@Query() query: AuditQuery, @CurrentActor() actor: Actor): Promise<Page<AuditRow>> {
    const { q, from, to, staffId, action, subjectKind, subjectId, storeId } = query;
    const filters = { q, period: { from, to }, staff: staffId, action, subjectKind, subjectId };
    const scope = { storeIds: storesOf(actor, storeId), chain: actor.allStores && !storeId };
    return this.db.read((snapshot) => auditList.page(snapshot, filters, scope, query));
  }
}
