import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  FileRefused,
  LIMITS,
  type FileRefusal,
  type SheetHead,
  type SheetNotes,
} from './reading.types.js';

export type ReadingAnswer =
  | { ready: true }
  | { head: SheetHead }
  | { rows: string; count: number }
  | { notes: SheetNotes }
  | { refused: FileRefusal; params: Record<string, string | number> }
  | { failed: string };

/** Which file, and which headers mean something there. */
export interface ReadingTask {
  file: string;
  known: readonly string[];
}

export interface ReadingSteps {
  head(head: SheetHead): Promise<void>;
  /** A JSON array of [line, cells]. */
  rows(json: string, count: number): Promise<void>;
}

const START_MS = 60_000;

/** The built file beside this one; a test runs from the sources, and the thread still runs what was built. */
function threadFile(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const library = here.lastIndexOf(`${path.sep}libs${path.sep}`);
  const root = here.slice(0, library).replace(new RegExp(`\\${path.sep}dist$`), '');
  return path.join(root, 'dist', here.slice(library + 1), 'reading.thread.js');
}

/**
 * Reads a file in a thread with bounds of memory and time, one batch at a time. Throws FileRefused; whatever `steps`
 * throw ends the reading. The thread is gone when this returns: it is ended in the middle of whatever it does.
 */
export async function readInThread(
  file: string,
  known: readonly string[],
  steps: ReadingSteps,
  limits: { memoryMb: number; fileMs: number; megabyteMs: number } = LIMITS,
): Promise<SheetNotes> {
  const { size } = await stat(file);
  // Only its own time counts: while a batch is written, the thread waits.
  let patienceMs = limits.fileMs + (size / 1_048_576) * limits.megabyteMs;
  const thread = new Worker(threadFile(), {
    workerData: { file, known } satisfies ReadingTask,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 8 },
  });
  // Nobody listens between two answers, and an error that nobody hears would end the process.
  thread.on('error', () => undefined);
  try {
    // How long a busy computer takes to start a thread is no file's fault.
    await nextOf(thread, START_MS);
    thread.postMessage('next');
    for (;;) {
      const askedAt = performance.now();
      const answer = await nextOf(thread, patienceMs);
      patienceMs -= performance.now() - askedAt;
      if ('notes' in answer) return answer.notes;
      if ('refused' in answer) throw new FileRefused(answer.refused, answer.params);
      if ('failed' in answer) throw new Error(answer.failed);
      if ('head' in answer) await steps.head(answer.head);
      else if ('rows' in answer) await steps.rows(answer.rows, answer.count);
      thread.postMessage('next');
    }
  } finally {
    await thread.terminate();
  }
}

function nextOf(thread: Worker, patienceMs: number): Promise<ReadingAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new FileRefused('took_too_long'))), patienceMs);
    const onMessage = (message: ReadingAnswer) => end(() => resolve(message));
    const onError = (error: unknown) =>
      end(() =>
        reject(
          (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? new FileRefused('needs_too_much_memory')
            : error,
        ),
      );
    const onExit = () => end(() => reject(new Error('the reading thread ended')));
    const end = (settle: () => void) => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      settle();
    };
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
