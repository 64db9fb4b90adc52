import { addDays, businessDateOf } from '#kernel';
import { BulkLedger, bonusOf, House, pointsOf as pointsAccount, principalOf, stockOf, type Books } from '#ledger';
import { pointsTerms, type PointsSettings } from '#points';
import { quoteSale, type SaleQuote } from '#pricing';
import { receiptNoOf } from '#receipts';
import { accountsOfSale, type Payment, paymentOf, planSale, type PlannedSale } from '#sales';
import { bonusLots, planTopUp } from '#wallets';
import type { DemoProduct } from './demo-catalogue.js';
import type { DemoMember } from './demo-members.js';
import { LEVELS, SELLERS, STORES, STORE_WEIGHTS, TOP_UP_RULES } from './organisation.data.js';
import { WeightedChoice, type SeededRandom } from './random.js';

type Row = Record<string, unknown>;

const DAYS = 90;
const SALES_PER_DAY = 222;
const TOP_UPS_PER_DAY = 30;
const TIMEZONE = 'Asia/Shanghai';
const POINTS: PointsSettings = { expiry: 'end_of_year', expiryYears: 1, expiryDays: 365 };
const TENDERS: readonly (readonly ['wechat' | 'alipay' | 'cash' | 'bank_card', number])[] = [['wechat', 46], ['alipay', 26], ['cash', 19], ['bank_card', 9]];
/** Saturdays and Sundays are busier. */
const WEEKDAY = [1.25, 0.85, 0.85, 0.9, 0.95, 1.1, 1.35] as const;

export interface DemoHistory {
  ledger: BulkLedger;
  rows: { sales: Row[]; lines: Row[]; tenders: Row[]; topUps: Row[]; counters: Row[]; documents: Row[]; documentLines: Row[] };
}

interface Event {
  at: Date;
  storeId: number;
  kind: 'sale' | 'top_up';
}

/** Ninety days of opening stock, top-ups and sales, ending at `now`, each act planned by the ledger's own planner. */
export function demoHistory(random: SeededRandom, now: Date, products: readonly DemoProduct[], members: readonly DemoMember[]): DemoHistory {
  return new HistoryWriter(random, now, products, members).write();
}

class HistoryWriter {
  private readonly ledger = new BulkLedger();
  private readonly rows: DemoHistory['rows'] = { sales: [], lines: [], tenders: [], topUps: [], counters: [], documents: [], documentLines: [] };
  private readonly sequences = new Map<string, number>();
  private readonly popular: WeightedChoice<DemoProduct>;
  private readonly regulars: ReadonlyMap<number, WeightedChoice<DemoMember>>;
  private readonly walletMembers: ReadonlyMap<number, WeightedChoice<DemoMember>>;

  constructor(
    private readonly random: SeededRandom,
    private readonly now: Date,
    private readonly products: readonly DemoProduct[],
    members: readonly DemoMember[],
  ) {
    this.popular = new WeightedChoice(products, (product) => product.weight);
    const byStore = (choose: (member: DemoMember) => boolean) =>
      new Map(STORE_WEIGHTS.map(([storeId]) => [storeId, new WeightedChoice(members.filter((member) => member.homeStoreId === storeId && choose(member)), (member) => member.weight)]));
    this.regulars = byStore(() => true);
    this.walletMembers = byStore((member) => member.usesWallet);
  }

  write(): DemoHistory {
    const first = businessDateOf(new Date(this.now.getTime() - DAYS * 86_400_000), { timezone: TIMEZONE, cutoverHour: 0 });
    this.openStock(addDays(first, -1));
    for (const event of this.events(first)) {
      if (event.kind === 'sale') this.sell(event);
      else this.topUp(event);
    }
    for (const [key, last] of this.sequences) {
      const [storeId, businessDate] = key.split(' ');
      this.rows.counters.push({ store_id: Number(storeId), business_date: businessDate, last_number: last });
    }
    return { ledger: this.ledger, rows: this.rows };
  }

