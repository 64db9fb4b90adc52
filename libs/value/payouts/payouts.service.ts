import { CHAIN_CLOCK } from '#membership/cards';
import {
  type Actor,
  assertInScope,
  Audit,
  businessDateOf,
  Clock,
  Db,
  maskCardNo,
  maskPhone,
  storesOf,
} from '#kernel';
import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import type { PayoutQuery } from './payout.dto.js';
import { PayoutError } from './payout.errors.js';
import type { PayoutPage, PayoutPrintView, PayoutView } from './payout-view.dto.js';
import { payoutList } from './payout-list.report.js';
import { PayoutsRepository } from './payouts.repository.js';

/** Withdrawals, transfers, refunds and closings that were made: found, shown, printed. */
@Injectable()
export class PayoutsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: Audit,
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
}
