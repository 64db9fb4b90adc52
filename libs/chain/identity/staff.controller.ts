import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CurrentActor,
  Db,
  Requires,
  assertInScope,
  permissionCodesFor,
  type Actor,
  type Page,
} from '#kernel';
import { expandPermissions } from './role.rules.js';
import { RoleView, StaffPage, StaffQuery, type StaffView } from './staff.dto.js';
import { StaffPermission } from './staff.permissions.js';
import { staffList } from './staff-list.report.js';
import { StaffRepository } from './staff.repository.js';

@ApiTags('staff')
@Controller()
export class StaffController {
  constructor(
    private readonly db: Db,
    private readonly staff: StaffRepository,
  ) {}

  /** The people of the stores the asking person may see. Errors: access.store_forbidden. */
  @Get('staff')
  @Requires(StaffPermission.read)
  @ApiOkResponse({ type: StaffPage })
  list(@Query() query: StaffQuery, @CurrentActor() actor: Actor): Promise<Page<StaffView>> {
    const { q, storeId, roleId, active } = query;
    if (storeId) assertInScope(actor, storeId);
    const filters = {
      q,
      store: storeId ? [storeId] : null,
      role: roleId ? [roleId] : null,
      active,
    };
    const scope = { storeIds: actor.storeIds, chain: actor.allStores };
    return this.db.read((snapshot) => staffList.page(snapshot, filters, scope, query));
  }

  @Get('roles')
  @Requires(StaffPermission.read)
  @ApiOkResponse({ type: [RoleView] })
  async roles(): Promise<RoleView[]> {
    const roles = await this.staff.roles(this.db);
    return roles.map((role) => ({
      ...role,
      permissions: expandPermissions(role.permissions, permissionCodesFor(role)),
    }));
  }
}
