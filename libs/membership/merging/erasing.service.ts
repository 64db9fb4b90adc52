import {
  type Actor,
  Audit,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  eraseMemberParts,
  lockMemberParts,
  memberInHand,
  type Sql,
  type Tx,
} from '#kernel';
import { Ledger } from '#ledger';
import {
  type MemberRecord,
  MembersRepository,
  MembersService,
  remaining,
  type Standing,
} from '#membership/members';
import { Injectable } from '@nestjs/common';
import type { ErasedView, EraseInput, EraseStanding } from './merge.dto.js';
import { EraseError } from './merge.errors.js';
import { MergeRepository } from './merge.repository.js';
import { standOf, todayFor } from './member-stand.js';

/** Forgets a person on request. What they bought and paid stays in the books, without a name. */
@Injectable()
export class ErasingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly members: MembersService,
    private readonly membersRepository: MembersRepository,
    private readonly audit: Audit,
    private readonly merges: MergeRepository,
    private readonly ledger: Ledger,
  ) {}

  /** What must be settled before. Errors: member.not_found, member.merged, member.erased. */
  standing(actor: Actor, id: number): Promise<EraseStanding> {
    return this.db.read(async (sql) => {
      const standing = await this.standingOf(sql, actor, await this.members.get(sql, id));
      return { ...standing, clear: Object.keys(remaining(standing)).length === 0 };
    });
  }

  /**
   * Takes everything personal out of a member's record and of those merged into it; there is no way back.
   * Errors: member.not_found, member.merged, member.erased, erase.something_remains, erase.confirmation_wrong, erase.open_sale.
   */
  erase(
    actor: Actor,
    id: number,
    { confirmation, reason = null }: EraseInput,
    key: string,
  ): Promise<CommandOutcome<ErasedView>> {
    const request = { id, reason };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'member.erase', actor, request }, async () => {
        const known = await this.members.get(tx, id);
        const before = await this.membersRepository.idsOf(tx, id);
        await lockMemberParts(tx, { memberIds: before, walletIds: [known.walletId] });
        const member = await this.members.lock(tx, id);
        if (confirmation !== (member.name ?? member.nickname)) throw EraseError.confirmationWrong();
        const open = await memberInHand(tx, [id]);
        if (open) throw EraseError.openSale(open);
        await this.assertSettled(tx, actor, member);
        await this.merges.closeAccounts(tx, member.walletId, id);
        const memberIds = await this.membersRepository.idsOf(tx, id);
        await eraseMemberParts(tx, memberIds);
        // Last: only the records of members who are erased may be cleaned.
        await this.merges.scrubRecords(tx, memberIds);
        await this.audit.record(tx, actor, {
          action: 'member.erase',
          subjectKind: 'member',
          subjectId: id,
          reason: reason ?? undefined,
        });
        return { memberId: id };
      }),
    );
  }

  private async assertSettled(tx: Tx, actor: Actor, member: MemberRecord): Promise<void> {
    // What is due is released or expired first. Whatever moves the accounts now waits, or is over.
    const accounts = await this.merges.accountsOf(tx, member.walletId, member.id);
    await this.ledger.settle(tx, {
      kind: 'settlement',
      businessDate: todayFor(this.clock, actor, member),
      at: this.clock.now(),
      storeId: actor.till?.storeId ?? member.homeStoreId,
      staffId: actor.staffId,
      accounts,
    });
    const left = remaining(await this.standingOf(tx, actor, member));
    if (Object.keys(left).length === 0) return;
    const nothing = { principalCents: 0, bonusCents: 0, points: 0, debtCents: 0, pointsDebt: 0 };
    throw EraseError.somethingRemains({ ...nothing, cards: 0, ...left });
  }

  private async standingOf(sql: Sql, actor: Actor, member: MemberRecord): Promise<Standing> {
    const { id, walletId } = member;
    const { principal, bonus, points } = await standOf(
      this.ledger,
      sql,
      member,
      todayFor(this.clock, actor, member),
    );
    const { cards } = await this.merges.cardsInUse(sql, id, walletId);
    return {
      principalCents: principal.balance,
      bonusCents: bonus.balance + bonus.held,
      points: points.balance + points.held,
      debtCents: principal.debt + bonus.debt,
      pointsDebt: points.debt,
      cards,
    };
  }
}
