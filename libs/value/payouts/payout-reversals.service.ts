import type { Actor, CommandOutcome, Tx } from '#kernel';
import { Ledger } from '#ledger';
import { type UndoAct, type UndoKind, Undoings } from '#membership/documents';
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
    private readonly undoings: Undoings,
    private readonly ledger: Ledger,
    private readonly repository: PayoutsRepository,
  ) {}

  private readonly kind: UndoKind<ReversiblePayout, PayoutReversalResult> = {
    act: 'wallet.reverse_payout',
    right: PayoutPermission.reversePayout,
    document: 'payout',
    topic: 'wallet.payout_reversed',
    officeClock: null,
    named: (payoutId) => ({ payoutId }),
    find: (sql, id) => this.repository.reversible(sql, id),
    lock: (tx, id) => this.repository.lock(tx, id),
    notFound: () => PayoutError.notFound(),
    refusal({ kind, receiptNo, reversedAt }) {
      if (reversedAt) return PayoutError.alreadyReversed({ receiptNo });
      return kind === 'closing' ? PayoutError.notReversible() : null;
    },
    question: ({ kind, memberId, storeId, receiptNo, paidCents, principalCents }, { reason }) => ({
      subject: { kind: 'member', id: memberId },
      storeId,
      amountCents: Math.max(paidCents, principalCents),
      facts: { undoes: kind, receiptNo, reason },
    }),
    post: (tx, payout, act) => this.post(tx, payout, act),
  };

  /**
   * Money comes back into the acting till's drawer, principal and bonus into their lots, what a receiver has spent is owed.
   * Errors: payout.not_found, payout.not_reversible, payout.already_reversed, and those of Undoings.
   */
  reverse(
    actor: Actor,
    id: number,
    input: PayoutReversalInput,
    key: string,
  ): Promise<CommandOutcome<PayoutReversalResult>> {
    return this.undoings.undo(this.kind, actor, id, input, key);
  }

  private async post(tx: Tx, payout: ReversiblePayout, act: UndoAct) {
    const { id: payoutId, kind, receiptNo, paidCents, principalCents, receivedCents } = payout;
    const { actor, till, storeId, at, reason } = act;
    const { staffId } = actor;
    const { entryId } = await this.ledger.reverse(tx, {
      entryId: payout.entryId,
      kind: 'payout_reversal',
      businessDate: act.today,
      at,
      storeId,
      staffId,
      tillId: till?.tillId ?? null,
      drawerStoreId: paidCents + receivedCents > 0 ? storeId : null,
      document: { kind: 'payout', no: receiptNo },
      reason,
    });
    await this.repository.markReversed(tx, payoutId, { staffId, at, reason, entryId });
    return {
      entryId,
      documentId: payoutId,
      result: { payoutId, entryId },
      audit: {
        subjectKind: 'member',
        subjectId: payout.memberId,
        before: { payoutId, kind, receiptNo, reversed: false },
        after: { payoutId, reversed: true, principalCents, paidCents, receivedCents },
        storeId: payout.storeId,
      },
      notice: { payoutId },
    };
  }
}
