import { type Actor, Audit, Db, type Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ContactInput, ContactView } from './member-contact.dto.js';
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
      const made = await tx.one<{ id: number }>(
        'INSERT INTO member_contact (member_id, channel, body, staff_id, store_id, follow_up_on) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
        [
          id,
          input.channel,
          input.body,
          actor.staffId,
          actor.till?.storeId ?? actor.homeStoreId,
          input.followUpOn ?? null,
        ],
      );
      await this.audit.record(tx, actor, {
        action: 'member.contact',
        subjectKind: 'member',
        subjectId: id,
        after: { channel: input.channel, followUpOn: input.followUpOn ?? null },
      });
      return made;
    });
  }

  /** Errors: member.contact_not_found, member.follow_up_missing where there is none, or it was done. */
  followUp(actor: Actor, id: number, contactId: number): Promise<{ id: number }> {
    return this.db.write(async (tx) => {
      const member = await this.members.resolve(tx, id);
      const contact = await tx.maybe<{ open: boolean }>(
        `SELECT follow_up_on IS NOT NULL AND followed_up_at IS NULL AS open FROM member_contact
          WHERE id = $1 AND member_id = ANY ($2::bigint[]) FOR UPDATE`,
        [contactId, await this.repository.idsOf(tx, member.id)],
      );
      if (!contact) throw MemberError.contactNotFound();
      if (!contact.open) throw MemberError.followUpMissing();
      await tx.query(
        'UPDATE member_contact SET followed_up_at = now(), followed_up_by = $2 WHERE id = $1',
        [contactId, actor.staffId],
      );
      return { id: contactId };
    });
  }
}
