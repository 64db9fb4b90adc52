import { CHAIN_CLOCK } from '#cards';
import {
  type Actor,
  assertInScope,
  Audit,
  businessDateOf,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  maskCardNo,
  maskPhone,
  storesOf,
  tillOf,
} from '#kernel';
import { Ledger } from '#ledger';
import { MembersService } from '#members';
import { Settings } from '#settings';
import { Injectable } from '@nestjs/common';
import type { PayoutQuery, PayoutReversalInput } from './payout.dto.js';
import { PayoutError } from './payout.errors.js';
import type {
  PayoutPage,
  PayoutPrintView,
  PayoutReversalResult,
  PayoutView,
} from './payout-view.dto.js';
import { payoutList } from './payout-list.report.js';
import { PayoutsRepository } from './payouts.repository.js';

/** Withdrawals, transfers, refunds and closings that were made: found, shown, printed, reversed. */
@Injectable()
export class PayoutsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly settings: Settings,
    private readonly audit: Audit,
    private readonly members: MembersService,
    private readonly repository: PayoutsRepository,
  ) {}

  /** Of the actor's stores, the newest first, with totals. Errors: access.store_forbidden. */
  page(actor: Actor, query: PayoutQuery): Promise<PayoutPage> {
    const { q, kind, from, to, staffId, memberId, tender, state } = query;
    const filters = {
      q,
      payoutKind: kind,
      period: { from, to },
      staff: staffId,
      member: memberId ? [memberId] : null,
      tender,
      state,
    };
    const storeIds = storesOf(actor, query.storeId);
    return this.db.read((snapshot) => payoutList.page(snapshot, filters, { storeIds }, query));
  }

  /** Errors: payout.not_found, access.store_forbidden. */
  async show(actor: Actor, id: number): Promise<PayoutView> {
    const today = businessDateOf(this.clock.now(), actor.till ?? CHAIN_CLOCK);
    const payout = await this.repository.detail(this.db, id, today);
    if (!payout) throw PayoutError.notFound();
    assertInScope(actor, payout.storeId);
    const { phone, toPhone, cardNo, ...shown } = payout;
    return {
      ...shown,
      phoneMasked: maskPhone(phone),
      toPhoneMasked: maskPhone(toPhone),
      cardNoMasked: maskCardNo(cardNo),
      receiptFooter: await this.settings.get('receipt.footer'),
    };
  }

  /** Counts a print; from the second on the slip is a copy. Errors: payout.not_found, access.store_forbidden. */
  print(actor: Actor, id: number): Promise<PayoutPrintView> {
    return this.db.write(async (tx) => {
      const storeId = await this.repository.storeOf(tx, id);
      if (storeId === undefined) throw PayoutError.notFound();
      assertInScope(actor, storeId);
      const printCount = await this.repository.countPrint(tx, id);
      if (printCount > 1) {
        await this.audit.record(tx, actor, {
          action: 'wallet.reprint',
          subjectKind: 'payout',
          subjectId: id,
          after: { printCount },
          storeId,
        });
      }
      return { printCount };
    });
  }

  /**
   * Undoes a withdrawal, transfer or refund that was keyed by mistake: money comes back into the acting till's drawer,
   * principal and bonus into their lots, what a receiver has spent is owed. A closing is final.
   * Errors: session.no_till, payout.not_found, payout.not_reversible, payout.already_reversed, access.store_forbidden,
   * ledger.not_reversible.
   */
  reverse(
    actor: Actor,
    id: number,
    { reason }: PayoutReversalInput,
    key: string,
  ): Promise<CommandOutcome<PayoutReversalResult>> {
    const till = tillOf(actor);
    return this.db.write((tx) =>
      this.commands.once(
        tx,
        { key, name: 'wallet.reverse_payout', actor, request: { payoutId: id, reason } },
        async () => {
          const payout = await this.repository.lock(tx, id);
          if (!payout) throw PayoutError.notFound();
          assertInScope(actor, payout.storeId);
          const { kind, receiptNo, memberId } = payout;
          if (payout.reversedAt) throw PayoutError.alreadyReversed({ receiptNo });
          if (kind === 'closing') throw PayoutError.notReversible();
          await this.members.lockForUndoing(tx, payout.entryId);
          const at = this.clock.now();
          const { entryId } = await this.ledger.reverse(tx, {
            entryId: payout.entryId,
            kind: 'payout_reversal',
            businessDate: businessDateOf(at, till),
            at,
            storeId: till.storeId,
            staffId: actor.staffId,
            tillId: till.tillId,
            drawerStoreId: payout.paidCents + payout.receivedCents > 0 ? till.storeId : null,
            document: { kind: 'payout', no: receiptNo },
            reason,
          });
          await this.repository.markReversed(tx, id, {
            staffId: actor.staffId,
            at,
            reason,
            entryId,
          });
          await this.audit.record(tx, actor, {
            action: 'wallet.reverse_payout',
            subjectKind: 'member',
            subjectId: memberId,
            before: { payoutId: id, kind, receiptNo },
            reason,
            storeId: payout.storeId,
          });
          return { payoutId: id, entryId };
        },
      ),
    );
  }
}
