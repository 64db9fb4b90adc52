import { Injectable } from '@nestjs/common';
import { Approvals, type JudgedAct } from '#chain/approvals';
import { cardQueue, pinOfPayment } from '#membership/cards';
import {
  type Actor,
  assertCan,
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
import { planAct } from '#ledger';
import { type JudgedPin, MembersService, PinsService } from '#membership/members';
import { PointsService } from '#value/points';
import { type LinesOfKind, linesByKind } from '#goods/lines';
import type { Rounding } from '#goods/pricing';
import { Settings } from '#chain/settings';
import {
  type CheckoutFacts,
  CheckoutRepository,
  type ExpectedPayer,
} from './checkout.repository.js';
import { buyerOf, paidWithoutPin, type ProvenCents } from './checkout.rules.js';
import { planSale, type SaleTerms } from './sale-entry.rules.js';
import { type LineTerms, priceSale } from './sale.rules.js';
import { SalePermission } from '../sale.permissions.js';
import { assertServing, staffNamed } from '../lines/line-staff.rules.js';
import { actOf, resultOf, rowsOf, type SaleMoment } from './sale-rows.js';
import type { SaleInput, SaleResult } from '../sale.dto.js';
import {
  type ByTenderKind,
  judgeTenders,
  paymentOf,
  provenBy,
  tendersOf,
} from '../payment/tender.rules.js';

interface CheckoutTerms extends SaleTerms, SaleMoment {
  rounding: Rounding;
  /** Above this much of a wallet and day a PIN is asked for. */
  pinLimitCents: number;
  proven: ProvenCents;
  /** The PIN that was typed, once it is found right. */
  judged: JudgedPin | null;
  /** That PIN was set today: what another person says. */
  second: JudgedAct | null;
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
   * Sells a cart. Errors: those of priceSale, paymentOf, judgeTenders, buyerOf, paidWithoutPin and planSale; member.merged,
   * member.erased, member.wrong_pin, approval.required and the others of an approval, member.pin_locked, member.too_many_wrong_pins, session.no_till.
   */
  async sell(actor: Actor, input: SaleInput, key: string): Promise<CommandOutcome<SaleResult>> {
    const till = tillOf(actor);
    for (const { kind } of linesByKind(input.lines)) if (kind.right) assertCan(actor, kind.right);
    const { pin, approval, ...request } = input;
    const call = { key, name: 'sale.create', actor, request: { ...request, tillId: till.tillId } };
    const terms = await this.termsOf(till, input);
    // Wrong attempts are counted in a transaction of their own, so before this one; a replay judges no PIN.
    if (pin) {
      terms.judged = await this.judge(actor, input, pin, terms, key);
      terms.second = await this.approve(actor, till, terms, approval, key);
    }
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
    const lines = linesByKind(input.lines);
    const tenders = tendersOf(input.tenders);
    const staffIds = staffNamed(input.lines);
    const at = { storeId: till.storeId, businessDate: terms.businessDate };
    // Sent together: what is read counts only when the command is new.
    const [earlier, facts] = await Promise.all([
      this.commands.begin<SaleResult>(tx, call, cardNo && cardQueue(cardNo)),
      this.repository.facts(tx, { ...at, lines, tenders, staffIds, memberId, cardNo }),
    ]);
    if (earlier) return earlier;
    return judging(() => this.sellOnce(tx, call, till, input, lines, terms, facts));
  }

  private async sellOnce(
    tx: Tx,
    call: CommandCall,
    till: DeskTill,
    input: SaleInput,
    lines: readonly LinesOfKind[],
    terms: CheckoutTerms,
    facts: CheckoutFacts,
  ): Promise<CommandOutcome<SaleResult>> {
    const { memberId = null } = input;
    const { storeId } = till;
    const { businessDate } = terms;
    if (memberId && !facts.member)
      throw ofBody('memberId', await this.members.errorOfMissing(tx, memberId));
    const buyer = buyerOf(input, facts);
    assertServing(input.lines, facts.served);
    const { dueCents } = input;
    const paid = { storeId, dueCents, buyer, terms: terms.tenders };
    judgeTenders(input.tenders, facts.tenders, paid);
    const sale = priceSale({ lines, dueCents: input.dueCents }, facts.lines, {
      payRateBps: buyer?.payRateBps ?? 10_000,
      rounding: terms.rounding,
      lines: terms.lines,
    });
    const payment = paymentOf(sale.quote.dueCents, input.tenders);
    const { pinLimitCents: limitCents, judged, second } = terms;
    const shown = { limitCents, judged, isAlone: second !== null && !second.approval };
    const withoutPinCents = paidWithoutPin(buyer, payment, shown);
    if (withoutPinCents === null) throw this.approvals.missing(second as JudgedAct);

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
      ...rowsOf({
        ...{ actor: call.actor, till, input, buyer, sale, payment, terms },
        planned: planned.result,
      }),
      withoutPinCents,
      pointsPerYuanBps: planned.result.pointsPerYuanBps,
      otherCents: planned.result.otherCents,
      pointsUsed: planned.result.pointsUsed,
      topic: payment.isTold ? 'sale.posted' : null,
      command: {
        key: call.key,
        name: call.name,
        staffId: call.actor.staffId,
        fingerprint: fingerprintOf(call),
      },
      result,
    };
    if (!second?.approval) {
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
    { businessDate, proven, pinLimitCents }: CheckoutTerms,
    key: string,
  ): Promise<JudgedPin | null> {
    const payer = await this.expectedPayer(memberId, cardNo, businessDate);
    const day = { limitCents: pinLimitCents, withoutPinCents: payer?.withoutPinCents ?? 0 };
    const { walletCents, ownCents } = proven;
    const asked = payer ? pinOfPayment(walletCents, day, payer.family, ownCents) : 'none';
    if (!payer || asked === 'none' || asked === 'both') return null;
    return this.pins.assertPin(actor, payer[`${asked}Id`], pin, { key });
  }

  private async expectedPayer(
    memberId: number | undefined,
    cardNo: string | undefined,
    businessDate: string,
  ): Promise<ExpectedPayer | undefined> {
    if (cardNo) return this.repository.payerOfCard(this.db, cardNo, businessDate);
    if (!memberId) return undefined;
    const withoutPinCents = await this.pins.withoutPin(this.db, memberId, businessDate);
    return { holderId: memberId, payerId: memberId, family: null, withoutPinCents };
  }

  /** Where a PIN is asked for, one that was set today does not pay alone; null: it was not set today. */
  private async approve(
    actor: Actor,
    till: DeskTill,
    { judged, proven }: CheckoutTerms,
    approval: SaleInput['approval'],
    key: string,
  ): Promise<JudgedAct | null> {
    if (!judged?.isFresh) return null;
    const act = {
      kind: SalePermission.create,
      subject: { kind: 'member', id: judged.memberId },
      storeId: till.storeId,
      amountCents: proven.walletCents + proven.ownCents,
      facts: { freshPin: true },
      needed: true,
    };
    return this.approvals.assert(actor, act, approval, { key });
  }

  private async termsOf(till: DeskTill, input: SaleInput): Promise<CheckoutTerms> {
    const at = this.clock.now();
    const businessDate = businessDateOf(at, till);
    return {
      at,
      businessDate,
      storeId: till.storeId,
      proven: {
        walletCents: provenBy('wallet', input.tenders),
        ownCents: provenBy('buyer', input.tenders),
      },
      judged: null,
      second: null,
      pinLimitCents: await this.settings.get('wallet.pin_limit_cents'),
      rounding: await this.settings.get('sale.rounding'),
      bonusEarns: await this.settings.get('points.on_bonus'),
      lines: await this.lineTerms(input),
      tenders: await this.tenderTerms(input),
      points: await this.points.earnedPointsTerms(businessDate),
    };
  }

  private async lineTerms(input: SaleInput): Promise<LineTerms> {
    const terms = linesByKind(input.lines).map(async ({ kind }) => [
      kind.kind,
      await kind.terms(this.settings),
    ]);
    return Object.fromEntries(await Promise.all(terms)) as LineTerms;
  }

  private async tenderTerms(input: SaleInput): Promise<ByTenderKind> {
    const terms = tendersOf(input.tenders).map(async ({ kind }) => [
      kind.kind,
      await kind.terms(this.settings),
    ]);
    return Object.fromEntries(await Promise.all(terms)) as ByTenderKind;
  }
}
