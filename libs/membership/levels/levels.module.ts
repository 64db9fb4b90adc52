import { Module } from '@nestjs/common';
import { LevelsController } from './levels.controller.js';
import { LevelsService } from './levels.service.js';

/** Owns the levels of members: what they pay and earn. Never decides which level a member has. */
@Module({
  controllers: [LevelsController],
  providers: [LevelsService],
  exports: [LevelsService],
})
export class LevelsModule {}
