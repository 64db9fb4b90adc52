import { addDays, businessDateOf } from '#kernel';
import {
  BulkLedger,
  bonusOf,
  pointsOf as pointsAccount,
  principalOf,
  stockOf,
  type Books,
} from '#ledger';
import { giftsOf } from '#chain/grants';
import { pointsTerms, type PointsSettings } from '#value/points';
import { quoteSale } from '#goods/pricing';
import { paymentOf, planSale } from '#counter/sales';
import { planTopUp } from '#value/wallets';
import { demoCart } from './demo-cart.js';
import type { DemoProduct } from './demo-catalogue.js';
import { DEMO_DAYS, type DemoEvent, demoEvents } from './demo-events.js';
import { openStock } from './demo-opening-stock.js';
import { ReceiptNumbers } from './demo-receipt-numbers.js';
import { saleRows } from './demo-sale-rows.js';
import type { DemoMember } from './demo-members.js';
import { demoTenders, POINTS_PAY, slipNo, tenderAt } from './demo-tenders.js';
import {
  LEVELS,
  TENDERS,
  SELLERS,
  STORE_WEIGHTS,
  storeOf,
  tillOf,
  TOP_UP_RULES,
} from './organisation.data.js';
import { WeightedChoice, type SeededRandom } from './random.js';

type Row = Record<string, unknown>;

const TIMEZONE = 'Asia/Shanghai';
const POINTS: PointsSettings = { expiry: 'end_of_year', expiryYears: 1, expiryDays: 365 };
export interface DemoHistory {
  ledger: BulkLedger;
  rows: {
    sales: Row[];
    lines: Row[];
    components: Row[];
    tenders: Row[];
    topUps: Row[];
    counters: Row[];
    documents: Row[];
    documentLines: Row[];
  };
}

/** Ninety days of opening stock, top-ups and sales, ending at `now`, each act planned by the ledger's own planner. */
export function demoHistory(
  random: SeededRandom,
  now: Date,
  products: readonly DemoProduct[],
  members: readonly DemoMember[],
): DemoHistory {
  return new HistoryWriter(random, now, products, members).write();
}

