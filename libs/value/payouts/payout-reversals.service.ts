import { Approvals, type JudgedAct, LateUndo, type UndoDays } from '#chain/approvals';
import {
  type Actor,
  assertInScope,
  Audit,
  businessDateOf,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  type DeskTill,
  Outbox,
  tillOf,
  type Tx,
} from '#kernel';
import { Ledger } from '#ledger';
import { MembersService } from '#membership/members';
import { Injectable } from '@nestjs/common';
import type { PayoutReversalInput } from './payout.dto.js';
import { PayoutError } from './payout.errors.js';
import { PayoutPermission } from './payout.permissions.js';
import type { PayoutReversalResult } from './payout-view.dto.js';
import { PayoutsRepository, type ReversiblePayout } from './payouts.repository.js';

/** A withdrawal, transfer or refund that was keyed by mistake is undone. A closing is final. */
@Injectable()
export class PayoutReversals {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly approvals: Approvals,
    private readonly lateUndo: LateUndo,
    private readonly members: MembersService,
    private readonly repository: PayoutsRepository,
  ) {}

  /**
   * Money comes back into the acting till's drawer, principal and bonus into their lots, what a receiver has spent is owed.
   * Errors: session.no_till, payout.not_found, payout.not_reversible, payout.already_reversed, access.store_forbidden,
   * undo.day_is_over, ledger.not_reversible, and those of an approval.
   */
  async reverse(
    actor: Actor,
    id: number,
    { reason, approval }: PayoutReversalInput,
    key: string,
  ): Promise<CommandOutcome<PayoutReversalResult>> {
    const till = tillOf(actor);
    const at = this.clock.now();
    const second = await this.approve(actor, till, id, at, reason, approval, key);
    const call = {
      key,
      name: 'wallet.reverse_payout',
      actor,
      request: { payoutId: id, reason },
    };
    return this.db.write((tx) =>
      this.commands.once(tx, call, async () => {
        const result = await this.undo(tx, actor, till, id, at, reason);
        if (second)
          await this.approvals.record(tx, actor, second, {
            entryId: result.entryId,
            documentKind: 'payout',
            documentId: id,
          });
        return result;
      }),
    );
  }

  /** The second person of a reversal after the end of the day; null: there is nothing to agree to. */
  private async approve(
    actor: Actor,
    till: DeskTill,
    id: number,
    at: Date,
    reason: string,
    approval: PayoutReversalInput['approval'],
    key: string,
  ): Promise<JudgedAct | null> {
    const payout = await this.repository.reversible(this.db, id);
    if (!payout || payout.reversedAt || payout.kind === 'closing') return null;
    if (!actor.storeIds.includes(payout.storeId)) return null;
    const { memberId, receiptNo, kind, paidCents, principalCents } = payout;
    const undoing = {
      kind: PayoutPermission.reversePayout,
      subject: { kind: 'member', id: memberId },
      storeId: payout.storeId,
      amountCents: Math.max(paidCents, principalCents),
      facts: { undoes: kind, receiptNo, reason },
      ...daysOf(payout, till, at),
    };
    return this.lateUndo.judge(actor, undoing, approval, { key });
  }

  private async undo(
    tx: Tx,
    actor: Actor,
    till: DeskTill,
    id: number,
    at: Date,
    reason: string,
  ): Promise<PayoutReversalResult> {
    const payout = await this.repository.lock(tx, id);
    if (!payout) throw PayoutError.notFound();
    assertInScope(actor, payout.storeId);
    const { kind, receiptNo, memberId, paidCents, principalCents, receivedCents } = payout;
    if (payout.reversedAt) throw PayoutError.alreadyReversed({ receiptNo });
    if (kind === 'closing') throw PayoutError.notReversible();
    const days = daysOf(payout, till, at);
    this.lateUndo.assertInTime(actor, days);
    await this.members.lockForUndoing(tx, payout.entryId);
    const { entryId } = await this.ledger.reverse(tx, {
      entryId: payout.entryId,
      kind: 'payout_reversal',
      businessDate: days.today,
      at,
      storeId: till.storeId,
      staffId: actor.staffId,
      tillId: till.tillId,
      drawerStoreId: paidCents + receivedCents > 0 ? till.storeId : null,
      document: { kind: 'payout', no: receiptNo },
      reason,
    });
    await this.repository.markReversed(tx, id, { staffId: actor.staffId, at, reason, entryId });
    await this.audit.record(tx, actor, {
      action: 'wallet.reverse_payout',
      subjectKind: 'member',
      subjectId: memberId,
      before: { payoutId: id, kind, receiptNo, reversed: false },
      after: { payoutId: id, reversed: true, principalCents, paidCents, receivedCents },
      reason,
      storeId: payout.storeId,
    });
    await this.outbox.add(tx, { topic: 'wallet.payout_reversed', payload: { payoutId: id } });
    return { payoutId: id, entryId };
  }
}

/** The business day of a payout, and the one of the till it is reversed at. */
function daysOf(payout: ReversiblePayout, till: DeskTill, at: Date): UndoDays {
  return { madeOn: payout.businessDate, today: businessDateOf(at, till) };
}
