import { Injectable } from '@nestjs/common';
import {
  type Actor,
  assertInScope,
  Audit,
  businessDateOf,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  storesOf,
} from '#kernel';
import { House, Ledger, stockOf } from '#ledger';
import type { OpeningInput, OpeningResult, StockPage, StockQuery } from './stock.dto.js';
import { stockList } from './stock-list.report.js';
import { StockRepository } from './stock.repository.js';
import { assertOpenable, openingNoOf } from './stock.rules.js';

@Injectable()
export class StockService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    private readonly repository: StockRepository,
  ) {}

  onHand(actor: Actor, query: StockQuery): Promise<StockPage> {
    const { q, categoryId, state } = query;
    const filters = { q, category: categoryId ? [categoryId] : null, stockState: state };
    const storeIds = storesOf(actor, query.storeId);
    return this.db.read((snapshot) => stockList.page(snapshot, filters, { storeIds }, query));
  }

  open(actor: Actor, input: OpeningInput, key: string): Promise<CommandOutcome<OpeningResult>> {
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'stock.open', actor, request: input }, async () => {
        const { storeId, lines } = input;
        assertInScope(actor, storeId);
        const productIds = lines.map((line) => line.productId);
        assertOpenable(lines, await this.repository.goodsAmong(tx, productIds));
        const store = await this.repository.storeClock(tx, storeId);
        const at = this.clock.now();
        const businessDate = businessDateOf(at, store);
        const documentNo = openingNoOf(
          store.code,
          businessDate,
          (await this.repository.documentsOfDay(tx, storeId, businessDate)) + 1,
        );
        const note = input.note ?? null;
        const staffId = actor.staffId;
        const act = {
          kind: 'stock_opening',
          businessDate,
          at,
          storeId,
          staffId,
          document: { kind: 'stock_document', no: documentNo },
          reason: note,
          accounts: productIds.map((productId) => stockOf(storeId, productId)),
        };
        const { entryId } = await this.ledger.act(tx, act, (books) => {
          for (const line of lines)
            books.stockIn(
              storeId,
              line.productId,
              line.qtyMilli,
              line.valueCents,
              House.stockOpening(storeId),
            );
        });
        const document = {
          documentNo,
          kind: 'opening' as const,
          storeId,
          businessDate,
          at,
          staffId,
          entryId,
          note,
        };
        const documentId = await this.repository.insert(tx, document, lines);
        await this.audit.record(tx, actor, {
          action: 'stock.open',
          subjectKind: 'stock_document',
          subjectId: documentId,
          after: { documentNo },
          storeId,
        });
        return { documentId, documentNo };
      }),
    );
  }
}
