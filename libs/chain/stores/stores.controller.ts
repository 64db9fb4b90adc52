import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor, type Page } from '#kernel';
import { StorePage, StoreQuery, StoreRef, StoreView, UpdateStoreInput } from './store.dto.js';
import { StorePermission } from './store.permissions.js';
import { StoresService } from './stores.service.js';

@ApiTags('stores')
@Controller('stores')
export class StoresController {
  constructor(private readonly stores: StoresService) {}

  /** The stores the asking person may work in. */
  @Get()
  @Requires(StorePermission.read)
  @ApiOkResponse({ type: StorePage })
  list(@Query() query: StoreQuery, @CurrentActor() actor: Actor): Promise<Page<StoreView>> {
    return this.stores.page(actor, query);
  }

  /** Errors: store.not_found, store.head_office_stays, store.name_taken, record.changed, access.store_forbidden. */
  @Put(':id')
  @Requires(StorePermission.write)
  @ApiOkResponse({ type: StoreView })
  update(
    @Param() { id }: StoreRef,
    @Body() input: UpdateStoreInput,
    @CurrentActor() actor: Actor,
  ): Promise<StoreView> {
    return this.stores.update(actor, id, input);
  }
}
