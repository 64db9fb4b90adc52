import { Injectable } from '@nestjs/common';
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
import { paysMoney, storedValueCodes } from '#chain/tenders';
import type { PrintResult, SaleQuery } from './sale.dto.js';
import type { SaleDetail, SalePage } from './sale-view.dto.js';
import { SaleError } from './sale.errors.js';
import { saleList } from './sale-list.report.js';
import { SalesRepository } from './sales.repository.js';

/** Sales that were made: found, shown, printed. */
@Injectable()
export class SalesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: Audit,
    private readonly repository: SalesRepository,
  ) {}

  list(actor: Actor, query: SaleQuery): Promise<SalePage> {
    const { q, from, to, staffId, memberId, levelId, tender, status } = query;
    const filters = {
      q,
      period: { from, to },
      staff: staffId,
      member: memberId ? [memberId] : null,
      level: levelId,
      tender,
      status,
    };
    const storeIds = storesOf(actor, query.storeId);
    return this.db.read((snapshot) => saleList.page(snapshot, filters, { storeIds }, query));
  }

  async detail(actor: Actor, id: number): Promise<SaleDetail> {
    const today = businessDateOf(this.clock.now(), actor.till ?? CHAIN_CLOCK);
    const sale = await this.repository.detail(this.db, id, today);
    if (!sale) throw SaleError.notFound();
    assertInScope(actor, sale.storeId);
    const { cardNo, phone, ...shown } = sale;
    const stored = storedValueCodes();
    return {
      ...shown,
      tenders: sale.tenders.map((paid) => ({
        ...paid,
        isMoney: paysMoney(paid.tender),
        isStoredValue: stored.includes(paid.tender),
      })),
      cardNoMasked: maskCardNo(cardNo),
      phoneMasked: maskPhone(phone),
      receiptFooter: await this.settings.get('receipt.footer'),
    };
  }

  /** Counts a print; from the second on the receipt is marked as a reprint, and who asked for it is recorded. */
  print(actor: Actor, id: number): Promise<PrintResult> {
    return this.db.write(async (tx) => {
      const storeId = await this.repository.storeOf(tx, id);
      if (storeId === undefined) throw SaleError.notFound();
      assertInScope(actor, storeId);
      const printCount = await this.repository.countPrint(tx, id);
      if (printCount > 1) {
        await this.audit.record(tx, actor, {
          action: 'sale.reprint',
          subjectKind: 'sale',
          subjectId: id,
          after: { printCount },
          storeId,
        });
      }
      return { printCount };
    });
  }
}
