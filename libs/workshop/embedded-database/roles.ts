import pg from 'pg';

/** Owns the tables and migrates them. */
export const OWNER_ROLE = 'shuke_owner';
/** What the API and the worker sign in as; it cannot write the ledger's tables. */
export const APP_ROLE = 'shuke_app';
/** The group that migrations grant to; APP_ROLE is a member. */
const APPLICATION_GROUP = 'shuke_application';

export interface RolePasswords {
  owner: string;
  app: string;
}

/** Makes the roles where they are missing and sets the passwords. One at a time per server. */
export async function prepareRoles(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    // Two runs on one server would fail at CREATE ROLE.
    await client.query("SELECT pg_advisory_lock(hashtext('shuke roles'))");
    const known = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles');
    const names = new Set(known.rows.map((row) => row.rolname));
    if (!names.has(APPLICATION_GROUP))
      await client.query(`CREATE ROLE ${APPLICATION_GROUP} NOLOGIN`);
    if (!names.has(OWNER_ROLE)) await client.query(`CREATE ROLE ${OWNER_ROLE}`);
    if (!names.has(APP_ROLE)) await client.query(`CREATE ROLE ${APP_ROLE}`);
    const secret = (text: string) => client.escapeLiteral(text);
    await client.query(
      `ALTER ROLE ${OWNER_ROLE} LOGIN CREATEROLE CREATEDB PASSWORD ${secret(passwords.owner)}`,
    );
    await client.query(`ALTER ROLE ${APP_ROLE} LOGIN PASSWORD ${secret(passwords.app)}`);
    await client.query(`GRANT ${APPLICATION_GROUP} TO ${APP_ROLE}`);
    await client.query(`GRANT ${APPLICATION_GROUP} TO ${OWNER_ROLE} WITH ADMIN OPTION`);
  });
}

async function asSuperuser(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The same server, another user and database. */
export function withUser(
  url: string,
  user: { name: string; password: string } | undefined,
  database: string,
): string {
  const next = new URL(url);
  if (user) {
    next.username = encodeURIComponent(user.name);
    next.password = encodeURIComponent(user.password);
  }
  next.pathname = `/${database}`;
  return next.href;
}
