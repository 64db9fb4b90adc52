import { LevelsModule } from '#levels';
import { Module } from '@nestjs/common';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { PinsService } from './pins.service.js';

/** Owns who a member is, how they are found, their PIN and consent. Never moves value. */
@Module({
  imports: [LevelsModule],
  controllers: [MembersController],
  providers: [MembersService, MembersRepository, PinsService],
  exports: [MembersService, MembersRepository, PinsService],
})
export class MembersModule {}
