import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  Db,
  IdempotencyKey,
  Requires,
} from '#kernel';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ChangeLevelInput, LevelChangedView, LevelChangeRow } from './level-change.dto.js';
import { LevelChanges } from './level-changes.service.js';
import { MemberRef } from './member.dto.js';
import { MemberPermission } from './member.permissions.js';

@ApiTags('members')
@Controller('members/:id')
export class LevelChangesController {
  constructor(
    private readonly levelChanges: LevelChanges,
    private readonly db: Db,
  ) {}

  /** Sets a member's level by hand. Errors: member.not_found, record.changed. */
  @Post('level')
  @HttpCode(200)
  @Requires(MemberPermission.setLevel)
  @ApiOkResponse({ type: LevelChangedView })
  set(
    @Param() { id }: MemberRef,
    @Body() input: ChangeLevelInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<LevelChangedView>> {
    return this.levelChanges.setByHand(actor, id, input, key);
  }

  /** Every change of a member's level, the newest first. */
  @Get('level-changes')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: [LevelChangeRow] })
  history(@Param() { id }: MemberRef): Promise<LevelChangeRow[]> {
    return this.levelChanges.history(this.db, id);
  }
}
