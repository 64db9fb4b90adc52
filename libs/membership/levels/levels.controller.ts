import { type Actor, CurrentActor, type Page, Requires } from '#kernel';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type CountedLevelView,
  EditLevelInput,
  LevelPage,
  LevelQuery,
  LevelRef,
  LevelView,
} from './level.dto.js';
import { LevelPermission } from './level.permissions.js';
import { LevelsService } from './levels.service.js';

@ApiTags('levels')
@Controller('levels')
export class LevelsController {
  constructor(private readonly levels: LevelsService) {}

  /** All levels, lowest first. */
  @Get()
  @Requires(LevelPermission.read)
  @ApiOkResponse({ type: [LevelView] })
  list(): Promise<LevelView[]> {
    return this.levels.list();
  }

  /** The levels with how many members each has. Reads every member: for the page of levels, not for a choice of one. */
  @Get('counted')
  @Requires(LevelPermission.read)
  @ApiOkResponse({ type: LevelPage })
  counted(
    @Query() query: LevelQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<CountedLevelView>> {
    return this.levels.page(actor, query);
  }

  /** Changes a level's name and rates. Errors: level.not_found, record.changed, level.name_taken. */
  @Put(':id')
  @Requires(LevelPermission.write)
  @ApiOkResponse({ type: LevelView })
  edit(
    @Param() { id }: LevelRef,
    @Body() input: EditLevelInput,
    @CurrentActor() actor: Actor,
  ): Promise<LevelView> {
    return this.levels.edit(actor, id, input);
  }
}
