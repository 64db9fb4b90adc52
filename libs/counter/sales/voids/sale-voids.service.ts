import type { Actor, CommandOutcome, Tx } from '#kernel';
import { Ledger } from '#ledger';
import { type UndoAct, type UndoKind, Undoings } from '#membership/documents';
import { Injectable } from '@nestjs/common';
import type { VoidSaleInput, VoidSaleResult } from '../sale.dto.js';
import { SaleError } from '../sale.errors.js';
import { SalePermission } from '../sale.permissions.js';
import { SalesRepository, type VoidableSale } from '../sales.repository.js';

/** 撤销: a sale that was keyed by mistake is undone whole, by an entry that names the one it reverses. */
@Injectable()
export class SaleVoids {
  constructor(
    private readonly undoings: Undoings,
    private readonly ledger: Ledger,
    private readonly repository: SalesRepository,
  ) {}

  private readonly kind: UndoKind<VoidableSale, VoidSaleResult> = {
    act: 'sale.void',
    right: SalePermission.void,
    document: 'sale',
    topic: 'sale.voided',
    officeClock: (sale) => sale,
    named: (saleId) => ({ saleId }),
    find: (sql, id) => this.repository.voidable(sql, id),
    lock: (tx, id) => this.repository.lock(tx, id),
    notFound: () => SaleError.notFound(),
    refusal({ receiptNo, voidedAt, returnedCents }) {
      if (voidedAt) return SaleError.alreadyVoided({ receiptNo });
      return returnedCents > 0 ? SaleError.partlyReturned({ receiptNo }) : null;
    },
    question: ({ id, memberId, storeId, receiptNo, dueCents, receivedCents }, { reason }) => ({
      subject: memberId ? { kind: 'member', id: memberId } : { kind: 'sale', id },
      storeId,
      amountCents: dueCents,
      facts: { undoes: 'sale', receiptNo, receivedCents, reason },
    }),
    post: (tx, sale, act) => this.post(tx, sale, act),
  };

  /**
   * Undoes a whole sale: the wallet, the goods and the points go back; money leaves the acting till's drawer, in the office
   * the store's safe. Errors: sale.not_found, sale.already_voided, sale.partly_returned, and those of Undoings.
   */
  void(
    actor: Actor,
    id: number,
    input: VoidSaleInput,
    key: string,
  ): Promise<CommandOutcome<VoidSaleResult>> {
    return this.undoings.undo(this.kind, actor, id, input, key);
  }

  private async post(tx: Tx, sale: VoidableSale, act: UndoAct) {
    const { id: saleId, receiptNo, principalCents, bonusCents, receivedCents } = sale;
    const { actor, till, storeId, at, reason } = act;
    const { staffId } = actor;
    const { entryId } = await this.ledger.reverse(tx, {
      entryId: sale.entryId,
      kind: 'void',
      businessDate: act.today,
      at,
      storeId,
      staffId,
      tillId: till?.tillId ?? null,
      drawerStoreId: receivedCents > 0 ? storeId : null,
      document: { kind: 'sale', no: receiptNo },
      reason,
    });
    await this.repository.markVoided(tx, saleId, { staffId, at, reason, entryId });
    const moved = { principalCents, bonusCents, receivedCents };
    return {
      entryId,
      documentId: saleId,
      result: {
        ...{ saleId, entryId, ...moved },
        pointsTakenBack: sale.pointsEarned,
        pointsGivenBack: sale.pointsUsed,
      },
      audit: {
        subjectKind: 'sale',
        subjectId: saleId,
        before: { receiptNo, dueCents: sale.dueCents, voided: false },
        after: { voided: true, ...moved },
        storeId: sale.storeId,
      },
      notice: principalCents + bonusCents > 0 ? { saleId } : null,
    };
  }
}
