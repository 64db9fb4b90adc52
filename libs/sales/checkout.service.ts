import { Injectable } from '@nestjs/common';
import { Approvals, type JudgedAct } from '#approvals';
import { cardQueue, pinOfPayment } from '#cards';
import {
  type Actor,
  businessDateOf,
  Clock,
  type CommandCall,
  CommandOutcome,
  Commands,
  Db,
  type DeskTill,
  fingerprintOf,
  judging,
  tillOf,
  type Tx,
  ofBody,
} from '#kernel';
import { type ActFacts, planAct, type SpendOrder } from '#ledger';
import { isFreshPin, type JudgedPin, MembersService, PinsService } from '#members';
import { PointsService } from '#points';
import type { Rounding } from '#pricing';
import { Settings } from '#settings';
import { type CheckoutFacts, CheckoutRepository } from './checkout.repository.js';
import { assertMayPayFromWallet, buyerOf, type CheckedBuyer } from './checkout.rules.js';
import { planSale, type PlannedSale, type SaleTerms } from './sale-entry.rules.js';
import { type PricedSale, priceSale } from './sale.rules.js';
import { SalePermission } from './sale.permissions.js';
import type { SaleInput, SaleResult } from './sale.dto.js';
import { type Payment, paymentOf } from './tender.rules.js';

interface CheckoutTerms extends SaleTerms {
  businessDate: string;
  at: Date;
  rounding: Rounding;
  /** Above this much of a wallet a PIN is asked for. */
  pinLimitCents: number;
  walletCents: number;
  /** The PIN that was typed, once it is found right. */
  judged: JudgedPin | null;
  /** Another person's yes, where the PIN was set today. */
  second: JudgedAct | null;
  /** Which version of the setting `spendOrder` is; 0 is the default. */
  spendOrderVersion: number;
}

