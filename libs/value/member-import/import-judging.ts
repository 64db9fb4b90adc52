import type { ImportLineRecord, Verdict } from '#chain/imports';
import type { Sql } from '#kernel';
import { cardNosInUse } from '#membership/cards';
import { phonesInUse } from '#membership/members';
import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import type { ControlTotals } from './control-totals.rules.js';
import type { ImportField } from './import-fields.rules.js';
import { ImportKnowing } from './import-knowing.js';
import { judgeRow, type JudgedRow, type RowContext } from './import-row.rules.js';
import { wordKey } from './import-words.rules.js';
import type { MemberMapping, MemberRowProblem } from './member-import.types.js';
import { MemberRowsRepository, type TakenRow } from './member-rows.repository.js';
import { fingerprint, rowKey } from './row-identity.js';

/** A row, and how it is known: of what it says, and of what was taken over before. */
export interface MemberVerdict extends Verdict {
  problems: MemberRowProblem[];
  judged: JudgedRow;
  key: string;
  fingerprint: string;
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

/** Judges rows by what they say and by what is there already; the dry run and the commit ask the same. */
@Injectable()
export class ImportJudging {
  constructor(
    private readonly settings: Settings,
    private readonly rows: MemberRowsRepository,
    private readonly knowing: ImportKnowing,
  ) {}

  /** Read before a transaction begins: settings have a connection of their own. */
  async context(
    sql: Sql,
    mapping: MemberMapping,
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

  async judge(
    sql: Sql,
    source: string,
    context: RowContext,
    rows: readonly ImportLineRecord[],
    seen: Seen,
  ): Promise<MemberVerdict[]> {
    const judged = rows.map((row) => {
      const result = judgeRow(row.cells, context);
      return {
        ...row,
        judged: result,
        key: rowKey(source, result.record),
        fingerprint: fingerprint(result.said),
        warnings: result.warnings,
        figures: figuresOf(result),
        isUnread: result.problems.some(({ field }) => field !== null && SUMMED.has(field)),
        unknownWords: { unknownLevels: result.unknownLevel, unknownStores: result.unknownStore },
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
    const taken = await this.rows.taken(
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

const SUMMED = new Set<ImportField>(['principal', 'bonus', 'points', 'spend']);

const figuresOf = ({ record, visits }: JudgedRow): Omit<ControlTotals, 'rows'> => {
  const { principalCents, bonusCents, points, spendCents } = record;
  return { principalCents, bonusCents, points, visits, spendCents };
};

function repeated(
  row: { fingerprint: string },
  earlier: TakenRow,
): Pick<MemberVerdict, 'state' | 'problems'> {
  if (row.fingerprint === earlier.fingerprint) return { state: 'known', problems: [] };
  // What it brought is in the books already; the difference is for a person to decide.
  const params = { importId: earlier.importId, date: earlier.on };
  return { state: 'wrong', problems: [{ field: null, code: 'changed_since', params }] };
}

/** A row whose number or phone an earlier row of the file has; the first one stands. */
function twiceInFile(
  row: { lineNo: number; key: string; judged: JudgedRow },
  seen: Seen,
): MemberRowProblem | undefined {
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
