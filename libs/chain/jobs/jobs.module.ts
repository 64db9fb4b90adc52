import { Module } from '@nestjs/common';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';

// Shows the work in the background and runs failed work again. The queue itself belongs to the kernel.
@Module({ controllers: [JobsController], providers: [JobsService] })
export class JobsModule {}
