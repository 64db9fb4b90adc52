import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#kernel';
import { OverviewQuery, OverviewView } from './overview.dto.js';
import { OverviewPermission } from './overview.permissions.js';
import { OverviewService } from './overview.service.js';

@ApiTags('overview')
@Controller('overview')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  /** Business dates, both ends included; at most a year. Errors: access.store_forbidden, request.invalid. */
  @Get()
  @Requires(OverviewPermission.read)
  @ApiOkResponse({ type: OverviewView })
  show(@Query() query: OverviewQuery, @CurrentActor() actor: Actor): Promise<OverviewView> {
    return this.overview.show(actor, query);
  }
}
