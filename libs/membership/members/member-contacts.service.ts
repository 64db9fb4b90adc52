import { type Actor, addRecord, Audit, Db, lockRecord, type Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { ContactInput, ContactView } from './member-contact.dto.js';
import { MemberContact } from './member-record.entity.js';
import { MemberError } from './member.errors.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';

const CONTACT = `SELECT c.id, c.channel, c.body, c.at, f.name AS "staffName", s.name AS "storeName", c.follow_up_on AS "followUpOn",
         c.followed_up_at AS "followedUpAt", d.name AS "followedUpByName"
    FROM member_contact c LEFT JOIN staff f ON f.id = c.staff_id LEFT JOIN store s ON s.id = c.store_id LEFT JOIN staff d ON d.id = c.followed_up_by`;

/** Who spoke with a member about what, and what to come back to. */
@Injectable()
export class MemberContactsService {
  constructor(
    private readonly db: Db,
    private readonly members: MembersService,
    private readonly repository: MembersRepository,
    private readonly audit: Audit,
  ) {}

  /** What is open first, the earliest day before the others; then the newest. Errors: member.not_found. */
  list(id: number): Promise<ContactView[]> {
    return this.db.read(async (sql: Sql) => {
      const member = await this.members.resolve(sql, id);
      return sql.query<ContactView>(
        `${CONTACT} WHERE c.member_id = ANY ($1::bigint[])
          ORDER BY (c.follow_up_on IS NOT NULL AND c.followed_up_at IS NULL) DESC,
                   CASE WHEN c.followed_up_at IS NULL THEN c.follow_up_on END, c.id DESC LIMIT 200`,
        [await this.repository.idsOf(sql, member.id)],
      );
    });
  }

  /** Errors: member.not_found, member.merged, member.erased. */
  add(actor: Actor, id: number, input: ContactInput): Promise<{ id: number }> {
    return this.db.write(async (tx) => {
      await this.members.lock(tx, id);
      const storeId = actor.till?.storeId ?? actor.homeStoreId;
      const by = { memberId: id, staffId: actor.staffId, storeId };
      const made = await addRecord(tx, MemberContact, { ...input, ...by });
      await this.audit.record(tx, actor, {
        action: 'member.contact',
        subjectKind: 'member',
        subjectId: id,
        after: { channel: input.channel, followUpOn: input.followUpOn ?? null },
      });
      return { id: made.id };
    });
  }

  /** Errors: member.contact_not_found, member.follow_up_missing where there is none, or it was done. */
  followUp(actor: Actor, id: number, contactId: number): Promise<{ id: number }> {
    return this.db.write(async (tx) => {
      const member = await this.members.resolve(tx, id);
      const memberId = In(await this.repository.idsOf(tx, member.id));
      const contact = await lockRecord(tx, MemberContact, { id: contactId, memberId });
      if (!contact) throw MemberError.contactNotFound();
      if (!contact.followUpOn || contact.followedUpAt) throw MemberError.followUpMissing();
      const done = { followedUpAt: () => 'now()', followedUpBy: actor.staffId };
      await tx.manager.update(MemberContact, contactId, done);
      return { id: contactId };
    });
  }
}
