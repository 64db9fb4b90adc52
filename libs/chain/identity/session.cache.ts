import { Injectable } from '@nestjs/common';
import type { SessionFacts } from './sessions.repository.js';

interface Entry {
  readonly facts: Promise<SessionFacts | undefined>;
  readonly at: number;
}

const MAX_ENTRIES = 5_000;

/**
 * A session's facts for two seconds, so that a checkout does not look them up again and again. This process forgets at
 * once what it revoked or changed; another one at the latest after these two seconds.
 */
@Injectable()
export class SessionCache {
  /** Milliseconds; 0 in tests that change rights behind its back. */
  maxAgeMs = 2_000;
  private readonly entries = new Map<string, Entry>();

  get(
    tokenHash: Buffer,
    load: () => Promise<SessionFacts | undefined>,
  ): Promise<SessionFacts | undefined> {
    const key = tokenHash.toString('base64');
    const now = performance.now();
    const known = this.entries.get(key);
    if (known && now - known.at < this.maxAgeMs) return known.facts;
    if (this.entries.size >= MAX_ENTRIES) this.entries.clear();
    const entry = { facts: load(), at: now };
    this.entries.set(key, entry);
    entry.facts.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    });
    return entry.facts;
  }

  forget(tokenHash: Buffer): void {
    this.entries.delete(tokenHash.toString('base64'));
  }

  forgetAll(): void {
    this.entries.clear();
  }
}
