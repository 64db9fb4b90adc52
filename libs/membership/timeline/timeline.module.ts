import { MembersModule } from '#membership/members';
import { Module } from '@nestjs/common';
import { TimelineController } from './timeline.controller.js';
import { TimelineService } from './timeline.service.js';

/** What was done with a member, in one order, whatever wrote it. Owns no table: every document declares its rows. */
@Module({
  imports: [MembersModule],
  controllers: [TimelineController],
  providers: [TimelineService],
})
export class TimelineModule {}
