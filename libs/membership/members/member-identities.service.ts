import { Approvals, type JudgedAct } from '#chain/approvals';
import {
  type Actor,
  assertVersion,
  Audit,
  type CommandOutcome,
  Commands,
  Db,
  Env,
  Outbox,
  type Sql,
  type Tx,
} from '#kernel';
import { Injectable } from '@nestjs/common';
import { isPossibleNumber, tidyNumber } from './identity-number.rules.js';
import { seal, unseal } from './identity-seal.js';
import { proofAsked, proofFacts, type ProvenIdentity } from './identity-proof.dto.js';
import { MemberError } from './member.errors.js';
import type {
  MemberIdentityView,
  RegisteredIdentityView,
  RegisterIdentityInput,
} from './member-identity.dto.js';
import { MemberPermission } from './member.permissions.js';
import { MembersService } from './members.service.js';
import { ProofsService } from './proofs.service.js';

/** Real names: that a document was seen, and its number if the installation can keep a secret. */
@Injectable()
export class MemberIdentitiesService {
  constructor(
    private readonly db: Db,
    private readonly env: Env,
    private readonly commands: Commands,
    private readonly members: MembersService,
    private readonly proofs: ProofsService,
    private readonly approvals: Approvals,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
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
   * Writes down that the document was seen. In place of another one, which proves who the member is, it asks for the
   * member's PIN, the other document, or a second person, and the member is told. Without a key the number is not kept.
   * Errors: member.not_found, member.merged, member.erased, record.changed, member.number_impossible, and those of
   * ProofsService.prove and second.
   */
  async register(
    actor: Actor,
    id: number,
    { identity, approval, number: typed, ...seen }: RegisterIdentityInput,
    key: string,
  ): Promise<CommandOutcome<RegisteredIdentityView>> {
    const number = typed ? tidyNumber(typed) : null;
    if (number !== null && !isPossibleNumber(seen.documentKind, number)) {
      throw MemberError.numberImpossible();
    }
    // Inside the transaction the version is compared: 0 is the first registration, and stays so.
    const replaces = seen.version !== 0;
    const proven =
      replaces && identity ? await this.proofs.prove(actor, id, identity, { key }) : null;
    const act = {
      kind: MemberPermission.registerIdentity,
      memberId: id,
      facts: { document: seen.documentKind },
    };
    const second = replaces
      ? await this.proofs.second(actor, act, proven, approval, { key })
      : null;
    // The number, of which only the last four are shown, is no part of the fingerprint.
    const request = { memberId: id, ...seen, ...(proven ? { identity: proofAsked(proven) } : {}) };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'member.register_identity', actor, request }, () =>
        this.write(tx, actor, id, { ...seen, number }, proven, second),
      ),
    );
  }

  private async write(
    tx: Tx,
    actor: Actor,
    id: number,
    seen: Pick<RegisterIdentityInput, 'documentKind' | 'name' | 'version'> & {
      number: string | null;
    },
    proven: ProvenIdentity | null,
    second: JudgedAct | null,
  ): Promise<RegisteredIdentityView> {
    await this.members.lock(tx, id);
    // Every registration is a row of its own: its id is the version.
    const { version, documentKind, name, numberLast4 } = await this.show(tx, id);
    await assertVersion(tx, seen.version, {
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
    const sealing = this.env.encryptionKey;
    const kept = sealing ? seen.number : null;
    const storeId = actor.till?.storeId ?? actor.homeStoreId;
    await tx.query(
      `INSERT INTO member_identity (id, member_id, document_kind, name, number_sealed, number_last4, seen_by, store_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        rowId,
        id,
        seen.documentKind,
        seen.name,
        sealing && kept !== null ? seal(sealing, rowId, kept) : null,
        kept?.slice(-4) ?? null,
        actor.staffId,
        storeId,
      ],
    );
    await this.audit.record(tx, actor, {
      action: 'member.register_identity',
      subjectKind: 'member',
      subjectId: id,
      ...(second && { before: { documentKind, numberKept: numberLast4 !== null } }),
      after: {
        documentKind: seen.documentKind,
        numberKept: kept !== null,
        ...(proven && proofFacts(proven)),
      },
    });
    if (second) {
      const payload = { memberId: id, storeId };
      await this.outbox.add(tx, { topic: 'member.identity_replaced', payload });
      await this.approvals.record(tx, actor, second, {});
    }
    return { memberId: id, version: rowId };
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
