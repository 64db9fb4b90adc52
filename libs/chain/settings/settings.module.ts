import { Module } from '@nestjs/common';
import { SettingsController } from './settings.controller.js';
import { SettingsRepository } from './settings.repository.js';
import { Settings } from './settings.service.js';

// Owns what the chain decided, version by version. What a setting means is known by who reads it.
@Module({
  controllers: [SettingsController],
  providers: [Settings, SettingsRepository],
  exports: [Settings],
})
export class SettingsModule {}
