import type { About, Asked } from './attempt.rules.js';
import { type Attempts, CommandKey } from './attempts.js';

/** A command as its form would send it. */
export interface Captured {
  asked: Asked;
  about: About | null;
}

/** Takes the command instead of sending it. */
class CapturingKey extends CommandKey {
  constructor(
    attempts: Attempts,
    private readonly take: (command: Captured) => void,
  ) {
    super(attempts, '');
  }

  override send(asked: Asked, about: About | null): Promise<unknown> {
    this.take({ asked, about });
    // Nobody answers: the form is about to close.
    return new Promise(() => undefined);
  }
}

/** Lets a form make its command, and sends nothing. */
export function capture(
  attempts: Attempts,
  submit: (key: CommandKey) => Promise<unknown>,
): Promise<Captured> {
  return new Promise((resolve, reject) => {
    submit(new CapturingKey(attempts, resolve)).catch(reject);
  });
}
