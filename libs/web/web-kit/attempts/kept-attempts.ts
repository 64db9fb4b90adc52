import { type Attempt, readAttempts } from './attempt.rules.js';

const STORED = 'shuke.attempts';

/** Attempts in the browser's storage, which all its tabs share. A browser without one knows them as long as the page is there. */
export class KeptAttempts {
  private works: boolean;
  /** What stands there, as far as this tab knows. */
  private text: string | null = null;

  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null) {
    this.works = storage !== null;
  }

  /** What another tab wrote since this one looked; undefined: nothing. */
  news(): Attempt[] | undefined {
    if (!this.works || !this.storage) return undefined;
    const text = this.storage.getItem(STORED);
    if (text === this.text) return undefined;
    this.text = text;
    return readAttempts(text);
  }

  write(attempts: readonly Attempt[]): void {
    if (!this.works || !this.storage) return;
    const text = JSON.stringify(attempts);
    try {
      this.storage.setItem(STORED, text);
      this.text = text;
    } catch {
      this.works = false;
    }
  }
}
