import {
  type Actor,
  Audit,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  type Sql,
  type Tx,
} from '#kernel';
import { Ledger } from '#ledger';
import {
  forgetPersonalData,
  type MemberRecord,
  MembersRepository,
  MembersService,
  remaining,
  type Standing,
} from '#members';
import { WalletsService } from '#wallets';
import { Injectable } from '@nestjs/common';
import { ErasingRepository } from './erasing.repository.js';
import type { ErasedView, EraseInput, EraseStanding } from './merge.dto.js';
import { EraseError } from './merge.errors.js';
import { MergeRepository } from './merge.repository.js';

/** Forgets a person on request. What they bought and paid stays in the books, without a name. */
@Injectable()
export class ErasingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly members: MembersService,
    private readonly membersRepository: MembersRepository,
    private readonly wallets: WalletsService,
    private readonly audit: Audit,
    private readonly merges: MergeRepository,
    private readonly repository: ErasingRepository,
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
        await this.merges.lockCards(tx, [id], [known.walletId]);
        await this.membersRepository.lockAll(tx, await this.membersRepository.idsOf(tx, id));
        const member = await this.members.lock(tx, id);
        if (confirmation !== (member.name ?? member.nickname)) throw EraseError.confirmationWrong();
        const open = await this.merges.openSale(tx, [id]);
        if (open) throw EraseError.openSale(open);
        await this.assertSettled(tx, actor, member);
        await this.merges.closeAccounts(tx, member.walletId, id);
        await this.forget(tx, id);
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

  private async forget(tx: Tx, id: number): Promise<void> {
    const ids = await this.membersRepository.idsOf(tx, id);
    await this.repository.blankSearches(tx, ids);
    await this.repository.blank(tx, ids);
    await this.repository.blankApprovals(tx, ids);
    await forgetPersonalData(tx, ids);
    // Last: only the records of members who are erased may be cleaned.
    await this.repository.scrubRecords(tx, ids);
  }

  private async assertSettled(tx: Tx, actor: Actor, member: MemberRecord): Promise<void> {
    // What is due is released or expired first. Whatever moves the accounts now waits, or is over.
    const accounts = await this.repository.accountsOf(tx, member.walletId, member.id);
    await this.ledger.settle(tx, {
      kind: 'settlement',
      businessDate: this.today(actor, member),
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
    const today = this.today(actor, member);
    const wallet = await this.wallets.view(sql, { walletId, memberId: id }, today);
    const { cards } = await this.repository.cardsInUse(sql, id, walletId);
    return {
      principalCents: wallet.principalCents,
      bonusCents: wallet.bonusCents + wallet.heldBonusCents,
      points: wallet.points + wallet.pointsHeld,
      debtCents: wallet.principalDebtCents + wallet.bonusDebtCents,
      pointsDebt: wallet.pointsDebt,
      cards,
    };
  }

  private today(actor: Actor, member: MemberRecord): string {
    const { homeStoreTimezone: timezone, homeStoreCutoverHour: cutoverHour } = member;
    return this.wallets.today(actor, { timezone, cutoverHour });
  }
}
