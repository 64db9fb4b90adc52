import { type Actor, assertVersion, Audit, Db, type Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import { MemberError } from './member.errors.js';
import type { MarkStaffInput, StaffMarkView } from './member-staff.dto.js';
import { MembersService } from './members.service.js';

/** Staff who are members: nobody acts on, approves for, or gives to their own record (see migrations/0042-own-documents.sql). */
@Injectable()
export class MemberStaffService {
  constructor(
    private readonly db: Db,
    private readonly members: MembersService,
    private readonly audit: Audit,
  ) {}

  async of(sql: Sql, memberId: number): Promise<Omit<StaffMarkView, 'version'>> {
    const found = await sql.maybe<{ staffId: number; staffName: string }>(
      `SELECT f.id AS "staffId", f.name AS "staffName" FROM staff_member s JOIN staff f ON f.id = s.staff_id WHERE s.member_id = $1`,
      [memberId],
    );
    return found ?? { staffId: null, staffName: null };
  }

  /**
   * Says whose record it is, or that it is nobody's. Errors: member.not_found, member.merged, member.erased, member.staff_unknown,
   * member.staff_taken, member.own_record (nobody frees their own), record.changed.
   */
  mark(actor: Actor, memberId: number, input: MarkStaffInput): Promise<StaffMarkView> {
    return this.db.write(async (tx) => {
      const { version } = await this.members.lock(tx, memberId);
      const before = await this.of(tx, memberId);
      await assertVersion(tx, input.version, {
        subjectKind: 'member',
        subjectId: memberId,
        version,
        now: before,
        actions: ['member.mark_staff', 'member.edit'],
      });
      const { staffId = null } = input;
      const known = await tx.maybe<{ name: string }>('SELECT name FROM staff WHERE id = $1', [
        staffId,
      ]);
      if (staffId !== null && !known) throw MemberError.staffUnknown();
      // Before the mark is moved: whoever has it may not take it off.
      await this.audit.record(tx, actor, {
        action: 'member.mark_staff',
        subjectKind: 'member',
        subjectId: memberId,
        before: { staffName: before.staffName },
        after: { staffName: known?.name ?? null },
      });
      await tx.query(
        `DELETE FROM staff_member s USING member m WHERE m.id = s.member_id AND (m.id = $1 OR s.staff_id = $2 AND m.status <> 'active')`,
        [memberId, staffId],
      );
      if (staffId !== null)
        await tx.query(
          'INSERT INTO staff_member (staff_id, member_id, marked_by) VALUES ($1, $2, $3)',
          [staffId, memberId, actor.staffId],
        );
      await tx.query('UPDATE member SET version = version + 1 WHERE id = $1', [memberId]);
      return { ...(await this.of(tx, memberId)), version: version + 1 };
    });
  }
}
