import { parentPort, workerData } from 'node:worker_threads';
import { FileRefused } from './reading.types.js';
import type { ReadingAnswer, ReadingTask } from './reading-thread.js';
import { readTable } from './read-table.js';

// Runs in a thread of its own, within limits of memory and time: whatever a file holds, the process goes on.
const port = parentPort;
if (!port) throw new Error('reading.thread runs in a worker thread');

const answer = (message: ReadingAnswer): void => port.postMessage(message);
const asked = (): Promise<void> => new Promise((resolve) => port.once('message', () => resolve()));

try {
  answer({ ready: true });
  await asked();
  const { file, known } = workerData as ReadingTask;
  const notes = await readTable(file, new Set(known), {
    head: async (head) => {
      answer({ head });
      await asked();
    },
    rows: async (rows) => {
      // As the text the database takes: nothing is copied cell by cell between the threads.
      answer({
        rows: JSON.stringify(rows.map(({ line, cells }) => [line, cells])),
        count: rows.length,
      });
      await asked();
    },
  });
  answer({ notes });
} catch (error) {
  if (error instanceof FileRefused) answer({ refused: error.code, params: error.params });
  else answer({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
