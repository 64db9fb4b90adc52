import { parentPort, workerData } from 'node:worker_threads';
import { openTable } from './open-table.js';
import type { ThreadAnswer, ThreadOrder } from './threaded-table.js';
import type { TableSpec } from './table-writer.js';

// Runs in a thread of its own: takes one order after another and answers each.
const port = parentPort;
if (!port) throw new Error('table.thread runs in a worker thread');
const table = openTable(workerData as TableSpec);

async function obey(order: ThreadOrder): Promise<ThreadAnswer> {
  try {
    if (order.do === 'write') await table.write(order.rows);
    if (order.do === 'abort') await table.abort();
    return { bytes: order.do === 'finish' ? await table.finish() : 0 };
  } catch (error) {
    await table.abort().catch(() => undefined);
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

port.on('message', (order: ThreadOrder) => {
  void obey(order).then((answer) => port.postMessage(answer));
});
