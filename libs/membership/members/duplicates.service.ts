import { Db, maskPhone, type Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import { type Likeness, soundsOf, whyAlike } from './duplicate.rules.js';
import type { DuplicatesQuery, DuplicateView } from './member-record.dto.js';
import { MemberRecordRepository } from './member-record.repository.js';
import { photoAddress } from './member.rules.js';
import type { MemberRecord } from './members.repository.js';

const LIKELY_LOOKED_AT = 50;
const SHOWN = 5;

/** Who may be one person with two records. */
@Injectable()
export class Duplicates {
  constructor(
    private readonly db: Db,
    private readonly records: MemberRecordRepository,
  ) {}

  /** Who may be the same person as somebody that is being written down: a warning, never a refusal. */
  like(query: DuplicatesQuery): Promise<DuplicateView[]> {
    const { name, nickname, month: birthMonth = null, day: birthDay = null } = query;
    const phone = query.phone ?? null;
    const asked = { name, nickname, phone, birthMonth, birthDay };
    return this.alike(this.db, asked, query.exceptId ?? null);
  }

  /** Who may be the same person as a member. */
  of(sql: Sql, member: MemberRecord): Promise<DuplicateView[]> {
    return this.alike(sql, member, member.id);
  }

  private async alike(
    sql: Sql,
    asked: Likeness,
    exceptId: number | null,
  ): Promise<DuplicateView[]> {
    const { phone = null, birthMonth = null, birthDay = null } = asked;
    const by = { phone, birthMonth, birthDay, keys: birthMonth && birthDay ? soundsOf(asked) : [] };
    const likely = await this.records.likely(sql, by, exceptId, LIKELY_LOOKED_AT);
    return likely
      .flatMap((other): DuplicateView[] => {
        const reason = whyAlike(asked, other);
        if (!reason) return [];
        const { id, name, nickname, levelName, homeStoreName } = other;
        const shown = { id, name, nickname, levelName, homeStoreName, reason };
        const photo = photoAddress(id, other.photoTag);
        return [{ ...shown, phoneMasked: maskPhone(other.phone), photo }];
      })
      .slice(0, SHOWN);
  }
}
