import type { Tx } from './sql.js';

/**
 * Waits in these queues, one after the other, first come, first served; a turn lasts until the transaction ends. Whoever
 * needs several names them in one order for all. What is read by the next statement was committed before the turn came.
 */
export async function takeTurns(tx: Tx, queues: readonly string[]): Promise<void> {
  if (queues.length) await tx.query('SELECT take_turns($1::text[])', [queues]);
}
