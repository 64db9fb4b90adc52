import type { Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ImportRecord } from './import-row.rules.js';
import { wordKey } from './import-words.rules.js';
import type { MemberRowProblem } from './member-import.types.js';
import { MemberRowsRepository, type NumberedRow } from './member-rows.repository.js';
import { memberNoKey } from './row-identity.js';

const MAX_SOURCES = 50;
/** A number that may be one of ours. */
const OWN_NUMBER = /^\d{1,15}$/;

/** What is known of a row by its member number; undefined: nothing. */
export type Knowing = { same: true } | { problem: MemberRowProblem } | undefined;

type Named = Pick<NumberedRow, 'name' | 'nickname'>;

/**
 * Knows members again by their number, where card and phone are missing or new: rows of an earlier import, of this or of
 * another source, and what this system has exported itself. Else they would come back as second members with the same money.
 */
@Injectable()
export class ImportKnowing {
  constructor(private readonly rows: MemberRowsRepository) {}

  async among(
    sql: Sql,
    source: string,
    records: readonly ImportRecord[],
  ): Promise<(record: ImportRecord) => Knowing> {
    const numbers = [...new Set(records.flatMap(({ memberNo }) => memberNo ?? []))];
    if (numbers.length === 0) return () => undefined;
    const others = (await this.rows.sources(sql, MAX_SOURCES)).filter((other) => other !== source);
    const keys = [source, ...others].flatMap((each) => numbers.map((no) => memberNoKey(each, no)));
    const taken = await this.rows.takenByMemberNo(sql, keys);
    const own = await this.rows.membersByNo(
      sql,
      numbers.filter((no) => OWN_NUMBER.test(no)).map(Number),
    );
    return (record) => {
      const { memberNo } = record;
      if (!memberNo) return undefined;
      const before = taken.get(memberNoKey(source, memberNo));
      if (before) return ofSameSource(record, before);
      const elsewhere = others
        .map((other) => taken.get(memberNoKey(other, memberNo)))
        .find((row) => row && hasName(record, row));
      if (elsewhere)
        return refused('known_elsewhere', { source: elsewhere.source, date: elsewhere.on });
      const member = OWN_NUMBER.test(memberNo) ? own.get(Number(memberNo)) : undefined;
      const isOurs = member && (hasName(record, member) || member.joinedOn === record.joinedOn);
      return isOurs ? refused('member_known', { memberNo }) : undefined;
    };
  }
}

const refused = (code: string, params: Record<string, string | number>): Knowing => ({
  problem: { field: 'memberNo', code, params },
});

function ofSameSource(record: ImportRecord, before: NumberedRow): Knowing {
  const brings = ['principalCents', 'bonusCents', 'points'] as const;
  if (brings.every((figure) => record[figure] === before[figure])) return { same: true };
  return refused('changed_since', { importId: before.importId, date: before.on });
}

function hasName(record: ImportRecord, { name, nickname }: Named): boolean {
  const names = [name, nickname].flatMap((each) => (each ? wordKey(each) : []));
  return [record.name, record.nickname].some((each) => each && names.includes(wordKey(each)));
}
