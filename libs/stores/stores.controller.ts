import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#kernel';
import { StoreRef, StoreView, UpdateStoreInput } from './store.dto.js';
import { StorePermission } from './store.permissions.js';
import { StoresService } from './stores.service.js';

@ApiTags('stores')
@Controller('stores')
export class StoresController {
  constructor(private readonly stores: StoresService) {}

  /** The stores the asking person may work in. */
  @Get()
  @Requires(StorePermission.read)
  @ApiOkResponse({ type: [StoreView] })
  list(@CurrentActor() actor: Actor): Promise<StoreView[]> {
    return this.stores.list(actor.storeIds);
  }

  /** Errors: store.not_found, store.head_office_stays, record.changed, access.store_forbidden. */
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
