import { type ApprovableAct, Approvals, type JudgedAct } from '#chain/approvals';
import { nextReceiptNo } from '#chain/receipts';
import { kindOfTender, tenderOfComponent } from '#chain/tenders';
import { type ReturnableSale, ReturnableSales, SalePermission } from '#counter/sales';
import {
  type Actor,
  Audit,
  businessDateOf,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  Outbox,
  type Tx,
} from '#kernel';
import { type AccountBalance, type ActFacts, Ledger, planAct } from '#ledger';
import { MembersService } from '#membership/members';
import type { ReturnedPart } from '#goods/lines';
import { Injectable } from '@nestjs/common';
import { askedOf, foreseen, placeOf, returnable } from './asked-return.js';
import type { ReturnInput, ReturnPreview, ReturnPreviewQuery, ReturnResult } from './return.dto.js';
import { accountsOfReturn, goodsOf, moveBack } from './return-entry.rules.js';
import { ReturnError } from './return.errors.js';
import { planReturn, type PlannedReturn } from './return.rules.js';
import { ReturnsRepository } from './returns.repository.js';

/** 退货: what was sold comes back by line and quantity, and what had paid it goes back to where it came from (golden G06 to G09). */
@Injectable()
export class ReturnsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly approvals: Approvals,
    private readonly members: MembersService,
    private readonly sales: ReturnableSales,
    private readonly repository: ReturnsRepository,
  ) {}

  /**
   * Says what would go back where, on the books as they stand; writes nothing. Errors: those of `take` but for an approval.
   */
  async preview(actor: Actor, id: number, query: ReturnPreviewQuery): Promise<ReturnPreview> {
    // The plan is made on locked accounts, as the return itself is: only so both say the same.
    const seen = await this.db.write(async (tx) => {
      const sale = returnable(actor, await this.sales.look(tx, id));
      const planned = planReturn(sale, askedOf(sale, query.lines));
      const goods = goodsOf(sale, planned, []);
      const made = await this.plan(tx, actor, sale, planned, goods, this.clock.now());
      const { cents, principalCents, bonusCents, money, counted, points } = planned;
      const view = {
        ...{ cents, principalCents, bonusCents, money, counted, points },
        pointsOwed: made.result.pointsOwed,
        ...afterOf(made.balances),
        lines: planned.lines.map((line) => ({
          lineNo: line.lineNo,
          qtyMilli: line.qtyMilli,
          cents: line.cents,
        })),
        bonus: made.result.given
          .filter(({ component }) => tenderOfComponent(component).figure === 'bonus')
          .map(({ amount, expiresOn, into }) => ({ amountCents: amount, expiresOn, into })),
        moneyFrom: actor.till ? ('till' as const) : ('safe' as const),
      };
      return { sale, planned, view };
    });
    const act = await this.actOf(actor, seen.sale, seen.planned, null);
    return { ...seen.view, needsApproval: await this.approvals.asks(actor, act) };
  }

  /**
   * Takes back what was sold. Errors: sale.not_found, access.store_forbidden, sale.already_voided, sale.whole_units_only,
   * return.line_unknown, return.line_twice, return.more_than_left, return.figures_changed, and those of an approval.
   */
  async take(
    actor: Actor,
    id: number,
    input: ReturnInput,
    key: string,
  ): Promise<CommandOutcome<ReturnResult>> {
    const { approval, ...request } = input;
    const second = await this.approve(actor, id, input, approval, key);
    const call = { key, name: 'sale.return', actor, request: { saleId: id, ...request } };
    return this.db.write((tx) =>
      this.commands.once(tx, call, () => this.takeOnce(tx, actor, id, input, second)),
    );
  }

  /** The second person of a return; null: it will be refused for another reason. */
  private async approve(
    actor: Actor,
    id: number,
    { lines, reason }: ReturnInput,
    approval: ReturnInput['approval'],
    key: string,
  ): Promise<JudgedAct | null> {
    const sale = await this.sales.look(this.db, id);
    const planned = sale && foreseen(actor, sale, lines);
    if (!planned) return null;
    const act = await this.actOf(actor, sale, planned, reason);
    return this.approvals.assert(actor, act, approval, { key });
  }

  /**
   * What a second person would agree to. Of one sale everything that comes back counts, and of one day every return: a return
   * in pieces asks like a whole one. The store is the one whose drawer pays.
   */
  private async actOf(
    actor: Actor,
    sale: ReturnableSale,
    planned: PlannedReturn,
    reason: string | null,
  ): Promise<ApprovableAct> {
    const limitCents = await this.approvals.secondFrom('sale.return');
    const place = placeOf(actor, sale);
    const { memberId, receiptNo, returnedCents } = sale;
    const { cents, principalCents, bonusCents, receivedCents, otherCents } = planned;
    return {
      kind: SalePermission.return,
      subject: memberId ? { kind: 'member', id: memberId } : { kind: 'sale', id: sale.id },
      storeId: place.storeId,
      amountCents: cents,
      facts: {
        receiptNo,
        ...{ principalCents, bonusCents, receivedCents, otherCents },
        ...(returnedCents > 0 ? { returnedBeforeCents: returnedCents } : {}),
        reason,
      },
      needed: returnedCents + cents >= limitCents,
      limitCents,
      countsOn: businessDateOf(this.clock.now(), place),
    };
  }

  private async takeOnce(
    tx: Tx,
    actor: Actor,
    id: number,
    { lines, reason, cents: shown }: ReturnInput,
    second: JudgedAct | null,
  ): Promise<ReturnResult> {
    const at = this.clock.now();
    const sale = returnable(actor, await this.sales.lock(tx, id));
    const planned = planReturn(sale, lines);
    if (second?.act.amountCents !== planned.cents || (shown ?? planned.cents) !== planned.cents)
      throw ReturnError.figuresChanged({ cents: planned.cents });
    // Other pieces may have come back since it was judged.
    if (!second.approval && sale.returnedCents + planned.cents >= (second.act.limitCents ?? 0))
      throw this.approvals.missing(second);
    await this.members.lockForUndoing(tx, sale.entryId);
    const goods = goodsOf(sale, planned, lines);
    const made = await this.plan(tx, actor, sale, planned, goods, at, reason);
    const { facts } = made;
    const after = afterOf(made.balances);
    // The store's counter is the last thing that is locked.
    const receiptNo = await nextReceiptNo(tx, placeOf(actor, sale), facts.businessDate);
    const entryId = await this.ledger.post(tx, made, receiptNo);
    const { cents, principalCents, bonusCents, receivedCents, otherCents, points } = planned;
    const { money, counted } = planned;
    const { pointsOwed } = made.result;
    const row = {
      receipt_no: receiptNo,
      entry_id: entryId,
      sale_id: id,
      store_id: facts.storeId,
      till_id: facts.tillId,
      staff_id: actor.staffId,
      member_id: sale.memberId,
      business_date: facts.businessDate,
      at,
      reason,
      cents,
      principal_cents: principalCents,
      bonus_cents: bonusCents,
      received_cents: receivedCents,
      cost_cents: goods.reduce((sum, each) => sum + each.costCents, 0),
      other_cents: otherCents,
      points,
      points_given: pointsIn(counted),
      points_owed: pointsOwed,
      principal_after_cents: after.principalAfterCents,
      bonus_after_cents: after.bonusAfterCents,
      points_after: after.pointsAfter,
    };
    const returnId = await this.repository.insert(tx, row, planned, goods);
    await this.sales.markReturned(tx, id, planned);
    await this.ledger.reversed(tx, facts, made.balances, sale.entryId);
    const document = { entryId, documentKind: 'sale_return', documentId: returnId };
    await this.approvals.record(tx, actor, second, document);
    await this.audit.record(tx, actor, {
      action: 'sale.return',
      subjectKind: 'sale',
      subjectId: id,
      before: { receiptNo: sale.receiptNo, returnedCents: sale.returnedCents },
      after: {
        returnNo: receiptNo,
        returnedCents: sale.returnedCents + cents,
        ...{ principalCents, bonusCents, receivedCents, otherCents, points },
      },
      reason,
      storeId: sale.storeId,
    });
    if (principalCents + bonusCents > 0)
      await this.outbox.add(tx, { topic: 'sale.returned', payload: { returnId } });
    const moved = { cents, principalCents, bonusCents, money, counted, points, pointsOwed };
    return { returnId, receiptNo, saleId: id, entryId, ...moved, ...after };
  }

  private async plan(
    tx: Tx,
    actor: Actor,
    sale: ReturnableSale,
    planned: PlannedReturn,
    goods: readonly ReturnedPart[],
    at: Date,
    reason: string | null = null,
  ) {
    const { storeId } = placeOf(actor, sale);
    const facts: ActFacts = {
      kind: 'sale_return',
      businessDate: businessDateOf(at, placeOf(actor, sale)),
      at,
      storeId,
      staffId: actor.staffId,
      tillId: actor.till?.tillId ?? null,
      drawerStoreId: planned.receivedCents > 0 ? storeId : null,
      document: { kind: 'sale_return' },
      reason,
    };
    const related = { relatesEntryId: sale.entryId };
    const accounts = accountsOfReturn(goods, { storeId, soldByStoreId: sale.storeId });
    const locked = await this.ledger.lock(tx, { ...facts, ...related, accounts });
    const { memberId, homeStoreId, cardStoreId } = locked.original ?? {};
    const act = { ...facts, ...related, memberId, homeStoreId, cardStoreId };
    const made = planAct(locked, act, (books) => moveBack(books, sale, planned, goods, storeId));
    return { ...made, facts };
  }
}

/** Those of what goes back that are the buyer's points. */
const pointsIn = (counted: PlannedReturn['counted']): number =>
  counted.reduce(
    (sum, { tender, units }) => sum + (kindOfTender(tender).unit === 'points' ? units : 0),
    0,
  );

/** How the accounts stand afterwards; of somebody whose record was merged there are two of each, and nothing is said. */
function afterOf(balances: readonly AccountBalance[]) {
  const only = (kind: string) => {
    const of = balances.filter((each) => each.kind === kind);
    return of.length === 1 ? (of[0]?.balance ?? null) : null;
  };
  return {
    principalAfterCents: only('principal'),
    bonusAfterCents: only('bonus'),
    pointsAfter: only('points'),
  };
}
