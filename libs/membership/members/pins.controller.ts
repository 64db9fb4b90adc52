import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  Requires,
  RequiresAny,
} from '#kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MemberRef } from './member.dto.js';
import { MemberPermission } from './member.permissions.js';
import { MemberPins } from './member-pins.service.js';
import {
  ChangePinInput,
  PinChangedView,
  PinStateView,
  ResetPinInput,
  SetPinInput,
  UnlockPinInput,
} from './pin.dto.js';

@ApiTags('members')
@Controller('members/:id/pin')
export class PinsController {
  constructor(private readonly pins: MemberPins) {}

  /** Whether there is a PIN, and how often it may still be tried. Errors: member.not_found. */
  @Get()
  @RequiresAny(MemberPermission.changePin, MemberPermission.resetPin, MemberPermission.unlockPin)
  @ApiOkResponse({ type: PinStateView })
  state(@Param() { id }: MemberRef): Promise<PinStateView> {
    return this.pins.state(id);
  }

  /** The first PIN of a member who has none. Errors: member.pin_too_weak, member.pin_already_set. */
  @Post()
  @HttpCode(200)
  @Requires(MemberPermission.changePin)
  @ApiOkResponse({ type: PinChangedView })
  set(
    @Param() { id }: MemberRef,
    @Body() input: SetPinInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<PinChangedView>> {
    return this.pins.set(actor, id, input, key);
  }

  /**
   * Another PIN by who knows the old one. Errors: member.wrong_pin, member.pin_locked, member.too_many_wrong_pins,
   * member.pin_not_set, member.pin_too_weak.
   */
  @Put()
  @Requires(MemberPermission.changePin)
  @ApiOkResponse({ type: PinChangedView })
  change(
    @Param() { id }: MemberRef,
    @Body() input: ChangePinInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<PinChangedView>> {
    return this.pins.change(actor, id, input, key);
  }

  /**
   * Another PIN by staff who saw a document. Errors: member.identity_missing, member.wrong_document, member.pin_not_set,
   * member.pin_too_weak, and those of Approvals.assert.
   */
  @Post('reset')
  @HttpCode(200)
  @Requires(MemberPermission.resetPin)
  @ApiOkResponse({ type: PinChangedView })
  reset(
    @Param() { id }: MemberRef,
    @Body() input: ResetPinInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<PinChangedView>> {
    return this.pins.reset(actor, id, input, key);
  }

  /** Ends a lock before its time. Errors: member.not_found. */
  @Post('unlock')
  @HttpCode(200)
  @Requires(MemberPermission.unlockPin)
  @ApiOkResponse({ type: PinChangedView })
  unlock(
    @Param() { id }: MemberRef,
    @Body() input: UnlockPinInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<PinChangedView>> {
    return this.pins.unlock(actor, id, input, key);
  }
}
