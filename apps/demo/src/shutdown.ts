import { note, step } from './announcement.js';

type Close = () => Promise<void>;

const PATIENCE_MS = 8_000;

/** Ends what was started, in order and once, on Ctrl-C or any other polite request. */
export class Shutdown {
  private ending: Promise<void> | undefined;
  private starting: Promise<unknown> = Promise.resolve();
  private readonly users: Close[] = [];
  private readonly foundations: Close[] = [];

  constructor() {
    // The terminal sends Ctrl-C to the whole group, and package managers send it once more.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => void this.run(0));
    }
  }

  get began(): boolean {
    return this.ending !== undefined;
  }

  /** Starts something that uses the foundations: closed before them, latest first. */
  user<T>(start: () => Promise<T>, close: (started: T) => Promise<void>): Promise<T> {
    return this.begin(this.users, start, close);
  }

  /** Starts something that others stand on. */
  foundation<T>(start: () => Promise<T>, close: (started: T) => Promise<void>): Promise<T> {
    return this.begin(this.foundations, start, close);
  }

  // Whatever is in the middle of starting when Ctrl-C comes is waited for, then closed.
  private begin<T>(
    list: Close[],
    start: () => Promise<T>,
    close: (started: T) => Promise<void>,
  ): Promise<T> {
    if (this.began) throw new Error('stopping');
    const started = start();
    // In the order of the calls, whichever is ready first.
    list.unshift(() => started.then(close, () => {}));
    this.starting = Promise.allSettled([this.starting, started]);
    return started;
  }

  run(code: number): Promise<void> {
    this.ending ??= this.closeAll().finally(() => process.exit(code));
    return this.ending;
  }

  private async closeAll(): Promise<void> {
    await this.starting;
    if (this.foundations.length > 0) step('正在停止', 'Stopping');
    for (const close of [...this.users, ...this.foundations]) await withinReason(close);
  }
}

async function withinReason(close: Close): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  try {
    await Promise.race([close(), patience]);
  } catch (error) {
    note(String(error));
  } finally {
    clearTimeout(timer);
  }
}
