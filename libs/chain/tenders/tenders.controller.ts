import { type Actor, CurrentActor, type Page, Requires } from '#kernel';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  EditTenderInput,
  NewTenderInput,
  TenderPage,
  TenderQuery,
  TenderRef,
  TenderView,
} from './tender.dto.js';
import { TenderPermission } from './tender.permissions.js';
import { TendersService } from './tenders.service.js';

@ApiTags('tenders')
@Controller('tenders')
export class TendersController {
  constructor(private readonly tenders: TendersService) {}

  /** How the chain takes money. */
  @Get()
  @Requires(TenderPermission.manage)
  @ApiOkResponse({ type: TenderPage })
  list(@Query() query: TenderQuery, @CurrentActor() actor: Actor): Promise<Page<TenderView>> {
    return this.tenders.list(actor, query);
  }

  /** Errors: tender.code_taken, tender.name_taken, access.store_forbidden. */
  @Post()
  @Requires(TenderPermission.manage)
  @ApiCreatedResponse({ type: TenderView })
  create(@Body() input: NewTenderInput, @CurrentActor() actor: Actor): Promise<TenderView> {
    return this.tenders.create(actor, input);
  }

  /**
   * What it is stays once money was taken by it. Errors: tender.not_found, record.changed, tender.used, tender.cash_stays,
   * tender.name_taken, access.store_forbidden.
   */
  @Put(':id')
  @Requires(TenderPermission.manage)
  @ApiOkResponse({ type: TenderView })
  edit(
    @Param() { id }: TenderRef,
    @Body() input: EditTenderInput,
    @CurrentActor() actor: Actor,
  ): Promise<TenderView> {
    return this.tenders.edit(actor, id, input);
  }
}
