import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Runs the worker in a thread: it starts beside the API, and an export never holds up the till. */
export async function startBackgroundWorker(): Promise<{ close(): Promise<void> }> {
  const thread = new Worker(new URL('./worker-thread.js', import.meta.url));
  const [first] = (await Promise.race([
    once(thread, 'message'),
    once(thread, 'exit').then(() => ['ended']),
  ])) as [string];
  if (first !== 'started') throw new Error('The worker ended while it was starting.');
  const close = async () => {
    const ended = once(thread, 'exit');
    thread.postMessage('close');
    await ended;
  };
  return { close };
}