  /** When things happen: more at noon and after work, and nothing after now. */
  private events(first: string): Event[] {
    const events: Event[] = [];
    for (let day = 0; day <= DAYS; day += 1) {
      const date = addDays(first, day);
      const factor = WEEKDAY[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 1;
      const add = (kind: Event['kind'], perDay: number) => {
        for (let count = Math.round(perDay * factor * (0.9 + this.random.next() * 0.2)); count > 0; count -= 1) {
          const hour = this.random.weighted([[9.5, 6], [11, 12], [12, 16], [13.5, 10], [15, 11], [16.5, 10], [18, 16], [19.5, 13], [20.5, 6]]);
          const at = new Date(Date.parse(`${date}T00:00:00+08:00`) + Math.floor((hour + this.random.next() * 1.5) * 3_600_000));
          if (at < this.now) events.push({ at, storeId: this.random.weighted(STORE_WEIGHTS), kind });
        }
      };
      add('sale', SALES_PER_DAY);
      add('top_up', TOP_UPS_PER_DAY);
    }
    return events.sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  private openStock(businessDate: string): void {
    const at = new Date(`${businessDate}T02:00:00Z`);
    for (const [storeId, weight] of STORE_WEIGHTS) {
      const store = storeOf(storeId);
      const lines = this.products.filter((product) => product.kind === 'goods').map((product) => {
        const units = product.weighed ? this.random.whole(40, 90) : Math.ceil((product.weight * weight) / 2.4) + this.random.whole(6, 40);
        return { product, qtyMilli: units * 1000, valueCents: units * product.costCents };
      });
      const documentNo = `${store.code}-QC-${businessDate.replaceAll('-', '')}-01`;
      const { entryId } = this.ledger.act(
        { kind: 'stock_opening', businessDate, at, storeId, staffId: 1, document: { kind: 'stock_document', no: documentNo }, accounts: lines.map(({ product }) => stockOf(storeId, product.id)) },
        (books) => {
          for (const line of lines) books.stockIn(storeId, line.product.id, line.qtyMilli, line.valueCents, House.stockOpening(storeId));
        },
      );
      const id = this.rows.documents.length + 1;
      this.rows.documents.push({ id, document_no: documentNo, kind: 'opening', store_id: storeId, business_date: businessDate, at: at.toISOString(), staff_id: 1, entry_id: entryId, note: '期初入库' });
      lines.forEach(({ product, qtyMilli, valueCents }, index) => this.rows.documentLines.push({ document_id: id, line_no: index + 1, product_id: product.id, qty_milli: qtyMilli, value_cents: valueCents }));
    }
  }

  private topUp(event: Event): void {
    const member = this.walletMembers.get(event.storeId)?.pick(this.random);
    if (!member) return;
    const { businessDate, store } = this.day(event);
    if (businessDate < member.joinedOn) return;
    const amount = this.random.weighted([[300_00, 20], [500_00, 34], [1000_00, 32], [2000_00, 14]]);
    const rule = TOP_UP_RULES.filter((candidate) => candidate.pay_cents <= amount && (candidate.level_id === null || candidate.level_id === member.levelId))
      .sort((a, b) => b.pay_cents - a.pay_cents || (b.level_id ?? 0) - (a.level_id ?? 0))[0];
    const tender = this.random.weighted(TENDERS);
    const receiptNo = this.receiptNo(event.storeId, store.code, businessDate);
    const staffId = this.random.pick(SELLERS[event.storeId] ?? [4]);
    const accounts = [principalOf(member.id), bonusOf(member.id), pointsAccount(member.id)];
    const { entryId, result } = this.ledger.act(
      { ...this.facts(event, member, staffId), kind: 'top_up', drawerStoreId: event.storeId, document: { kind: 'top_up', no: receiptNo }, accounts },
      (books) => {
        planTopUp(books, {
          walletId: member.id, memberId: member.id, storeId: event.storeId, tender, principalCents: amount, points: rule?.points ?? 0,
          bonusLots: rule ? bonusLots({ bonusCents: rule.bonus_cents, bonusValidDays: rule.bonus_valid_days, bonusInstalments: rule.bonus_instalments }, businessDate) : [],
          pointsTerms: pointsTerms(businessDate, POINTS, 'gift'),
        });
        return standing(books, member.id);
      },
    );
    this.rows.topUps.push({
      id: this.rows.topUps.length + 1, receipt_no: receiptNo, entry_id: entryId, wallet_id: member.id, member_id: member.id, card_id: member.cardId, store_id: event.storeId,
      till_id: tillOf(event.storeId), staff_id: staffId, business_date: businessDate, at: event.at.toISOString(), tender, principal_cents: amount, bonus_cents: rule?.bonus_cents ?? 0,
      points: rule?.points ?? 0, rule_id: rule?.id ?? null, principal_after_cents: result.principal, bonus_after_cents: result.bonus, points_after: result.points,
    });
  }

  private sell(event: Event): void {
    const { businessDate, store } = this.day(event);
    const from = this.random.chance(0.94) ? event.storeId : this.random.weighted(STORE_WEIGHTS);
    const picked = this.random.chance(0.78) ? this.regulars.get(from)?.pick(this.random) : undefined;
    const member = picked && picked.joinedOn <= businessDate ? picked : null;
    const level = LEVELS.find((candidate) => candidate.id === member?.levelId);
    const lines = this.cart(event.storeId);
    if (!lines.length) return;
    const quote = quoteSale({ lines: lines.map(({ product, qtyMilli }) => ({ productId: product.id, qtyMilli, unitPriceCents: product.priceCents, discountable: product.discountable, pointsFactorBps: 10_000 })), payRateBps: level?.pay_rate_bps ?? 10_000, rounding: 'none' });
    const staffId = this.random.pick(SELLERS[event.storeId] ?? [4]);
    const receiptNo = this.receiptNo(event.storeId, store.code, businessDate);
    const sale = { quote, products: lines.map(({ product }) => ({ ...product, status: 'active', pointsFactorBps: 10_000 })) };
    const buyer = member && level ? { memberId: member.id, walletId: member.id, pointsPerYuanBps: level.points_per_yuan_bps } : null;
    const payment = paymentOf(quote.dueCents, this.tenders(member, quote.dueCents));
    const { entryId, result } = this.ledger.act(
      {
        ...this.facts(event, member, staffId), kind: 'sale', drawerStoreId: payment.receivedCents > 0 ? event.storeId : null, document: { kind: 'sale', no: receiptNo },
        accounts: accountsOfSale(sale, buyer, event.storeId),
      },
      (books) => planSale(books, sale, payment, buyer, { storeId: event.storeId, spendOrder: 'proportional', bonusEarns: false, allowNegativeStock: false, points: pointsTerms(businessDate, POINTS, 'earned') }),
    );
    this.keepSale(event, { receiptNo, entryId, member, businessDate, staffId, lines, quote, payment, result });
  }

  /** From the wallet what it has, the rest by one kind of money; cash is handed over in round notes. */
  private tenders(member: DemoMember | null, dueCents: number): Parameters<typeof paymentOf>[1] {
    const spendable = member?.usesWallet ? this.ledger.balanceOf(principalOf(member.id)) + this.ledger.balanceOf(bonusOf(member.id)) : 0;
    const wallet = Math.min(spendable, dueCents);
    const tender = this.random.weighted(TENDERS);
    const rest = dueCents - wallet;
    const givenCents = tender === 'cash' ? Math.ceil(rest / 10_00) * 10_00 : rest;
    return [...(wallet ? [{ tender: 'wallet' as const, amountCents: wallet }] : []), ...(rest ? [{ tender, amountCents: rest, givenCents }] : [])];
  }

  private keepSale(event: Event, sale: { receiptNo: string; entryId: number; member: DemoMember | null; businessDate: string; staffId: number; lines: Cart; quote: SaleQuote; payment: Payment; result: PlannedSale }): void {
    const id = this.rows.sales.length + 1;
    const { quote, result, member, payment } = sale;
    this.rows.sales.push({
      id, receipt_no: sale.receiptNo, entry_id: sale.entryId, store_id: event.storeId, till_id: tillOf(event.storeId), staff_id: sale.staffId, member_id: member?.id ?? null,
      card_id: member?.cardId ?? null, level_id: member?.levelId ?? null, business_date: sale.businessDate, at: event.at.toISOString(), list_cents: quote.listCents,
      discount_cents: quote.discountCents, due_cents: quote.dueCents, principal_cents: result.principalCents, bonus_cents: result.bonusCents,
      received_cents: payment.receivedCents, change_cents: payment.changeCents, cost_cents: result.costCents, points_earned: result.pointsEarned,
      principal_after_cents: result.after?.principalCents ?? null, bonus_after_cents: result.after?.bonusCents ?? null, points_after: result.after?.points ?? null,
      print_count: this.random.chance(0.6) ? 1 : 0,
    });
    quote.lines.forEach((line, index) => this.rows.lines.push({
      sale_id: id, line_no: index + 1, product_id: line.productId, product_name: sale.lines[index]?.product.name, qty_milli: line.qtyMilli, unit_price_cents: line.unitPriceCents,
      pay_rate_bps: line.payRateBps, list_cents: line.listCents, net_cents: line.netCents, bonus_part_cents: result.lines[index]?.bonusPartCents ?? 0,
      eligible_cents: result.lines[index]?.eligibleCents ?? 0, points_factor_bps: line.pointsFactorBps, cost_cents: result.lines[index]?.costCents ?? 0,
    }));
    payment.tenders.forEach(({ tender, amountCents, givenCents }, index) => this.rows.tenders.push({ sale_id: id, line_no: index + 1, tender, amount_cents: amountCents, given_cents: givenCents }));
  }

  private cart(storeId: number): Cart {
    const lines: Cart = [];
    for (let count = this.random.weighted([[1, 46], [2, 30], [3, 16], [4, 8]]); count > 0; count -= 1) {
      const product = this.popular.pick(this.random);
      const qtyMilli = product.weighed ? this.random.whole(80, 900) : product.kind === 'goods' ? this.random.weighted([[1000, 82], [2000, 14], [3000, 4]]) : 1000;
      const onHand = product.kind === 'service' ? Infinity : this.ledger.balanceOf(stockOf(storeId, product.id));
      if (onHand >= qtyMilli && !lines.some((line) => line.product === product)) lines.push({ product, qtyMilli });
    }
    return lines;
  }

  private day(event: Event) {
    const store = storeOf(event.storeId);
    return { store, businessDate: businessDateOf(event.at, { timezone: TIMEZONE, cutoverHour: store.cutoverHour }) };
  }

  private facts(event: Event, member: DemoMember | null, staffId: number) {
    return {
      businessDate: this.day(event).businessDate, at: event.at, storeId: event.storeId, staffId, tillId: tillOf(event.storeId), memberId: member?.id ?? null,
      homeStoreId: member?.homeStoreId ?? null, cardStoreId: member?.cardStoreId ?? null,
    };
  }

  private receiptNo(storeId: number, code: string, businessDate: string): string {
    const key = `${storeId} ${businessDate}`;
    const next = (this.sequences.get(key) ?? 0) + 1;
    this.sequences.set(key, next);
    return receiptNoOf(code, businessDate, next);
  }
}

type Cart = { product: DemoProduct; qtyMilli: number }[];

function standing(books: Books, walletAndMemberId: number) {
  return {
    principal: books.balance(principalOf(walletAndMemberId)).balance,
    bonus: books.balance(bonusOf(walletAndMemberId)).balance,
    points: books.balance(pointsAccount(walletAndMemberId)).balance,
  };
}

function storeOf(id: number) {
  const store = STORES.find((candidate) => candidate.id === id);
  if (!store) throw new RangeError(`no demo store ${id}`);
  return store;
}

/** Two tills a branch; the first takes the demo's sales. */
function tillOf(storeId: number): number {
  return (storeId - 2) * 2 + 1;
}
