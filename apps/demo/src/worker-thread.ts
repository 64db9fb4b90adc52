import 'reflect-metadata';
import { parentPort } from 'node:worker_threads';
import { startWorker } from '../../worker/src/start-worker.js';

// The thread that in a real installation is a process of its own; see background-worker.ts.
const worker = await startWorker();
parentPort?.once('message', () => {
  worker.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
parentPort?.postMessage('started');
