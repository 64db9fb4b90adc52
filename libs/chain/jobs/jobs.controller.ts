import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, type Page, Requires } from '#kernel';
import {
  JobPage,
  JobQuery,
  type JobView,
  QueuesView,
  SendAgainInput,
  SentAgainView,
} from './job.dto.js';
import { JobPermission } from './job.permissions.js';
import { JobsService } from './jobs.service.js';

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  /** Work in the background that waits or has failed for good, of the whole chain. */
  @Get()
  @Requires(JobPermission.read)
  @ApiOkResponse({ type: JobPage })
  list(@Query() query: JobQuery, @CurrentActor() actor: Actor): Promise<Page<JobView>> {
    return this.jobs.page(actor, query);
  }

  /** How many jobs each queue has, as its workers said last. */
  @Get('queues')
  @Requires(JobPermission.read)
  @ApiOkResponse({ type: QueuesView })
  queues(): Promise<QueuesView> {
    return this.jobs.queues();
  }

  /** Runs failed jobs once more; those that have not failed are left alone. Errors: job.not_failed. */
  @Post('sent-again')
  @HttpCode(200)
  @Requires(JobPermission.send_again)
  @ApiOkResponse({ type: SentAgainView })
  sendAgain(@Body() input: SendAgainInput, @CurrentActor() actor: Actor): Promise<SentAgainView> {
    return this.jobs.sendAgain(actor, input);
  }
}
