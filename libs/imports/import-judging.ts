import { businessDateOf, type Sql } from '#kernel';
import { cardNosInUse } from '#cards';
import { phonesInUse } from '#members';
import { Settings } from '#settings';
import { Injectable } from '@nestjs/common';
import type { ImportLineRecord, TakenRow } from './import-lines.repository.js';
import { ImportLinesRepository } from './import-lines.repository.js';
import { ImportKnowing } from './import-knowing.js';
import { judgeRow, type JudgedRow, type RowContext, type RowProblem } from './import-row.rules.js';
import { wordKey } from './import-words.rules.js';
import type { ImportMapping } from './import.types.js';
import { fingerprint, rowKey } from './row-identity.js';

export interface Verdict extends ImportLineRecord {
  judged: JudgedRow;
  key: string;
  fingerprint: string;
  /** known: taken over before, and the same since. */
  state: 'open' | 'known' | 'wrong';
  problems: RowProblem[];
}

export interface StoreClockRow {
  id: number;
  timezone: string;
  cutoverHour: number;
}

/** What earlier rows of the same file have taken: value → line. */
export class Seen {
  readonly keys = new Map<string, number>();
  readonly phones = new Map<string, number>();
  readonly memberNos = new Map<string, number>();
}

/**
 * Tables grow a hundredfold under plans that were made while they were empty, those behind foreign keys too: within this
 * transaction everything is asked by key.
 */
export async function askByKey(sql: Sql): Promise<void> {
  await sql.query("SELECT set_config('enable_seqscan', 'off', true)");
}

/** Judges rows by what they say and by what is there already; the dry run and the commit ask the same. */
@Injectable()
export class ImportJudging {
  constructor(
    private readonly settings: Settings,
    private readonly lines: ImportLinesRepository,
    private readonly knowing: ImportKnowing,
  ) {}

  /** Read before a transaction begins: settings have a connection of their own. */
  async context(
    sql: Sql,
    mapping: ImportMapping,
    today: string,
  ): Promise<{ rows: RowContext; stores: ReadonlyMap<number, StoreClockRow> }> {
    const levels = await sql.query<{ id: number; code: string; name: string }>(
      'SELECT id, code, name FROM level',
    );
    const stores = await sql.query<StoreClockRow & { code: string; name: string }>(
      'SELECT id, code, name, timezone, cutover_hour AS "cutoverHour" FROM store WHERE id = ANY ($1::bigint[])',
      [mapping.storeIds],
    );
    const limited = (await this.settings.get('limit.unregistered')) !== 'off';
    return {
      stores: new Map(stores.map((store) => [store.id, store])),
      rows: {
        columns: mapping.columns,
        levels: idsByWord(levels, mapping.levelWords),
        stores: idsByWord(stores, mapping.storeWords),
        defaultLevelId: mapping.defaultLevelId,
        defaultStoreId: mapping.defaultStoreId,
        today,
        walletLimitCents: limited ? await this.settings.get('limit.unregistered_cents') : null,
      },
    };
  }

  /** Head office's business date: the day of an import. */
  async today(sql: Sql, now: Date): Promise<string> {
    const clock = await sql.one<{ timezone: string; cutoverHour: number }>(
      `SELECT timezone, cutover_hour AS "cutoverHour" FROM store ORDER BY type = 'head_office' DESC, id LIMIT 1`,
    );
    return businessDateOf(now, clock);
  }

  async judge(
    sql: Sql,
    source: string,
    context: RowContext,
    rows: readonly ImportLineRecord[],
    seen: Seen,
  ): Promise<Verdict[]> {
    const judged = rows.map((row) => {
      const result = judgeRow(row.cells, context);
      return {
        ...row,
        judged: result,
        key: rowKey(source, result.record),
        fingerprint: fingerprint(result.said),
      };
    });
    const records = judged.map(({ judged: { record } }) => record);
    const cards = await cardNosInUse(
      sql,
      records.flatMap(({ cardNo }) => cardNo ?? []),
    );
    const phones = await phonesInUse(
      sql,
      records.flatMap(({ phone }) => phone ?? []),
    );
    // Last: whose phone or card is there by another import must be found among the rows of that import too.
    const taken = await this.lines.taken(
      sql,
      judged.map(({ key }) => key),
    );
    const known = await this.knowing.among(sql, source, records);
    return judged.map((row) => {
      const { record, problems: own } = row.judged;
      const earlier = taken.get(row.key);
      const twice = twiceInFile(row, seen);
      // To which store a member would go matters only to who is not here yet.
      const isRead = own.every(({ code }) => code === 'store_blank');
      if (earlier && isRead && !twice) return { ...row, ...repeated(row, earlier) };
      const byNumber = twice ? undefined : known(record);
      if (byNumber && 'same' in byNumber && isRead)
        return { ...row, state: 'known' as const, problems: [] };
      const problems = [...own];
      if (twice) problems.push(twice);
      else if (byNumber && 'problem' in byNumber) problems.push(byNumber.problem);
      else {
        if (record.cardNo && cards.has(record.cardNo))
          problems.push({ field: 'cardNo', code: 'card_taken' });
        if (record.phone && phones.has(record.phone))
          problems.push({ field: 'phone', code: 'phone_taken' });
      }
      return { ...row, problems, state: problems.length ? ('wrong' as const) : ('open' as const) };
    });
  }
}

function repeated(
  row: { fingerprint: string },
  earlier: TakenRow,
): Pick<Verdict, 'state' | 'problems'> {
  if (row.fingerprint === earlier.fingerprint) return { state: 'known', problems: [] };
  // What it brought is in the books already; the difference is for a person to decide.
  const params = { importId: earlier.importId, date: earlier.on };
  return { state: 'wrong', problems: [{ field: null, code: 'changed_since', params }] };
}

/** A row whose number or phone an earlier row of the file has; the first one stands. */
function twiceInFile(
  row: { lineNo: number; key: string; judged: JudgedRow },
  seen: Seen,
): RowProblem | undefined {
  const { cardNo, memberNo, phone } = row.judged.record;
  const line = (first: number) => ({ line: first });
  const sameKey = cardNo || memberNo || phone ? seen.keys.get(row.key) : undefined;
  if (sameKey !== undefined)
    return {
      field: cardNo ? 'cardNo' : memberNo ? 'memberNo' : 'phone',
      code: 'row_twice',
      params: line(sameKey),
    };
  const sameNo = memberNo ? seen.memberNos.get(memberNo) : undefined;
  if (sameNo !== undefined)
    return { field: 'memberNo', code: 'member_no_twice', params: line(sameNo) };
  const samePhone = phone ? seen.phones.get(phone) : undefined;
  if (samePhone !== undefined)
    return { field: 'phone', code: 'phone_twice', params: line(samePhone) };
  seen.keys.set(row.key, row.lineNo);
  if (phone) seen.phones.set(phone, row.lineNo);
  if (memberNo) seen.memberNos.set(memberNo, row.lineNo);
  return undefined;
}

function idsByWord(
  rows: readonly { id: number; code: string; name: string }[],
  words: Readonly<Record<string, number>>,
): Map<string, number> {
  const known = new Set(rows.map(({ id }) => id));
  return new Map([
    ...rows.map(({ id, code }) => [wordKey(code), id] as const),
    ...rows.map(({ id, name }) => [wordKey(name), id] as const),
    ...Object.entries(words)
      .filter(([, id]) => known.has(id))
      .map(([word, id]) => [wordKey(word), id] as const),
  ]);
}
