import { ReturnableSales, SaleError } from '#counter/sales';
import { type Actor, assertInScope, Audit, Db } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ReturnPrintResult, ReturnsOfSale } from './return.dto.js';
import { ReturnError } from './return.errors.js';
import { ReturnsRepository } from './returns.repository.js';

/** Returns that were made, and what is left to come back: shown and printed. */
@Injectable()
export class ReturnPapers {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly sales: ReturnableSales,
    private readonly repository: ReturnsRepository,
  ) {}

  async ofSale(actor: Actor, id: number): Promise<ReturnsOfSale> {
    const sale = await this.sales.look(this.db, id);
    if (!sale) throw SaleError.notFound();
    assertInScope(actor, sale.storeId);
    const { receiptNo, memberName, businessDate, dueCents, returnedCents } = sale;
    return {
      saleId: id,
      ...{ receiptNo, memberName, businessDate, dueCents, returnedCents },
      voided: sale.voidedAt !== null,
      lines: sale.lines.map((line) => ({
        lineNo: line.lineNo,
        kind: line.kind,
        productName: line.productName,
        unit: line.unit,
        weighed: line.weighed,
        isGoods: line.isGoods,
        qtyMilli: line.qtyMilli,
        returnedMilli: line.returnedMilli,
        netCents: line.netCents,
        leftCents: line.components.reduce((sum, each) => sum + each.cents - each.returnedCents, 0),
      })),
      returns: await this.repository.ofSale(this.db, id),
    };
  }

  /** From the second print on the slip is marked as a reprint, and who asked for it is recorded. */
  print(actor: Actor, id: number): Promise<ReturnPrintResult> {
    return this.db.write(async (tx) => {
      const printed = await this.repository.countPrint(tx, id);
      if (!printed) throw ReturnError.notFound();
      const { saleId, storeId, printCount } = printed;
      assertInScope(actor, storeId);
      if (printCount > 1)
        await this.audit.record(tx, actor, {
          action: 'sale.reprint',
          subjectKind: 'sale',
          subjectId: saleId,
          after: { printCount },
          storeId,
        });
      return { printCount };
    });
  }
}
