import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/sql.js';

export interface OutboxMessage {
  /** 'wallet.topped_up': what happened. */
  topic: string;
  /** Ids and amounts; the handler reads the rest when it runs. */
  payload: Record<string, unknown>;
}

/** Messages from rows of topic and payload: for a statement that does more. Whoever has them at hand takes `Outbox.add`. */
export const addToOutbox = (rows: string): string => `INSERT INTO outbox (topic, payload) ${rows}`;

/** What must happen outside the database after this transaction commits. The relay makes it a job. */
@Injectable()
export class Outbox {
  async add(tx: Tx, ...messages: OutboxMessage[]): Promise<void> {
    if (!messages.length) return;
    await tx.query(
      addToOutbox(
        'SELECT topic, payload FROM jsonb_to_recordset($1::jsonb) AS m(topic text, payload jsonb)',
      ),
      [JSON.stringify(messages)],
    );
  }

  /** Nobody may be told any more: messages of a topic whose payload names one of these ids in a field. */
  static async drop(
    tx: Tx,
    topic: string,
    { field, ids }: { field: string; ids: readonly number[] },
  ): Promise<void> {
    await tx.query(
      'DELETE FROM outbox WHERE topic = $1 AND (payload ->> $2::text)::bigint = ANY ($3::bigint[])',
      [topic, field, ids],
    );
  }

  /**
   * What failed for good waits again: the relay starts its job anew. Returns the ids that were; another person may have
   * been quicker.
   */
  static async sendAgain(tx: Tx, ids: readonly number[]): Promise<number[]> {
    // As if it had been taken once: the relay then asks how its job stands.
    const rows = await tx.query<{ id: number }>(
      `UPDATE outbox SET failed_at = NULL, relayed_at = NULL, claimed_until = NULL, attempts = 1
        WHERE id = ANY ($1::bigint[]) AND failed_at IS NOT NULL RETURNING id`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }
}
