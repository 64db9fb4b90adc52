import { Injectable } from '@nestjs/common';
import { type Actor, assertInScope } from '../access/actor.js';
import { Db } from '../database/db.js';
import { BEGIN_COMMAND, FINISH_COMMAND, type StoredCommand } from './commands.js';

/** The name of a key that was closed before anything was done with it. */
const CLOSED = 'command.closed';

export interface CommandFate {
  made: boolean;
  /** What the command was and what it answered; null when it was never made. */
  name: string | null;
  result: object | null;
}

/** What became of a command, for whoever can't ask it again word for word: a PIN is not kept, another till is not that till. */
@Injectable()
export class CommandFates {
  constructor(private readonly db: Db) {}

  /**
   * Says whether the command was made. One that was not can't be made any more: a first try that is still on its way finds
   * its key taken. Errors: access.store_forbidden.
   */
  close(actor: Actor, key: string): Promise<CommandFate> {
    return this.db.write(async (tx) => {
      const stored = await tx.maybe<StoredCommand>(BEGIN_COMMAND, [key]);
      if (stored && stored.name !== CLOSED) {
        if (stored.storeId !== null) assertInScope(actor, stored.storeId);
        return { made: true, name: stored.name, result: stored.result };
      }
      if (!stored) {
        const storeId = actor.till?.storeId ?? actor.homeStoreId;
        await tx.query(FINISH_COMMAND, [key, CLOSED, actor.staffId, '', '{}', storeId]);
      }
      return { made: false, name: null, result: null };
    });
  }
}