class HistoryWriter {
  private readonly ledger = new BulkLedger();
  private readonly rows: DemoHistory['rows'] = {
    ...{ sales: [], lines: [], components: [], tenders: [] },
    ...{ topUps: [], counters: [], documents: [], documentLines: [] },
  };
  private readonly numbers = new ReceiptNumbers();
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
      new Map(
        STORE_WEIGHTS.map(([storeId]) => [
          storeId,
          new WeightedChoice(
            members.filter((member) => member.homeStoreId === storeId && choose(member)),
            (member) => member.weight,
          ),
        ]),
      );
    this.regulars = byStore(() => true);
    this.walletMembers = byStore((member) => member.usesWallet);
  }

  write(): DemoHistory {
    const first = businessDateOf(new Date(this.now.getTime() - DEMO_DAYS * 86_400_000), {
      timezone: TIMEZONE,
      cutoverHour: 0,
    });
    Object.assign(
      this.rows,
      openStock(this.ledger, this.random, this.products, addDays(first, -1)),
    );
    for (const event of demoEvents(this.random, first, this.now)) {
      if (event.kind === 'sale') this.sell(event);
      else this.topUp(event);
    }
    this.rows.counters.push(...this.numbers.counters());
    return { ledger: this.ledger, rows: this.rows };
  }

  private topUp(event: DemoEvent): void {
    const member = this.walletMembers.get(event.storeId)?.pick(this.random);
    if (!member) return;
    const { businessDate, store } = this.day(event);
    if (businessDate < member.joinedOn) return;
    const amount = this.random.weighted([
      [300_00, 20],
      [500_00, 34],
      [1000_00, 32],
      [2000_00, 14],
    ]);
    const rule = TOP_UP_RULES.filter(
      (candidate) =>
        candidate.pay_cents <= amount &&
        (candidate.level_id === null || candidate.level_id === member.levelId),
    ).sort((a, b) => b.pay_cents - a.pay_cents || (b.level_id ?? 0) - (a.level_id ?? 0))[0];
    const tender = tenderAt(event.storeId, this.random.weighted(TENDERS), 'refundable');
    const receiptNo = this.numbers.next(event.storeId, store.code, businessDate);
    const staffId = this.random.pick(SELLERS[event.storeId] ?? [4]);
    const accounts = accountsOf(member);
    const { entryId, result } = this.ledger.act(
      {
        ...this.facts(event, member, staffId),
        kind: 'top_up',
        drawerStoreId: event.storeId,
        document: { kind: 'top_up', no: receiptNo },
        accounts,
      },
      (books) => {
        planTopUp(books, {
          to: { walletId: member.id, memberId: member.id },
          storeId: event.storeId,
          businessDate,
          tender,
          principalCents: amount,
          gifts: rule ? giftsOf(givesOf(rule), 1) : [],
          rules: new Map([['points', POINTS]]),
        });
        return standing(books, member.id);
      },
    );
    this.rows.topUps.push({
      id: this.rows.topUps.length + 1,
      receipt_no: receiptNo,
      entry_id: entryId,
      wallet_id: member.id,
      member_id: member.id,
      card_id: member.cardId,
      store_id: event.storeId,
      till_id: tillOf(event.storeId),
      staff_id: staffId,
      business_date: businessDate,
      at: event.at.toISOString(),
      tender,
      tender_reference: slipNo(tender, this.rows.topUps.length),
      principal_cents: amount,
      bonus_cents: rule?.bonus_cents ?? 0,
      points: rule?.points ?? 0,
      rule_id: rule?.id ?? null,
      principal_after_cents: result.principal,
      bonus_after_cents: result.bonus,
      points_after: result.points,
    });
  }

  private sell(event: DemoEvent): void {
    const { businessDate, store } = this.day(event);
    const from = this.random.chance(0.94) ? event.storeId : this.random.weighted(STORE_WEIGHTS);
    const picked = this.random.chance(0.78)
      ? this.regulars.get(from)?.pick(this.random)
      : undefined;
    const member = picked && picked.joinedOn <= businessDate ? picked : null;
    const level = LEVELS.find((candidate) => candidate.id === member?.levelId);
    const lines = demoCart(this.random, this.popular, (product) =>
      this.ledger.balanceOf(stockOf(event.storeId, product.id)),
    );
    if (!lines.length) return;
    const quote = quoteSale({
      lines: lines.map(({ product, qtyMilli }) => ({
        kind: 'product',
        productId: product.id,
        name: product.name,
        isGoods: product.kind === 'goods',
        qtyMilli,
        unitPriceCents: product.priceCents,
        discountable: product.discountable,
        pointsFactorBps: 10_000,
      })),
      payRateBps: level?.pay_rate_bps ?? 10_000,
      rounding: 'none',
    });
    const staffId = this.random.pick(SELLERS[event.storeId] ?? [4]);
    const receiptNo = this.numbers.next(event.storeId, store.code, businessDate);
    const buyer =
      member && level
        ? { memberId: member.id, walletId: member.id, pointsPerYuanBps: level.points_per_yuan_bps }
        : null;
    const payment = paymentOf(
      quote.dueCents,
      demoTenders(this.ledger, this.random, {
        member,
        storeId: event.storeId,
        dueCents: quote.dueCents,
        count: this.rows.sales.length,
      }),
    );
    const { entryId, result } = this.ledger.act(
      {
        ...this.facts(event, member, staffId),
        kind: 'sale',
        drawerStoreId: payment.receivedCents > 0 ? event.storeId : null,
        document: { kind: 'sale', no: receiptNo },
        accounts: [
          ...(member ? accountsOf(member) : []),
          ...quote.lines.flatMap(({ isGoods, productId }) =>
            isGoods ? stockOf(event.storeId, productId) : [],
          ),
        ],
      },
      (books) =>
        planSale(books, { quote }, payment, buyer, {
          storeId: event.storeId,
          bonusEarns: false,
          lines: { product: { allowNegativeStock: false } },
          tenders: { wallet: { order: 'proportional', version: 0 }, points: POINTS_PAY },
          points: pointsTerms(businessDate, POINTS, 'earned'),
        }),
    );
    const kept = saleRows({
      id: this.rows.sales.length + 1,
      event,
      receiptNo,
      entryId,
      member,
      businessDate,
      staffId,
      quote,
      payment,
      result,
      printed: this.random.chance(0.6),
    });
    this.rows.sales.push(kept.sale);
    for (const table of ['lines', 'components', 'tenders'] as const)
      this.rows[table].push(...kept[table]);
  }

  private day(event: DemoEvent) {
    const store = storeOf(event.storeId);
    return {
      store,
      businessDate: businessDateOf(event.at, {
        timezone: TIMEZONE,
        cutoverHour: store.cutoverHour,
      }),
    };
  }

  private facts(event: DemoEvent, member: DemoMember | null, staffId: number) {
    return {
      businessDate: this.day(event).businessDate,
      at: event.at,
      storeId: event.storeId,
      staffId,
      tillId: tillOf(event.storeId),
      memberId: member?.id ?? null,
      homeStoreId: member?.homeStoreId ?? null,
      cardStoreId: member?.cardStoreId ?? null,
    };
  }
}

const accountsOf = ({ id }: DemoMember) => [principalOf(id), bonusOf(id), pointsAccount(id)];

function standing(books: Books, walletAndMemberId: number) {
  return {
    principal: books.balance(principalOf(walletAndMemberId)).balance,
    bonus: books.balance(bonusOf(walletAndMemberId)).balance,
    points: books.balance(pointsAccount(walletAndMemberId)).balance,
  };
}

/** What a rule of the demo gives, as its terms say it. */
const givesOf = (rule: (typeof TOP_UP_RULES)[number]) => [
  {
    ...{ kind: 'bonus', bonusCents: rule.bonus_cents, bonusValidDays: rule.bonus_valid_days },
    ...{ bonusInstalments: rule.bonus_instalments, firstAfterMonths: 1 },
  },
  { kind: 'points', points: rule.points },
];
