import {
  type Actor,
  assertCan,
  Audit,
  businessDateOf,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  inBody,
  lockMemberParts,
  memberInHand,
  mergeMemberParts,
  Outbox,
  type Tx,
} from '#kernel';
import { type AccountRef, type ActFacts, bonusOf, Ledger, pointsOf, principalOf } from '#ledger';
import {
  LevelChanges,
  memberKeys,
  type MemberRecord,
  MemberRecordRepository,
  mergedConsents,
  MemberPermission,
  MembersRepository,
  MembersService,
  PinsService,
} from '#membership/members';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MergedView, MergeInput } from './merge.dto.js';
import { type MergeConsent, MergeConsents } from './merge-consents.service.js';
import { MergeError } from './merge.errors.js';
import { MergeRepository } from './merge.repository.js';
import { mergedRecord } from './merge.rules.js';

/** Two records of one person become one: value, cards, consents and history go to the survivor. */
@Injectable()
export class MergingService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly members: MembersService,
    private readonly membersRepository: MembersRepository,
    private readonly records: MemberRecordRepository,
    private readonly levels: LevelChanges,
    private readonly pins: PinsService,
    private readonly consents: MergeConsents,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly repository: MergeRepository,
  ) {}

  onModuleInit(): void {
    this.ledger.followReversals({
      accounts: (tx, entryId, named) => this.repository.survivorsAccounts(tx, entryId, named),
      follow: (...args) => this.follow(...args),
    });
  }

  /**
   * Ends the merged record and gives the survivor all it had. Errors: merge.same_member, merge.open_sale, member.not_found,
   * member.merged, member.erased, merge.proof_required, merge.worth_changed, and those of MergeConsents.ask.
   */
  async merge(
    actor: Actor,
    survivorId: number,
    input: MergeInput,
    key: string,
  ): Promise<CommandOutcome<MergedView>> {
    const consent = await this.consents.ask(actor, survivorId, input, key);
    const request = { survivorId, ...MergeConsents.asked(input) };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'member.merge', actor, request }, () =>
        this.mergeOnce(tx, actor, survivorId, input, consent),
      ),
    );
  }

  private async mergeOnce(
    tx: Tx,
    actor: Actor,
    survivorId: number,
    { mergedMemberId, reason = null }: MergeInput,
    consent: MergeConsent,
  ): Promise<MergedView> {
    const { survivor, merged } = await this.locked(tx, survivorId, mergedMemberId);
    await this.consents.confirm(tx, consent, survivor, merged);
    const moved = await this.moveValue(tx, actor, survivor, merged, reason);
    const { cards } = await this.repository.cardsOf(tx, merged.id);
    await this.moveRecord(tx, actor, survivor, merged);
    await this.pins.end(tx, survivorId);
    await this.tellBoth(tx, actor, survivor, merged);
    const document = {
      memberId: survivorId,
      mergedMemberId,
      entryId: moved.entryId,
      principalCents: moved.principalCents,
      bonusCents: moved.bonusCents,
      points: moved.points,
      cards,
    };
    const { storeId, businessDate, at } = moved;
    const { staffId } = actor;
    const tillId = actor.till?.tillId ?? null;
    const where = { storeId, tillId, staffId, businessDate, at, reason };
    await this.repository.insert(tx, { ...document, ...where });
    await this.consents.record(tx, actor, consent, moved.entryId);
    await this.audit.record(tx, actor, {
      action: 'member.merge',
      subjectKind: 'member',
      subjectId: survivorId,
      after: { mergedMemberId, cards, pinEnded: survivor.hasPin, ...consent.facts },
      reason: reason ?? undefined,
      storeId,
    });
    await this.audit.record(tx, actor, {
      action: 'member.merged_into',
      subjectKind: 'member',
      subjectId: mergedMemberId,
      after: { memberId: survivorId },
      reason: reason ?? undefined,
      storeId,
    });
    return { ...document, pinEnded: survivor.hasPin };
  }

  /** Each phone that was on one of the records hears of it. */
  private async tellBoth(
    tx: Tx,
    actor: Actor,
    survivor: MemberRecord,
    merged: MemberRecord,
  ): Promise<void> {
    const told = merged.phone && survivor.phone ? [survivor, merged] : [survivor];
    const storeId = actor.till?.storeId ?? actor.homeStoreId;
    for (const { id: memberId } of told)
      await this.outbox.add(tx, {
        topic: 'member.merged',
        payload: { memberId, storeId, pinEnded: survivor.hasPin },
      });
  }

  // What the parts lock comes before the accounts, which the entry locks.
  private async locked(
    tx: Tx,
    survivorId: number,
    mergedId: number,
  ): Promise<{ survivor: MemberRecord; merged: MemberRecord }> {
    if (survivorId === mergedId) throw MergeError.sameMember();
    const before = await inBody('mergedMemberId', this.members.get(tx, mergedId));
    const other = await this.members.get(tx, survivorId);
    const memberIds = [survivorId, mergedId];
    await lockMemberParts(tx, {
      memberIds,
      walletIds: [before.walletId, other.walletId],
      mergedId,
    });
    const merged = await this.members.get(tx, mergedId);
    const survivor = await this.members.get(tx, survivorId);
    const open = await memberInHand(tx, memberIds);
    if (open) throw MergeError.openSale(open);
    return { survivor, merged };
  }

  private async moveValue(
    tx: Tx,
    actor: Actor,
    survivor: MemberRecord,
    merged: MemberRecord,
    reason: string | null,
  ) {
    const at = this.clock.now();
    const home = {
      timezone: survivor.homeStoreTimezone,
      cutoverHour: survivor.homeStoreCutoverHour,
    };
    const storeId = actor.till?.storeId ?? survivor.homeStoreId;
    const businessDate = businessDateOf(at, actor.till ?? home);
    const visits = await this.repository.visitAccounts(tx, merged.walletId);
    const pairs: (readonly [AccountRef, AccountRef])[] = [
      [principalOf(merged.walletId), principalOf(survivor.walletId)],
      [bonusOf(merged.walletId), bonusOf(survivor.walletId)],
      [pointsOf(merged.id), pointsOf(survivor.id)],
    ];
    for (const account of visits) pairs.push([account, { ...account, ownerId: survivor.walletId }]);
    const acted = await this.ledger.act(
      tx,
      {
        kind: 'merge',
        businessDate,
        at,
        storeId,
        staffId: actor.staffId,
        tillId: actor.till?.tillId ?? null,
        memberId: survivor.id,
        homeStoreId: survivor.homeStoreId,
        document: { kind: 'member_merge' },
        reason,
        accounts: pairs.flat(),
      },
      (books) =>
        pairs.map(([from, to]) => {
          const { balance, held, debt } = books.balance(from);
          books.moveAll(from, to);
          return balance + held - debt;
        }),
    );
    await this.repository.closeAccounts(tx, merged.walletId, merged.id);
    const [principalCents = 0, bonusCents = 0, points = 0] = acted.result;
    return {
      entryId: acted.entryId,
      principalCents,
      bonusCents,
      points,
      storeId,
      businessDate,
      at,
    };
  }

  private async moveRecord(
    tx: Tx,
    actor: Actor,
    survivor: MemberRecord,
    merged: MemberRecord,
  ): Promise<void> {
    const answers = mergedConsents(
      await this.records.answers(tx, survivor.id),
      await this.records.answers(tx, merged.id),
    );
    const ids = { survivor: survivor.id, merged: merged.id };
    const { record } = mergedRecord(survivor, merged, ids);
    await mergeMemberParts(tx, { from: sideOf(merged), to: sideOf(survivor), actor });
    await this.membersRepository.update(tx, survivor.id, record, memberKeys(record));
    const by = { source: 'merge', staffId: actor.staffId };
    await this.records.recordConsents(tx, survivor.id, answers, by);
    const ours = await this.repository.levelRank(tx, survivor.levelId);
    const theirs = await this.repository.levelRank(tx, merged.levelId);
    if (theirs.rank > ours.rank) {
      assertCan(actor, MemberPermission.setLevel);
      const { levelId } = merged;
      await this.levels.change(tx, actor, survivor.id, { levelId, source: 'merge' });
    }
  }

  /** Value that a reversal brought back to a merged member goes on to the survivor at once. */
  private async follow(
    tx: Tx,
    { businessDate, at, storeId, staffId, tillId }: ActFacts,
    balances: readonly AccountRef[],
    undone: number,
  ): Promise<void> {
    const closed = await this.repository.closedAmong(tx, balances);
    const [first] = closed;
    if (!first) return;
    const pairs = closed.map(({ kind, unit, ownerId, toOwnerId }) => {
      const from = { kind, unit, ownerId } as AccountRef;
      return [from, { ...from, ownerId: toOwnerId }] as const;
    });
    await this.ledger.act(
      tx,
      {
        kind: 'merge',
        businessDate,
        at,
        storeId,
        staffId,
        tillId,
        memberId: first.memberId,
        homeStoreId: first.homeStoreId,
        document: { kind: 'after_merge' },
        accounts: pairs.flat(),
      },
      (books) => pairs.forEach(([from, to]) => books.moveAll(from, to, undone)),
    );
  }
}

const sideOf = ({ id, walletId }: MemberRecord) => ({ memberId: id, walletId });
