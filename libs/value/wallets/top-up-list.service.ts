import { type Actor, assertInScope, Audit, Db, storesOf } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { SlipPrintView, TopUpListPage, TopUpQuery } from './top-up-list.dto.js';
import { topUpList } from './top-up-list.report.js';
import { TopUpListRepository } from './top-up-list.repository.js';
import { WalletError } from './wallet.errors.js';

/** Top-ups that were made: found, summed, printed again. */
@Injectable()
export class TopUpListService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly repository: TopUpListRepository,
  ) {}

  /** Errors: access.store_forbidden. */
  list(actor: Actor, query: TopUpQuery): Promise<TopUpListPage> {
    const { q, from, to, staffId, memberId, ruleId, tender, state } = query;
    const filters = {
      q,
      period: { from, to },
      staff: staffId,
      member: memberId ? [memberId] : null,
      rule: ruleId ? [ruleId] : null,
      tender,
      state,
    };
    const storeIds = storesOf(actor, query.storeIds ?? query.storeId);
    return this.db.read((snapshot) => topUpList.page(snapshot, filters, { storeIds }, query));
  }

  /** Counts a print; from the second on it is a reprint, and who asked for it is recorded. Errors: wallet.top_up_not_found, access.store_forbidden. */
  print(actor: Actor, id: number): Promise<SlipPrintView> {
    return this.db.write(async (tx) => {
      const found = await this.repository.storeOf(tx, id);
      if (!found) throw WalletError.topUpNotFound();
      assertInScope(actor, found.storeId);
      const printCount = await this.repository.countPrint(tx, id);
      if (printCount > 1) {
        await this.audit.record(tx, actor, {
          action: 'wallet.reprint_slip',
          subjectKind: 'top_up',
          subjectId: id,
          after: { printCount },
          storeId: found.storeId,
        });
      }
      return { printCount };
    });
  }
}
