// Brings the database of MIGRATION_DATABASE_URL to the newest schema. usage: pnpm run db:migrate
import { Env, migrate, MigrationError } from '#kernel';
import { tell } from './failure.js';

try {
  const applied = await migrate(Env.fromProcess().migrationDatabaseUrl);
  console.log(applied.length > 0 ? `applied: ${applied.join(', ')}` : 'nothing to do');
} catch (error) {
  if (error instanceof MigrationError) {
    console.error(error.message);
    process.exitCode = 1;
  } else tell(error);
}
