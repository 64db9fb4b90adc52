import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#kernel';
import { SetSettingInput, SettingRef, SettingView } from './setting.dto.js';
import { SettingPermission } from './setting.permissions.js';
import { Settings } from './settings.service.js';

@ApiTags('settings')
@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Requires(SettingPermission.read)
  @ApiOkResponse({ type: [SettingView] })
  list(): Promise<SettingView[]> {
    return this.settings.list();
  }

  /** Errors: setting.not_found, record.changed, request.invalid. */
  @Put(':key')
  @Requires(SettingPermission.write)
  @ApiOkResponse({ type: SettingView })
  set(
    @Param() { key }: SettingRef,
    @Body() input: SetSettingInput,
    @CurrentActor() actor: Actor,
  ): Promise<SettingView> {
    return this.settings.set(actor, key, input);
  }
}
