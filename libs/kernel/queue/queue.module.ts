import { Module } from '@nestjs/common';
import { OutboxRelay } from '../outbox/relay.js';
import { JobHandlers } from './job-handlers.js';
import { JobRunner } from './job-runner.js';
import { QueueRecords } from './queue-records.js';

/**
 * The background of a worker process: outbox relay, queues, schedules. Imported by apps/worker only: the API writes
 * outbox rows and needs no queue.
 */
@Module({
  providers: [JobHandlers, OutboxRelay, JobRunner, QueueRecords],
  exports: [JobHandlers, OutboxRelay],
})
export class QueueModule {}
