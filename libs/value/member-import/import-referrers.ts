import { cardNoValue, ImportLinesRepository, phoneValue, textOf } from '#chain/imports';
import { Db } from '#kernel';
import { linkReferrers } from '#membership/members';
import { Injectable } from '@nestjs/common';
import { MemberRowsRepository } from './member-rows.repository.js';
import { memberNoKey } from './row-identity.js';

const BATCH = 1_000;

/** Who sent whom can be said only once all rows are there: the referrer may stand further down in the file. */
@Injectable()
export class ImportReferrers {
  constructor(
    private readonly db: Db,
    private readonly lines: ImportLinesRepository,
    private readonly rows: MemberRowsRepository,
  ) {}

  /** Returns how many members were linked; numbers that nobody has are left out. */
  async link(importId: number, source: string, column: number | undefined): Promise<number> {
    if (column === undefined) return 0;
    let line = 0;
    let linked = 0;
    for (;;) {
      const rows = await this.lines.after(this.db, importId, line, BATCH, true);
      if (rows.length === 0) return linked;
      line = rows.at(-1)?.lineNo ?? line;
      const named = rows.flatMap(({ lineNo, cells }) => {
        const text = textOf(cells[column]);
        return text ? [{ lineNo, text }] : [];
      });
      if (named.length) linked += await this.linkSome(importId, source, named);
    }
  }

  private async linkSome(
    importId: number,
    source: string,
    named: readonly { lineNo: number; text: string }[],
  ): Promise<number> {
    const asked = [...new Set(named.map(({ text }) => text))].map((text) => ({
      text,
      cardNo: valueOf(cardNoValue(text)),
      phone: valueOf(phoneValue(text)),
      memberNoKey: memberNoKey(source, text),
    }));
    const members = await this.rows.memberOfLines(
      this.db,
      importId,
      named.map(({ lineNo }) => lineNo),
    );
    const found = await this.rows.membersOf(this.db, asked);
    const pairs = named.flatMap(({ lineNo, text }) => {
      const memberId = members.get(lineNo);
      const referrerId = found.get(text);
      return memberId && referrerId ? [{ memberId, referrerId }] : [];
    });
    return pairs.length ? this.db.write((tx) => linkReferrers(tx, pairs)) : 0;
  }
}

const valueOf = (found: ReturnType<typeof cardNoValue>): string =>
  'value' in found ? (found.value ?? '') : '';
