import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface Running {
  pid: number;
  url: string;
}

/** Two systems on one data folder would share one database server and stop it for each other. */
export class RunningLock {
  private readonly file: string;

  constructor(private readonly dataDir: string) {
    this.file = path.join(dataDir, 'running.json');
  }

  /** The system that runs on this folder now; a file left by a killed one doesn't count. */
  async holder(): Promise<Running | undefined> {
    try {
      const running = JSON.parse(await readFile(this.file, 'utf8')) as Running;
      return running.pid !== process.pid && (await isOurs(running.pid)) ? running : undefined;
    } catch {
      return undefined;
    }
  }

  async take(url: string): Promise<void> {
    await mkdir(this.dataDir, { recursive: true });
    const running: Running = { pid: process.pid, url };
    await writeFile(this.file, JSON.stringify(running));
  }

  release(): Promise<void> {
    return rm(this.file, { force: true });
  }
}

async function isOurs(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // After a restart of the machine the number may belong to another program.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'start.mjs');
  return command.includes('start.mjs') || command.includes('demo');
}
