import { type Actor, Authenticated, CurrentActor } from '#kernel';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ChangeListViewInput,
  LayoutInput,
  ListRef,
  ListStateView,
  ListViewRef,
  ListViewView,
  NewListViewInput,
} from './list-view.dto.js';
import { ListViewsService } from './list-views.service.js';

// Which data a list shows is the business of its own route: a view is only how somebody looks at it.
@ApiTags('list-views')
@Controller('list-views')
export class ListViewsController {
  constructor(private readonly views: ListViewsService) {}

  /** A person's columns of a list, their views and the shared ones. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: ListStateView })
  state(@Query() { list }: ListRef, @CurrentActor() actor: Actor): Promise<ListStateView> {
    return this.views.state(actor, list);
  }

  /** The columns that are shown, in their order and width. */
  @Put('layouts/:list')
  @HttpCode(204)
  @Authenticated()
  setLayout(
    @Param() { list }: ListRef,
    @Body() { columns }: LayoutInput,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.views.setLayout(actor, list, columns);
  }

  /** Back to the columns that the list brings. */
  @Delete('layouts/:list')
  @HttpCode(204)
  @Authenticated()
  resetLayout(@Param() { list }: ListRef, @CurrentActor() actor: Actor): Promise<void> {
    return this.views.resetLayout(actor, list);
  }

  /** Saves a view. Errors: list_view.name_taken, list_view.too_many, access.forbidden (sharing needs list_view.share). */
  @Post()
  @Authenticated()
  @ApiCreatedResponse({ type: ListViewView })
  create(@Body() input: NewListViewInput, @CurrentActor() actor: Actor): Promise<ListViewView> {
    return this.views.create(actor, input);
  }

  /** Errors: list_view.not_found, record.changed, list_view.name_taken, access.forbidden. */
  @Put(':id')
  @Authenticated()
  @ApiOkResponse({ type: ListViewView })
  change(
    @Param() { id }: ListViewRef,
    @Body() input: ChangeListViewInput,
    @CurrentActor() actor: Actor,
  ): Promise<ListViewView> {
    return this.views.change(actor, id, input);
  }

  /** Errors: list_view.not_found. */
  @Delete(':id')
  @HttpCode(204)
  @Authenticated()
  remove(@Param() { id }: ListViewRef, @CurrentActor() actor: Actor): Promise<void> {
    return this.views.remove(actor, id);
  }
}
