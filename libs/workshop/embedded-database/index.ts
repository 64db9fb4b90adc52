export { startPostgres, stopPostgres } from './embedded-postgres.js';
export type { RunningPostgres, StartOptions } from './embedded-postgres.js';
export { APP_ROLE, OWNER_ROLE, prepareRoles, withUser } from './roles.js';
export { freePort } from './free-port.js';
