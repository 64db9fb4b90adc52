import { Approvals, type JudgedAct } from '#chain/approvals';
import { type Actor, Audit, Outbox, type Tx } from '#kernel';
import { Ledger, type Planned } from '#ledger';
import { nextReceiptNo } from '#chain/receipts';
import { Injectable } from '@nestjs/common';
import { factsOf, type PayoutProof, PayoutProofs } from './payout-proofs.service.js';
import type { PayoutKind } from './payout.dto.js';
import type { PayoutMoment } from './payout-desk.js';
import { type PayoutColumns, PayoutsRepository, type WalletOwner } from './payouts.repository.js';

const ACTS = {
  withdrawal: { action: 'wallet.withdraw', topic: 'wallet.withdrawn' },
  transfer: { action: 'wallet.transfer', topic: 'wallet.transferred' },
  refund: { action: 'wallet.refund', topic: 'wallet.refunded' },
  closing: { action: 'card.settle', topic: 'wallet.refunded' },
} as const satisfies Record<PayoutKind, { action: string; topic: string }>;

export interface PayoutPaper {
  kind: PayoutKind;
  cardId: number | null;
  reason: string | null;
  columns: PayoutColumns;
  refund?: PayoutColumns;
  second: JudgedAct | null;
  proof: PayoutProof | null;
}

/** Posts a planned act with its paper: receipt number, document, approval, audit, and the message about it. */
@Injectable()
export class PayoutDocuments {
  constructor(
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
    private readonly proofs: PayoutProofs,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly repository: PayoutsRepository,
  ) {}

  async write(
    tx: Tx,
    actor: Actor,
    { till, at, businessDate }: PayoutMoment,
    owner: WalletOwner,
    planned: Pick<Planned<unknown>, 'payload'>,
    paper: PayoutPaper,
  ): Promise<{ payoutId: number; receiptNo: string }> {
    const { kind, cardId, reason, columns, refund, second, proof } = paper;
    const { action, topic } = ACTS[kind];
    const withoutPinCents = proof && (await this.proofs.withoutPin(tx, owner, businessDate, proof));
    // The store's counter is the last thing that is locked.
    const receiptNo = await nextReceiptNo(tx, till, businessDate);
    const entryId = await this.ledger.post(tx, planned, receiptNo);
    const payoutId = await this.repository.insert(tx, {
      kind,
      receipt_no: receiptNo,
      entry_id: entryId,
      wallet_id: owner.walletId,
      member_id: owner.memberId,
      card_id: cardId,
      store_id: till.storeId,
      till_id: till.tillId,
      staff_id: actor.staffId,
      business_date: businessDate,
      at,
      reason,
      without_pin_cents: withoutPinCents ?? 0,
      ...columns,
    });
    if (refund) await this.repository.insertRefund(tx, { payout_id: payoutId, ...refund });
    const document = { entryId, documentKind: 'payout', documentId: payoutId };
    if (second) await this.approvals.record(tx, actor, second, document);
    await this.audit.record(tx, actor, {
      action,
      subjectKind: 'member',
      subjectId: owner.memberId,
      after: {
        payoutId,
        receiptNo,
        ...columns,
        ...(refund ? { basis: refund['basis'] } : {}),
        ...(proof ? factsOf(proof) : {}),
      },
      reason: reason ?? undefined,
      storeId: till.storeId,
    });
    await this.outbox.add(tx, { topic, payload: { payoutId } });
    return { payoutId, receiptNo };
  }
}
