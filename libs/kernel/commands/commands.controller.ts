import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { type Actor, CurrentActor } from '../access/actor.js';
import { Authenticated } from '../access/guards.js';
import { CommandFates } from './command-fates.js';
import { UUID } from './commands.js';

class CommandRef {
  @ApiProperty({ format: 'uuid' }) @Matches(UUID) key!: string;
}

class CommandFateView {
  @ApiProperty() made!: boolean;
  /** What the command was, 'wallet.top_up'; null when it was never made. */
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  /** Its first answer. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  result!: object | null;
}

@ApiTags('commands')
@Controller('commands')
export class CommandsController {
  constructor(private readonly fates: CommandFates) {}

  /**
   * What became of the command of an Idempotency-Key whose answer was lost. If it was not made, it can't be made any more.
   * Errors: access.store_forbidden.
   */
  @Post(':key/closing')
  @HttpCode(200)
  @Authenticated()
  @ApiOkResponse({ type: CommandFateView })
  close(@Param() { key }: CommandRef, @CurrentActor() actor: Actor): Promise<CommandFateView> {
    return this.fates.close(actor, key);
  }
}
