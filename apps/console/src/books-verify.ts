// Runs every check of the books on a database and ends with 1 where one has a finding.
// usage: pnpm run books:verify [--json]
import 'reflect-metadata';
import { type Verification, verifyBooks } from '#ledger';
import { declareCapabilities } from '../../composition/capabilities.js';
import { tell } from './failure.js';
import { openDatabase } from './open-database.js';

declareCapabilities();
try {
  const { db, close } = await openDatabase();
  try {
    const verification = await db.read((sql) => verifyBooks(sql));
    if (process.argv.includes('--json')) console.log(JSON.stringify(verification));
    else print(verification);
    process.exitCode = verification.clean ? 0 : 1;
  } finally {
    await close();
  }
} catch (error) {
  tell(error);
}

function print({ clean, checks, findings }: Verification): void {
  for (const { name, durationMs, findings: count } of checks) {
    console.log(`${count === 0 ? '✓' : '✗'} ${name}  ${durationMs} ms`);
  }
  for (const { check, subject, left, right } of findings) {
    console.log(`  ${check} · ${subject}: ${left} ≠ ${right}`);
  }
  console.log(clean ? `clean: ${checks.length} checks` : `not clean: ${findings.length} findings`);
}
