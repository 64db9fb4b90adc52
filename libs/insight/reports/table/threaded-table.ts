import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Cell, TableSpec, TableWriter } from './table-writer.js';

export type ThreadOrder =
  { do: 'write'; rows: readonly (readonly Cell[])[] } | { do: 'finish' } | { do: 'abort' };
export type ThreadAnswer = { bytes: number } | { failed: string };

/** The built file beside this one; a test runs from the sources, and the thread still runs what was built. */
function threadFile(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const library = here.lastIndexOf(`${path.sep}libs${path.sep}`);
  const root = here.slice(0, library).replace(new RegExp(`\\${path.sep}dist$`), '');
  return path.join(root, 'dist', here.slice(library + 1), 'table.thread.js');
}

/** Writes in a thread, so that zipping never holds up the process; one batch is under way at a time. */
export class ThreadedTable implements TableWriter {
  private readonly thread: Worker;
  private waiting: { resolve: (bytes: number) => void; reject: (error: Error) => void } | undefined;
  private dead: Error | undefined;

  constructor(private readonly spec: TableSpec) {
    this.thread = new Worker(threadFile(), {
      workerData: spec,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    this.thread.on('message', (answer: ThreadAnswer) => {
      if ('failed' in answer) this.fail(new Error(answer.failed));
      else this.settle()?.resolve(answer.bytes);
    });
    this.thread.on('error', (error) =>
      this.fail(error instanceof Error ? error : new Error(String(error))),
    );
    this.thread.on('exit', () => this.fail(new Error('the writing thread ended')));
  }

  async write(rows: readonly (readonly Cell[])[]): Promise<void> {
    await this.order({ do: 'write', rows });
  }

  async finish(): Promise<number> {
    const bytes = await this.order({ do: 'finish' });
    await this.thread.terminate();
    return bytes;
  }

  async abort(): Promise<void> {
    await this.thread.terminate();
    await rm(this.spec.file, { force: true });
  }

  private order(order: ThreadOrder): Promise<number> {
    if (this.dead) return Promise.reject(this.dead);
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.thread.postMessage(order);
    });
  }

  private settle(): ThreadedTable['waiting'] {
    const { waiting } = this;
    this.waiting = undefined;
    return waiting;
  }

  private fail(error: Error): void {
    this.dead ??= error;
    this.settle()?.reject(error);
    void this.thread.terminate();
  }
}
