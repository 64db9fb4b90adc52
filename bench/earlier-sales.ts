import { bulkInsert } from '#kernel';
import { type BulkLedger, bonusOf, pointsOf, principalOf, stockOf } from '#ledger';
import { pointsTerms } from '#value/points';
import { quoteSale } from '#goods/pricing';
import { receiptNoOf } from '#chain/receipts';
import { paymentOf, planSale } from '#counter/sales';
import type pg from 'pg';
import { PAY_RATE_BPS, PRICE_CENTS, PRODUCTS, storeCodeOf, storeOf } from './chain-facts.js';

type Row = Record<string, unknown>;

/** One purchase of each member before the measurement, paid in cash: whoever comes in has earned points before. */
export class EarlierSales {
  private readonly sales: Row[] = [];
  private readonly components: Row[] = [];
  private readonly lines: Row[] = [];
  private readonly tenders: Row[] = [];
  private readonly numbers = new Map<number, number>();

  constructor(
    private readonly ledger: BulkLedger,
    private readonly day: { businessDate: string; at: Date },
  ) {}

  add(memberId: number): void {
    const { businessDate, at } = this.day;
    const storeId = storeOf(memberId);
    const id = (memberId % PRODUCTS) + 1;
    const line = {
      kind: 'product',
      productId: id,
      name: `商品 ${id}`,
      isGoods: true,
      qtyMilli: 1_000,
      unitPriceCents: PRICE_CENTS,
      discountable: true,
      pointsFactorBps: 10_000,
    };
    const quote = quoteSale({ lines: [line], payRateBps: PAY_RATE_BPS, rounding: 'none' });
    const { dueCents } = quote;
    const payment = paymentOf(dueCents, [{ tender: 'cash', amountCents: dueCents }]);
    const buyer = { memberId, walletId: memberId, pointsPerYuanBps: 10_000 };
    const number = (this.numbers.get(storeId) ?? 0) + 1;
    this.numbers.set(storeId, number);
    const no = receiptNoOf(storeCodeOf(storeId), businessDate, number);
    const rule = { expiry: 'end_of_year', expiryYears: 1, expiryDays: 365 } as const;
    const act = {
      kind: 'sale',
      businessDate,
      at,
      storeId,
      staffId: storeId,
      tillId: storeId,
      memberId,
      homeStoreId: storeId,
      cardStoreId: storeId,
      drawerStoreId: storeId,
      document: { kind: 'sale', no },
      accounts: [
        ...[principalOf(memberId), bonusOf(memberId), pointsOf(memberId)],
        stockOf(storeId, id),
      ],
    };
    const { entryId, result } = this.ledger.act(act, (books) =>
      planSale(books, { quote }, payment, buyer, {
        storeId,
        bonusEarns: false,
        lines: { product: { allowNegativeStock: false } },
        tenders: {},
        points: pointsTerms(businessDate, rule, 'earned'),
      }),
    );
    const money = {
      list_cents: quote.listCents,
      discount_cents: quote.discountCents,
      due_cents: dueCents,
      principal_cents: 0,
      bonus_cents: 0,
      received_cents: dueCents,
      change_cents: 0,
      cost_cents: result.costCents,
      points_earned: result.pointsEarned,
      principal_after_cents: result.after?.principalCents,
      bonus_after_cents: result.after?.bonusCents,
      points_after: result.after?.points,
    };
    this.sales.push({
      id: memberId,
      receipt_no: no,
      entry_id: entryId,
      store_id: storeId,
      till_id: storeId,
      staff_id: storeId,
      member_id: memberId,
      card_id: memberId,
      level_id: 1,
      business_date: businessDate,
      at,
      ...money,
      print_count: 0,
    });
    this.lines.push({
      sale_id: memberId,
      line_no: 1,
      product_id: id,
      product_name: line.name,
      qty_milli: 1_000,
      unit_price_cents: PRICE_CENTS,
      pay_rate_bps: PAY_RATE_BPS,
      list_cents: quote.listCents,
      net_cents: dueCents,
      bonus_part_cents: 0,
      eligible_cents: dueCents,
      points_factor_bps: 10_000,
      cost_cents: result.costCents,
    });
    this.components.push(
      ...result.components.map(({ lineNo, kind, cents }) => ({
        sale_id: memberId,
        line_no: lineNo,
        kind,
        cents,
      })),
    );
    const paid = { amount_cents: dueCents, given_cents: dueCents };
    this.tenders.push({ sale_id: memberId, line_no: 1, tender: 'cash', ...paid });
  }

  async write(client: pg.Client): Promise<void> {
    await bulkInsert(client, 'sale', this.sales);
    await bulkInsert(client, 'sale_line', this.lines);
    await bulkInsert(client, 'sale_component', this.components);
    await bulkInsert(client, 'sale_tender', this.tenders);
    const counters = [...this.numbers].map(([storeId, last]) => ({
      store_id: storeId,
      business_date: this.day.businessDate,
      last_number: last,
    }));
    await bulkInsert(client, 'receipt_counter', counters);
  }
}
