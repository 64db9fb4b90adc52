import { type Actor, type ActorRequest, Authenticated, CurrentActor } from '#kernel';
import { StaffPasswords } from '#chain/identity';
import { Body, Controller, Get, HttpCode, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SetStaffPinInput, StaffPinView } from './approval.dto.js';
import { StaffPins } from './staff-pins.service.js';

@ApiTags('session')
@Controller('session/pin')
export class StaffPinController {
  constructor(
    private readonly passwords: StaffPasswords,
    private readonly pins: StaffPins,
  ) {}

  @Get()
  @Authenticated()
  @ApiOkResponse({ type: StaffPinView })
  view(@CurrentActor() actor: Actor): Promise<StaffPinView> {
    return this.pins.view(actor);
  }

  /** One's own PIN for approvals. Errors: session.wrong_password, session.too_many_attempts, approval.pin_too_weak. */
  @Put()
  @Authenticated()
  @HttpCode(204)
  @ApiNoContentResponse()
  async set(
    @Body() input: SetStaffPinInput,
    @CurrentActor() actor: Actor,
    @Req() request: ActorRequest,
  ): Promise<void> {
    await this.passwords.assertOwn(actor, request.ip, input.password);
    await this.pins.set(actor, input.pin);
  }
}
