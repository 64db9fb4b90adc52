import { Writable } from 'node:stream';
import { createInterface } from 'node:readline/promises';

/** Never from the command line: others on the machine can read that. */
export async function readAdminPassword(): Promise<string> {
  const given = process.env.ADMIN_PASSWORD;
  if (given) return given;
  if (!process.stdin.isTTY) {
    let piped = '';
    for await (const chunk of process.stdin) piped += String(chunk);
    return piped.trim();
  }
  process.stdout.write('Password 密码: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return (await terminal.question('')).trim();
  } finally {
    terminal.close();
    process.stdout.write('\n');
  }
}
