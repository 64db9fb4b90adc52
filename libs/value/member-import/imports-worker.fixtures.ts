import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { Clock, Db, Env, KernelModule } from '#kernel';
import { LedgerModule } from '#ledger';
import { ImportChecker } from '../../chain/imports/import-checker.js';
import { ImportCommitter } from '../../chain/imports/import-committer.js';
import { ImportReader } from '../../chain/imports/import-reader.js';
import { ImportsTidy } from '../../chain/imports/imports.tidy.js';
import { MemberImportWorkerModule } from './member-import.module.js';
import { MemberImportWork } from './member-import.work.js';

export interface ImportsBackground {
  /** Runs what waits in the outbox, the oldest first, until nothing waits. */
  work(signal?: AbortSignal): Promise<void>;
  /**
   * Two workers take up one signed import at once, as where the queue takes one of them for dead. The slower one has
   * looked which rows are there before the faster one's are, and judges them after.
   */
  commitTwice(importId: number): Promise<void>;
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** The background of imports as the worker has it, without the queue: a test says when it works. */
export async function importsBackground(
  db: Db,
  env: { url: string; dataDir: string },
  clock: Clock,
): Promise<ImportsBackground> {
  const app = await NestFactory.createApplicationContext(
    {
      module: class ImportsBackgroundModule {},
      imports: [
        KernelModule.forWorker(
          new Env({
            NODE_ENV: 'test',
            DATABASE_URL: env.url,
            DATA_DIR: env.dataDir,
            LOG_LEVEL: 'silent',
          }),
        ),
        LedgerModule,
        MemberImportWorkerModule,
      ],
    },
    { logger: false, abortOnError: false },
  );
  const isThere = (importId: number) =>
    db.maybe('SELECT FROM import_row WHERE import_id = $1 LIMIT 1', [importId]);
  // The same instant as the API's.
  Object.assign(app.get(Clock), { now: () => clock.now() });
  const handlers: Record<string, { run: ImportReader['run'] }> = {
    'import.uploaded': app.get(ImportReader),
    'import.mapped': app.get(ImportChecker),
    'import.signed': app.get(ImportCommitter),
  };
  return {
    work: async (signal = new AbortController().signal) => {
      for (;;) {
        const next = await db.maybe<{ id: number; topic: string; payload: { importId: number } }>(
          `UPDATE outbox SET relayed_at = now() WHERE id = (SELECT min(id) FROM outbox WHERE relayed_at IS NULL AND topic LIKE 'import.%')
           RETURNING id, topic, payload`,
        );
        if (!next) return;
        await handlers[next.topic]?.run(next.payload, { outboxId: next.id, signal });
      }
    },
    commitTwice: async (importId) => {
      await db.query(
        `UPDATE outbox SET relayed_at = now() WHERE topic = 'import.signed' AND (payload ->> 'importId')::bigint = $1`,
        [importId],
      );
      const context = { outboxId: 0, signal: new AbortController().signal };
      const work = app.get(MemberImportWork);
      const taken = work.taken.bind(work);
      let looks = 0;
      work.taken = async (...asked) => {
        const found = await taken(...asked);
        for (looks += 1; looks === 2 && !(await isThere(importId));) await sleep(5);
        return found;
      };
      const run = () => app.get(ImportCommitter).run({ importId }, context);
      await Promise.all([run(), run()]);
      work.taken = taken;
    },
    tidy: () => app.get(ImportsTidy).tidy(),
    close: () => app.close(),
  };
}
