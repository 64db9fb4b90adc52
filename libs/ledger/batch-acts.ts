import type { Tx } from '#kernel';
import type { Books } from './books.js';
import { type Ledger, planAct } from './ledger.service.js';
import { accountKey, type LedgerAct, type LockedAccount, type LockedLot } from './ledger.types.js';

export interface BatchAct {
  act: LedgerAct;
  /** Plans on the accounts of this act alone; without any effect of its own. */
  plan: (books: Books) => unknown;
}

type Numbered = Record<string, unknown>;

/** What one act adds to the payload of ledger.post; the numbers in it count from one within the act. */
interface Part {
  entries: (Numbered & { i: number })[];
  postings: (Numbered & { e: number; a?: number; v?: number })[];
  accounts: number;
  negative?: number[];
  changed_lots?: Numbered[];
  new_lots?: (Numbered & { i: number; e: number })[];
  moves?: (Numbered & { e: number; n?: number })[];
}
const PARTS = [
  'entries',
  'postings',
  'accounts',
  'negative',
  'changed_lots',
  'new_lots',
  'moves',
] as const;

const FIND_ENTRIES = `
  SELECT DISTINCT k.i, p.entry_id AS id
    FROM unnest($1::bigint[], $2::bigint[], $3::int[]) AS k(account_id, version, i)
    JOIN ledger.posting p ON p.account_id = k.account_id AND p.version = k.version`;

/**
 * Many acts of one business date in the two round trips of one, each with an entry of its own, in their order. No two acts
 * may name the same account, and each must move something on one of its accounts. Returns the entries' ids.
 */
export async function actMany(
  ledger: Ledger,
  tx: Tx,
  acts: readonly BatchAct[],
): Promise<number[]> {
  const [first] = acts;
  if (!first) return [];
  const { businessDate } = first.act;
  const accounts = acts.flatMap(({ act }) => act.accounts);
  if (new Set(accounts.map(accountKey)).size < accounts.length)
    throw new Error('two acts of a batch name the same account');
  if (acts.some(({ act }) => act.businessDate !== businessDate))
    throw new Error('the acts of a batch are of one business date');

  const locked = await ledger.lock(tx, { accounts, businessDate });
  const accountOf = new Map(locked.accounts.map((account) => [accountKey(account), account]));
  const lotsOf = new Map<number, LockedLot[]>();
  for (const lot of locked.lots)
    lotsOf.set(lot.accountId, [...(lotsOf.get(lot.accountId) ?? []), lot]);

  const whole: Required<Part> = {
    entries: [],
    postings: [],
    accounts: 0,
    negative: [],
    changed_lots: [],
    new_lots: [],
    moves: [],
  };
  const marks: { accountId: number; version: number }[] = [];
  for (const { act, plan } of acts) {
    const own = act.accounts.map((ref) => accountOf.get(accountKey(ref)) as LockedAccount);
    const lots = own.flatMap(({ id }) => lotsOf.get(id) ?? []);
    const planned = planAct({ accounts: own, lots, original: null }, act, plan);
    marks.push(markOf(append(whole, planned.payload)));
  }
  await ledger.post(tx, { payload: { ...whole } });
  return entriesAt(tx, marks);
}

/** Adds one act's part, its numbers moved behind those that are there. Returns the part as it was. */
function append(whole: Required<Part>, payload: Record<string, unknown>): Part {
  const strange = Object.keys(payload).find((key) => !PARTS.some((part) => part === key));
  if (strange) throw new Error(`an act of a batch can't have ${strange}`);
  const part = payload as unknown as Part;
  const entry = whole.entries.length;
  const lot = whole.new_lots.length;
  whole.entries.push(...part.entries.map((row) => ({ ...row, i: row.i + entry })));
  whole.postings.push(...part.postings.map((row) => ({ ...row, e: row.e + entry })));
  whole.accounts += part.accounts;
  whole.negative.push(...(part.negative ?? []));
  whole.changed_lots.push(...(part.changed_lots ?? []));
  whole.new_lots.push(
    ...(part.new_lots ?? []).map((row) => ({ ...row, i: row.i + lot, e: row.e + entry })),
  );
  whole.moves.push(
    ...(part.moves ?? []).map((row) => ({
      ...row,
      e: row.e + entry,
      ...(row.n === undefined ? {} : { n: row.n + lot }),
    })),
  );
  return part;
}

// The act's entry is the last of its part: settlement stands before it. A version of an account is one entry's.
function markOf({ entries, postings }: Part): { accountId: number; version: number } {
  const found = postings.find((row) => row.e === entries.length && row.a !== undefined);
  if (found?.a === undefined || found.v === undefined)
    throw new Error('an act of a batch moves nothing on its accounts');
  return { accountId: found.a, version: found.v };
}

async function entriesAt(
  tx: Tx,
  marks: readonly { accountId: number; version: number }[],
): Promise<number[]> {
  const rows = await tx.query<{ i: number; id: number }>(FIND_ENTRIES, [
    marks.map(({ accountId }) => accountId),
    marks.map(({ version }) => version),
    marks.map((_, index) => index),
  ]);
  const ids = new Map(rows.map(({ i, id }) => [i, id]));
  return marks.map((_, index) => {
    const id = ids.get(index);
    if (id === undefined) throw new Error('an entry of the batch is not found again');
    return id;
  });
}
