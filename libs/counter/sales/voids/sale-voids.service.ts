import { Approvals, type JudgedAct, LateUndo, type UndoDays } from '#chain/approvals';
import {
  type Actor,
  assertInScope,
  Audit,
  businessDateOf,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  Outbox,
  type Tx,
} from '#kernel';
import { Ledger } from '#ledger';
import { MembersService } from '#membership/members';
import { Injectable } from '@nestjs/common';
import type { VoidSaleInput, VoidSaleResult } from '../sale.dto.js';
import { SaleError } from '../sale.errors.js';
import { SalePermission } from '../sale.permissions.js';
import { SalesRepository, type VoidableSale } from '../sales.repository.js';

/** 撤销: a sale that was keyed by mistake is undone whole, by an entry that names the one it reverses. */
@Injectable()
export class SaleVoids {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly approvals: Approvals,
    private readonly lateUndo: LateUndo,
    private readonly members: MembersService,
    private readonly repository: SalesRepository,
  ) {}

  /**
   * Undoes a whole sale: the wallet, the goods and the points go back; money leaves the acting till's drawer, in the office
   * the store's safe. Errors: sale.not_found, sale.already_voided, sale.partly_returned, access.store_forbidden, undo.day_is_over,
   * ledger.partly_undone, and those of an approval.
   */
  async void(
    actor: Actor,
    id: number,
    { reason, approval }: VoidSaleInput,
    key: string,
  ): Promise<CommandOutcome<VoidSaleResult>> {
    const at = this.clock.now();
    const second = await this.approve(actor, id, at, reason, approval, key);
    const call = { key, name: 'sale.void', actor, request: { saleId: id, reason } };
    return this.db.write((tx) =>
      this.commands.once(tx, call, async () => {
        const result = await this.undo(tx, actor, id, at, reason);
        if (second)
          await this.approvals.record(tx, actor, second, {
            entryId: result.entryId,
            documentKind: 'sale',
            documentId: id,
          });
        return result;
      }),
    );
  }

  /** The second person of a void after the end of the day; null: there is nothing to agree to. */
  private async approve(
    actor: Actor,
    id: number,
    at: Date,
    reason: string,
    approval: VoidSaleInput['approval'],
    key: string,
  ): Promise<JudgedAct | null> {
    const sale = await this.repository.voidable(this.db, id);
    if (!sale || sale.voidedAt || sale.returnedCents > 0 || !actor.storeIds.includes(sale.storeId))
      return null;
    const { memberId, receiptNo, dueCents, receivedCents } = sale;
    const undoing = {
      kind: SalePermission.void,
      subject: memberId ? { kind: 'member', id: memberId } : { kind: 'sale', id },
      storeId: sale.storeId,
      amountCents: dueCents,
      facts: { undoes: 'sale', receiptNo, receivedCents, reason },
      ...daysOf(actor, sale, at),
    };
    return this.lateUndo.judge(actor, undoing, approval, { key });
  }

  private async undo(
    tx: Tx,
    actor: Actor,
    id: number,
    at: Date,
    reason: string,
  ): Promise<VoidSaleResult> {
    const sale = await this.repository.lock(tx, id);
    if (!sale) throw SaleError.notFound();
    assertInScope(actor, sale.storeId);
    const { receiptNo, principalCents, bonusCents, receivedCents } = sale;
    if (sale.voidedAt) throw SaleError.alreadyVoided({ receiptNo });
    if (sale.returnedCents > 0) throw SaleError.partlyReturned({ receiptNo });
    const days = daysOf(actor, sale, at);
    this.lateUndo.assertInTime(actor, days);
    await this.members.lockForUndoing(tx, sale.entryId);
    const storeId = actor.till?.storeId ?? sale.storeId;
    const { entryId } = await this.ledger.reverse(tx, {
      entryId: sale.entryId,
      kind: 'void',
      businessDate: days.today,
      at,
      storeId,
      staffId: actor.staffId,
      tillId: actor.till?.tillId ?? null,
      drawerStoreId: receivedCents > 0 ? storeId : null,
      document: { kind: 'sale', no: receiptNo },
      reason,
    });
    await this.repository.markVoided(tx, id, { staffId: actor.staffId, at, reason, entryId });
    const moved = { principalCents, bonusCents, receivedCents };
    await this.audit.record(tx, actor, {
      action: 'sale.void',
      subjectKind: 'sale',
      subjectId: id,
      before: { receiptNo, dueCents: sale.dueCents, voided: false },
      after: { voided: true, ...moved },
      reason,
      storeId: sale.storeId,
    });
    if (principalCents + bonusCents > 0)
      await this.outbox.add(tx, { topic: 'sale.voided', payload: { saleId: id } });
    return {
      saleId: id,
      entryId,
      ...moved,
      pointsTakenBack: sale.pointsEarned,
      pointsGivenBack: sale.pointsUsed,
    };
  }
}

/** The business day of a sale, and the one it is voided on: of the acting till, in the office of the sale's store. */
function daysOf(actor: Actor, sale: VoidableSale, at: Date): UndoDays {
  return { madeOn: sale.businessDate, today: businessDateOf(at, actor.till ?? sale) };
}
