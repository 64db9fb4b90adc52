import { Approvals, type JudgedAct } from '#chain/approvals';
import {
  type Actor,
  assertInScope,
  Audit,
  type CommandOutcome,
  Commands,
  Db,
  Outbox,
  type Tx,
} from '#kernel';
import { type AccountRef, bonusOf, House, Ledger, planAct, pointsOf, principalOf } from '#ledger';
import { MembersService } from '#membership/members';
import type { PointsTerms } from '#value/points';
import { nextReceiptNo } from '#chain/receipts';
import { type PrepaidLimits, PrepaidLimitsService } from '#value/wallets';
import { Injectable } from '@nestjs/common';
import type { AdjustmentKind, AdjustmentResult } from './adjustment.dto.js';
import {
  type AdjustedMember,
  type AdjustingStore,
  AdjustmentsRepository,
} from './adjustments.repository.js';

/** What is given (+) or taken (−) by hand: cents for principal and bonus, points for points. */
export interface AdjustmentWish {
  kind: AdjustmentKind;
  amount: number;
  expiresOn?: string | null;
  reason: string;
  acceptLimit?: boolean;
}

/** Where and when, known before the transaction begins. */
export interface AdjustmentMoment {
  store: AdjustingStore;
  at: Date;
  businessDate: string;
  pointsTerms: PointsTerms;
  limits: PrepaidLimits;
}

/** The transaction of an adjustment: entry, document, approval, audit, message. */
@Injectable()
export class AdjustmentPoster {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
    private readonly limits: PrepaidLimitsService,
    private readonly members: MembersService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly repository: AdjustmentsRepository,
  ) {}

  /** What stands there before it, as far as can be seen without a lock; null: there is no such member. */
  async standing(
    memberId: number,
    kind: AdjustmentKind,
    businessDate: string,
  ): Promise<number | null> {
    const member = await this.repository.member(this.db, memberId);
    if (!member) return null;
    const [account] = await this.ledger.balances(this.db, [accountOf(kind, member)], businessDate);
    return account?.balance ?? 0;
  }

  once(
    actor: Actor,
    memberId: number,
    wish: AdjustmentWish,
    moment: AdjustmentMoment,
    second: JudgedAct,
    key: string,
  ): Promise<CommandOutcome<AdjustmentResult>> {
    const call = { key, name: 'value.adjust', actor, request: { memberId, ...wish } };
    return this.db.write((tx) =>
      this.commands.once(tx, call, async () => {
        const { walletId, homeStoreId } = await this.members.lock(tx, memberId);
        const member = { memberId, walletId, homeStoreId };
        assertInScope(actor, moment.store.storeId);
        return this.post(tx, actor, member, wish, moment, second);
      }),
    );
  }

  private async post(
    tx: Tx,
    actor: Actor,
    member: AdjustedMember,
    { kind, amount, expiresOn = null, reason, acceptLimit }: AdjustmentWish,
    { store, at, businessDate, pointsTerms, limits }: AdjustmentMoment,
    second: JudgedAct,
  ): Promise<AdjustmentResult> {
    const { walletId, memberId } = member;
    const { storeId } = store;
    const account = accountOf(kind, member);
    const act = {
      kind: 'value_adjustment',
      businessDate,
      at,
      storeId,
      homeStoreId: member.homeStoreId,
      staffId: actor.staffId,
      tillId: actor.till?.tillId ?? null,
      memberId,
      document: { kind: 'adjustment' },
      reason,
      // The whole wallet counts for its limit.
      accounts: kind === 'points' ? [account] : [principalOf(walletId), bonusOf(walletId)],
    };
    const against = House.adjustment(storeId);
    const planned = planAct(await this.ledger.lock(tx, act), act, (books) => {
      if (amount < 0) {
        books.take(account, -amount, against);
        return { repaid: 0, lastDay: null };
      }
      const terms =
        kind === 'points' ? pointsTerms : { expiresOn: kind === 'bonus' ? expiresOn : null };
      const { repaid } = books.grant(account, amount, {
        against,
        gifted: kind !== 'principal',
        ...terms,
      });
      return { repaid, lastDay: terms.expiresOn };
    });
    const { repaid, lastDay } = planned.result;
    const balanceAfter = planned.balances.find((one) => one.kind === kind)?.balance ?? 0;
    if (kind !== 'points')
      await this.limits.assert(tx, actor, limits, {
        walletId,
        addedCents: amount - repaid,
        addedBonusCents: kind === 'bonus' ? amount - repaid : 0,
        balances: planned.balances,
        acceptLimit,
      });
    const receiptNo = await nextReceiptNo(tx, store, businessDate);
    const entryId = await this.ledger.post(tx, planned, receiptNo);
    const adjustmentId = await this.repository.insert(tx, {
      kind,
      receiptNo,
      entryId,
      walletId,
      memberId,
      storeId,
      tillId: actor.till?.tillId ?? null,
      staffId: actor.staffId,
      businessDate,
      at,
      amount,
      repaid,
      expiresOn: lastDay,
      balanceAfter,
      reason,
    });
    await this.approvals.record(tx, actor, second, {
      entryId,
      documentKind: 'adjustment',
      documentId: adjustmentId,
    });
    await this.audit.record(tx, actor, {
      action: kind === 'points' ? 'points.adjust' : 'wallet.adjust',
      subjectKind: 'member',
      subjectId: memberId,
      before: { kind, balance: balanceAfter - amount + repaid },
      after: { kind, balance: balanceAfter, amount, receiptNo },
      reason,
      storeId,
    });
    await this.outbox.add(tx, { topic: 'wallet.adjusted', payload: { adjustmentId } });
    return { adjustmentId, receiptNo, amount, repaid, balanceAfter };
  }
}

function accountOf(kind: AdjustmentKind, { walletId, memberId }: AdjustedMember): AccountRef {
  if (kind === 'points') return pointsOf(memberId);
  return kind === 'bonus' ? bonusOf(walletId) : principalOf(walletId);
}
