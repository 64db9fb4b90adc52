import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/sql.js';

export interface OutboxMessage {
  /** 'wallet.topped_up': what happened. */
  topic: string;
  /** Ids and amounts; the handler reads the rest when it runs. */
  payload: Record<string, unknown>;
}

/** What must happen outside the database after this transaction commits. The relay makes it a job. */
@Injectable()
export class Outbox {
  async add(tx: Tx, ...messages: OutboxMessage[]): Promise<void> {
    if (!messages.length) return;
    await tx.query(
      'INSERT INTO outbox (topic, payload) SELECT topic, payload FROM jsonb_to_recordset($1::jsonb) AS m(topic text, payload jsonb)',
      [JSON.stringify(messages)],
    );
  }
}
