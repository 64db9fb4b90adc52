// Answers for the worker, which has no port: healthy while the outbox is emptied.
import { tell } from './failure.js';
import { openDatabase } from './open-database.js';

const PATIENCE = '2 minutes';

try {
  const { db, close } = await openDatabase();
  try {
    const stuck = await db.maybe(
      'SELECT id FROM outbox WHERE relayed_at IS NULL AND created_at < now() - $1::interval LIMIT 1',
      [PATIENCE],
    );
    if (stuck) {
      console.error(`Messages wait in the outbox for more than ${PATIENCE}.`);
      process.exitCode = 1;
    }
  } finally {
    await close();
  }
} catch (error) {
  tell(error);
}
