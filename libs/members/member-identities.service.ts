import { type Actor, assertVersion, Audit, Db, Env, type Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import { isPossibleNumber, tidyNumber } from './identity-number.rules.js';
import { seal, unseal } from './identity-seal.js';
import { MemberError } from './member.errors.js';
import type { MemberIdentityView, RegisterIdentityInput } from './member-identity.dto.js';
import { MembersService } from './members.service.js';

/** Real names: that a document was seen, and its number if the installation can keep a secret. */
@Injectable()
export class MemberIdentitiesService {
  constructor(
    private readonly db: Db,
    private readonly env: Env,
    private readonly members: MembersService,
    private readonly audit: Audit,
  ) {}

  /** Errors: member.not_found. */
  async show(sql: Sql, id: number): Promise<MemberIdentityView> {
    const member = await this.members.resolve(sql, id);
    const keepsNumbers = this.env.encryptionKey !== null;
    const found = await sql.maybe<Omit<MemberIdentityView, 'registered' | 'keepsNumbers'>>(
      `SELECT i.id AS version, i.document_kind AS "documentKind", i.name, i.number_last4 AS "numberLast4", f.name AS "seenByName", i.seen_at AS "seenAt",
              s.name AS "storeName"
         FROM member_identity i JOIN staff f ON f.id = i.seen_by LEFT JOIN store s ON s.id = i.store_id WHERE i.member_id = $1`,
      [member.id],
    );
    if (found) return { registered: true, ...found, keepsNumbers };
    return {
      registered: false,
      version: 0,
      documentKind: null,
      name: null,
      numberLast4: null,
      seenByName: null,
      seenAt: null,
      storeName: null,
      keepsNumbers,
    };
  }

  /**
   * Writes down that the document was seen, in place of what was known before. Without a key the number is not kept.
   * Errors: member.not_found, member.merged, member.erased, record.changed, member.number_impossible.
   */
  register(actor: Actor, id: number, input: RegisterIdentityInput): Promise<MemberIdentityView> {
    const number = input.number ? tidyNumber(input.number) : null;
    if (number !== null && !isPossibleNumber(input.documentKind, number)) {
      throw MemberError.numberImpossible();
    }
    return this.db.write(async (tx) => {
      await this.members.lock(tx, id);
      // Every registration is a row of its own: its id is the version.
      const { version, documentKind, name, numberLast4 } = await this.show(tx, id);
      await assertVersion(tx, input.version, {
        subjectKind: 'member',
        subjectId: id,
        version,
        now: { documentKind, name, numberLast4 },
        actions: ['member.register_identity'],
      });
      await tx.query('DELETE FROM member_identity WHERE member_id = $1', [id]);
      const { rowId } = await tx.one<{ rowId: number }>(
        "SELECT nextval(pg_get_serial_sequence('member_identity', 'id')) AS \"rowId\"",
      );
      const key = this.env.encryptionKey;
      const kept = key && number !== null ? number : null;
      await tx.query(
        `INSERT INTO member_identity (id, member_id, document_kind, name, number_sealed, number_last4, seen_by, store_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          rowId,
          id,
          input.documentKind,
          input.name,
          key && kept !== null ? seal(key, rowId, kept) : null,
          kept?.slice(-4) ?? null,
          actor.staffId,
          actor.till?.storeId ?? actor.homeStoreId,
        ],
      );
      await this.audit.record(tx, actor, {
        action: 'member.register_identity',
        subjectKind: 'member',
        subjectId: id,
        after: { documentKind: input.documentKind, numberKept: kept !== null },
      });
      return this.show(tx, id);
    });
  }

  /** The whole number; that it was looked at is recorded. Errors: member.not_found, member.not_registered, member.number_unreadable. */
  showNumber(actor: Actor, id: number): Promise<{ number: string }> {
    return this.db.write(async (tx) => {
      const member = await this.members.resolve(tx, id);
      const row = await tx.maybe<{ id: number; sealed: Buffer | null }>(
        'SELECT id, number_sealed AS sealed FROM member_identity WHERE member_id = $1',
        [member.id],
      );
      if (!row?.sealed) throw MemberError.notRegistered();
      const key = this.env.encryptionKey;
      const number = key && unseal(key, row.id, row.sealed);
      if (!number) throw MemberError.numberUnreadable();
      await this.audit.record(tx, actor, {
        action: 'member.show_identity',
        subjectKind: 'member',
        subjectId: member.id,
      });
      return { number };
    });
  }
}
