import { LevelsModule } from '#levels';
import { Module } from '@nestjs/common';
import { LevelChanges } from './level-changes.service.js';
import { LevelChangesController } from './level-changes.controller.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { PinsService } from './pins.service.js';

/** Owns who a member is, how they are found, their PIN and consent. Never moves value. */
@Module({
  imports: [LevelsModule],
  controllers: [MembersController, LevelChangesController],
  providers: [MembersService, MembersRepository, PinsService, LevelChanges],
  exports: [MembersService, MembersRepository, PinsService, LevelChanges],
})
export class MembersModule {}
