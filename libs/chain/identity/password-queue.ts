/**
 * Judging a password costs a processor some 30 ms. At most so many are judged at once, and those who wait take turns by
 * where they come from: whoever asks a thousand times waits behind themselves, not before everybody else.
 */
export class PasswordQueue {
  private running = 0;
  private readonly waiting = new Map<string, (() => void)[]>();

  constructor(
    private readonly atOnce: number,
    private readonly longest: number,
  ) {}

  /** Whether one more from there would be heard in bounded time. */
  hasRoom(from: string): boolean {
    return (this.waiting.get(from)?.length ?? 0) < this.longest;
  }

  async run<T>(from: string, judge: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running += 1;
    else await new Promise<void>((start) => this.enqueue(from, start));
    try {
      return await judge();
    } finally {
      this.next();
    }
  }

  private enqueue(from: string, start: () => void): void {
    const line = this.waiting.get(from);
    if (line) line.push(start);
    else this.waiting.set(from, [start]);
  }

  /** Hands the place on; a line that was heard goes to the end. */
  private next(): void {
    const [from, line] = this.waiting.entries().next().value ?? [];
    if (from === undefined || !line) {
      this.running -= 1;
      return;
    }
    this.waiting.delete(from);
    const start = line.shift();
    if (line.length > 0) this.waiting.set(from, line);
    start?.();
  }
}