/** The sale at the till: one transaction from the cart to the receipt. */
@Injectable()
export class CheckoutService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly settings: Settings,
    private readonly members: MembersService,
    private readonly pins: PinsService,
    private readonly points: PointsService,
    private readonly approvals: Approvals,
    private readonly repository: CheckoutRepository,
  ) {}

  /**
   * Sells a cart. Errors: those of priceSale, paymentOf, buyerOf, assertMayPayFromWallet and planSale; member.merged,
   * member.erased, member.wrong_pin, approval.required and the others of an approval, member.pin_locked, member.too_many_wrong_pins, session.no_till.
   */
  async sell(actor: Actor, input: SaleInput, key: string): Promise<CommandOutcome<SaleResult>> {
    const till = tillOf(actor);
    const { pin, approval, ...request } = input;
    const call = { key, name: 'sale.create', actor, request: { ...request, tillId: till.tillId } };
    const terms = await this.termsOf(till, input);
    // Wrong attempts are counted in a transaction of their own, so before this one; a replay judges no PIN.
    if (pin) terms.judged = await this.judge(actor, input, pin, terms, key);
    terms.second = await this.approve(actor, till, terms, approval, key);
    return this.db.write((tx) => this.once(tx, call, till, input, terms));
  }

  private async once(
    tx: Tx,
    call: CommandCall,
    till: DeskTill,
    input: SaleInput,
    terms: CheckoutTerms,
  ): Promise<CommandOutcome<SaleResult>> {
    const { memberId = null, cardNo = null } = input;
    const productIds = [...new Set(input.lines.map((line) => line.productId))];
    const { storeId } = till;
    const { businessDate } = terms;
    // Sent together: what is read counts only when the command is new.
    const [earlier, facts] = await Promise.all([
      this.commands.begin<SaleResult>(tx, call, cardNo && cardQueue(cardNo)),
      this.repository.facts(tx, { storeId, productIds, memberId, cardNo, businessDate }),
    ]);
    if (earlier) return earlier;
    return judging(() => this.sellOnce(tx, call, till, input, terms, facts));
  }

  private async sellOnce(
    tx: Tx,
    call: CommandCall,
    till: DeskTill,
    input: SaleInput,
    terms: CheckoutTerms,
    facts: CheckoutFacts,
  ): Promise<CommandOutcome<SaleResult>> {
    const { memberId = null } = input;
    const { storeId } = till;
    const { businessDate } = terms;
    if (memberId && !facts.member)
      throw ofBody('memberId', await this.members.whyGone(tx, memberId));
    const buyer = buyerOf(input, facts);
    const products = new Map(facts.products.map((product) => [product.id, product]));
    const sale = priceSale(input, products, {
      payRateBps: buyer?.payRateBps ?? 10_000,
      rounding: terms.rounding,
    });
    const payment = paymentOf(sale.quote.dueCents, input.tenders);
    const { pinLimitCents: limitCents, judged } = terms;
    assertMayPayFromWallet(buyer, payment.walletCents, { limitCents, judged });

    const act = actOf(call.actor, till, buyer, payment, terms);
    const planned = planAct(facts.locked, act, (books) =>
      planSale(books, sale, payment, buyer, terms),
    );
    const result = resultOf(sale, payment, planned.result);
    const record = {
      storeId,
      storeCode: till.storeCode,
      businessDate,
      ledgerPayload: planned.payload,
      ...rowsOf(call.actor, till, buyer, sale, payment, planned.result, input.note ?? null, terms),
      topic: payment.walletCents > 0 ? 'sale.posted' : null,
      command: {
        key: call.key,
        name: call.name,
        staffId: call.actor.staffId,
        fingerprint: fingerprintOf(call),
      },
      result,
    };
    const { second } = terms;
    if (!second) {
      const numbers = await tx.commitWith(() => this.repository.record(tx, record));
      return new CommandOutcome({ ...numbers, ...result }, false);
    }
    const numbers = await this.repository.record(tx, record);
    const document = { documentKind: 'sale', documentId: numbers.saleId };
    await this.approvals.record(tx, call.actor, second, document);
    return new CommandOutcome({ ...numbers, ...result }, false);
  }

  /** The PIN that was typed, judged for whom the sale seems to ask it of; the transaction says whether that was right. */
  private async judge(
    actor: Actor,
    { memberId, cardNo }: SaleInput,
    pin: string,
    { businessDate, walletCents, pinLimitCents }: CheckoutTerms,
    key: string,
  ): Promise<JudgedPin | null> {
    const payer = cardNo
      ? await this.repository.payerOfCard(this.db, cardNo, businessDate)
      : memberId && { holderId: memberId, payerId: memberId, family: null };
    if (!payer) return null;
    const asked = pinOfPayment(walletCents, pinLimitCents, payer.family);
    if (asked === 'none') return null;
    return this.pins.assertPin(actor, payer[`${asked}Id`], pin, { key });
  }

  /** A PIN that was set today pays no large amount alone; null: nobody has to agree. */
  private async approve(
    actor: Actor,
    till: DeskTill,
    { judged, walletCents, pinLimitCents, businessDate }: CheckoutTerms,
    approval: SaleInput['approval'],
    key: string,
  ): Promise<JudgedAct | null> {
    if (!judged || walletCents <= pinLimitCents || !isFreshPin(judged, till, businessDate))
      return null;
    const act = {
      kind: SalePermission.create,
      subject: { kind: 'member', id: judged.memberId },
      storeId: till.storeId,
      amountCents: walletCents,
      facts: { freshPin: true },
      needed: true,
    };
    return this.approvals.assert(actor, act, approval, { key });
  }

  private async termsOf(till: DeskTill, input: SaleInput): Promise<CheckoutTerms> {
    const at = this.clock.now();
    const businessDate = businessDateOf(at, till);
    const walletCents = input.tenders.reduce(
      (sum, { tender, amountCents }) => sum + (tender === 'wallet' ? amountCents : 0),
      0,
    );
    const order = await this.settings.versioned('wallet.spend_order');
    return {
      at,
      businessDate,
      storeId: till.storeId,
      walletCents,
      judged: null,
      second: null,
      pinLimitCents: await this.settings.get('wallet.pin_limit_cents'),
      rounding: await this.settings.get('sale.rounding'),
      spendOrder: order.value satisfies SpendOrder,
      spendOrderVersion: order.version,
      bonusEarns: await this.settings.get('points.on_bonus'),
      allowNegativeStock: await this.settings.get('stock.allow_negative'),
      points: await this.points.earnedPointsTerms(businessDate),
    };
  }
}

