import { hash, verify, type Options } from '@node-rs/argon2';

// Argon2id with 19 MiB, two passes: about 30 ms on a small machine. Algorithm 2 is Argon2id.
const OPTIONS: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

// For a login that does not exist: the answer must take as long as for one that does.
let nobody: Promise<string> | undefined;

export async function verifyPassword(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  if (passwordHash) return verify(passwordHash, password).catch(() => false);
  await verify(await (nobody ??= hashPassword('nobody has this password')), password);
  return false;
}
