// Makes the first administrator of a real installation: head office, roles and one login.
// usage: pnpm run admin:create -- --login=boss --name=王芳 [--store-code=HO] [--store-name=总部] [--timezone=Asia/Shanghai]
// The password comes from ADMIN_PASSWORD, from a pipe, or is asked for.
import 'reflect-metadata';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { createFirstAdministrator } from '#chain/identity';
import { tell } from './failure.js';
import { openDatabase } from './open-database.js';
import { readAdminPassword } from './password-source.js';

const USAGE =
  'usage: pnpm run admin:create --login=boss --name=王芳 [--store-code=HO] [--store-name=总部] [--timezone=Asia/Shanghai]';

try {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((text) => text !== '--'),
    options: {
      login: { type: 'string' },
      name: { type: 'string' },
      'store-code': { type: 'string', default: 'HO' },
      'store-name': { type: 'string', default: '总部' },
      timezone: { type: 'string', default: 'Asia/Shanghai' },
    },
  });
  const login = values.login ?? (await ask('Login 登录名: '));
  const name = values.name ?? (await ask('Name 姓名: '));
  const password = await readAdminPassword();
  const { db, close } = await openDatabase();
  try {
    await createFirstAdministrator(db, {
      login,
      name,
      password,
      storeCode: values['store-code'],
      storeName: values['store-name'],
      timezone: values.timezone,
    });
    console.log(`${login} can sign in now and sees everything.`);
  } finally {
    await close();
  }
} catch (error) {
  explain(error);
}

function explain(error: unknown): void {
  const { code } = error as { code?: string };
  process.exitCode = 1;
  if (code === 'installation.not_empty')
    console.error('There is staff already: add people on the screen.');
  else if (code === 'installation.password_too_weak')
    console.error('The password is too weak: take a longer one, without the login in it.');
  else if (code?.startsWith('ERR_PARSE_ARGS'))
    console.error(`${(error as Error).message}\n${USAGE}`);
  else if (code === '42P01')
    console.error('The database has no tables yet: run "pnpm run db:migrate" first.');
  else tell(error);
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw Object.assign(new Error(USAGE), { code: 'ERR_PARSE_ARGS_MISSING' });
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
}