function actOf(
  actor: Actor,
  till: DeskTill,
  buyer: CheckedBuyer | null,
  payment: Payment,
  terms: CheckoutTerms,
): ActFacts {
  return {
    kind: 'sale',
    businessDate: terms.businessDate,
    at: terms.at,
    storeId: till.storeId,
    staffId: actor.staffId,
    tillId: till.tillId,
    memberId: buyer?.memberId ?? null,
    homeStoreId: buyer?.homeStoreId ?? null,
    cardStoreId: buyer?.cardStoreId ?? null,
    drawerStoreId: payment.receivedCents > 0 ? till.storeId : null,
    document: { kind: 'sale' },
  };
}

function resultOf(
  sale: PricedSale,
  payment: Payment,
  planned: PlannedSale,
): Omit<SaleResult, 'saleId' | 'receiptNo'> {
  return {
    dueCents: sale.quote.dueCents,
    changeCents: payment.changeCents,
    principalCents: planned.principalCents,
    bonusCents: planned.bonusCents,
    receivedCents: payment.receivedCents,
    pointsEarned: planned.pointsEarned,
    principalAfterCents: planned.after?.principalCents ?? null,
    bonusAfterCents: planned.after?.bonusCents ?? null,
    pointsAfter: planned.after?.points ?? null,
  };
}

function rowsOf(
  actor: Actor,
  till: DeskTill,
  buyer: CheckedBuyer | null,
  { quote, products }: PricedSale,
  payment: Payment,
  planned: PlannedSale,
  note: string | null,
  { at, spendOrderVersion }: CheckoutTerms,
) {
  // Where benefits rest the order is fixed: no version of the setting applied.
  const byTheOrder = payment.walletCents > 0 && !buyer?.benefitsRest;
  return {
    sale: {
      till_id: till.tillId,
      staff_id: actor.staffId,
      member_id: buyer?.memberId,
      card_id: buyer?.cardId,
      level_id: buyer?.levelId,
      at,
      list_cents: quote.listCents,
      discount_cents: quote.discountCents,
      due_cents: quote.dueCents,
      principal_cents: planned.principalCents,
      bonus_cents: planned.bonusCents,
      received_cents: payment.receivedCents,
      change_cents: payment.changeCents,
      cost_cents: planned.costCents,
      points_earned: planned.pointsEarned,
      principal_after_cents: planned.after?.principalCents,
      bonus_after_cents: planned.after?.bonusCents,
      points_after: planned.after?.points,
      note,
      spend_order_version: byTheOrder ? spendOrderVersion : null,
      payer_id: buyer?.family ? buyer.payer.id : null,
    },
    lines: quote.lines.map((line, index) => ({
      line_no: index + 1,
      product_id: line.productId,
      product_name: products[index]?.name,
      qty_milli: line.qtyMilli,
      unit_price_cents: line.unitPriceCents,
      pay_rate_bps: line.payRateBps,
      list_cents: line.listCents,
      net_cents: line.netCents,
      bonus_part_cents: planned.lines[index]?.bonusPartCents,
      eligible_cents: planned.lines[index]?.eligibleCents,
      points_factor_bps: line.pointsFactorBps,
      cost_cents: planned.lines[index]?.costCents,
    })),
    tenders: payment.tenders.map(({ tender, amountCents, givenCents }, index) => ({
      line_no: index + 1,
      tender,
      amount_cents: amountCents,
      given_cents: givenCents,
    })),
  };
}
