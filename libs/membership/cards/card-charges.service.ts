import { TendersService } from '#chain/tenders';
import {
  type Actor,
  assertInScope,
  businessDateOf,
  Clock,
  Db,
  type DeskTill,
  maskCardNo,
  maskPhone,
  type Tx,
} from '#kernel';
import { House, Ledger } from '#ledger';
import { nextReceiptNo } from '#chain/receipts';
import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import { CardChargesRepository, type CardChargeKind } from './card-charges.repository.js';
import type { CardChargeSlipView } from './card-charge.dto.js';
import type {} from './card.dto.js';
import { CardError } from './card.errors.js';
import { CHAIN_CLOCK } from './chain-clock.js';

export interface CardChargeTerms {
  kind: CardChargeKind;
  cardId: number;
  cardNo: string;
  memberId: number;
  homeStoreId: number;
  depositCents: number;
  feeCents: number;
  tender: string;
  reference: string | null;
  tenderField: string;
}

/** What a card costs at the till, in the books and on paper: the deposit is owed back, the fee is income. */
@Injectable()
export class CardCharges {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly settings: Settings,
    private readonly tenders: TendersService,
    private readonly repository: CardChargesRepository,
  ) {}

  /**
   * Takes deposit and fee; nothing happens where both are zero. Takes the store's receipt number: the last thing that a
   * transaction locks, so call it after whatever else the act moves. Errors: those of `refuseTender`.
   */
  async take(
    tx: Tx,
    actor: Actor,
    till: DeskTill,
    terms: CardChargeTerms,
  ): Promise<{ chargeId: number; chargeReceiptNo: string } | undefined> {
    const { depositCents, feeCents, tender, reference, memberId } = terms;
    if (depositCents + feeCents === 0) return undefined;
    const { storeId, tillId } = till;
    const paid = { code: tender, reference, field: terms.tenderField };
    await this.tenders.assertTaken(tx, storeId, { ...paid, use: 'card' });
    const at = this.clock.now();
    const businessDate = businessDateOf(at, till);
    const receiptNo = await nextReceiptNo(tx, till, businessDate);
    const act = {
      kind: terms.kind === 'issue' ? 'card_issue' : 'card_replacement',
      businessDate,
      at,
      storeId,
      drawerStoreId: storeId,
      cardStoreId: storeId,
      homeStoreId: terms.homeStoreId,
      staffId: actor.staffId,
      tillId,
      memberId,
      document: { kind: 'card_charge', no: receiptNo },
      accounts: [],
    };
    const { entryId } = await this.ledger.act(tx, act, (books) => {
      books.house(House.tender(tender, storeId), depositCents + feeCents);
      if (depositCents) books.house(House.cardDeposits(storeId), -depositCents);
      if (feeCents) books.house(House.cardFees(storeId), -feeCents);
    });
    const chargeId = await this.repository.insert(tx, {
      receiptNo,
      entryId,
      kind: terms.kind,
      cardId: terms.cardId,
      memberId,
      storeId,
      tillId,
      staffId: actor.staffId,
      businessDate,
      at,
      tender,
      tenderReference: reference,
      depositCents,
      feeCents,
    });
    return { chargeId, chargeReceiptNo: receiptNo };
  }

  /** As it is printed. Errors: card.charge_not_found, access.store_forbidden. */
  async slip(actor: Actor, id: number): Promise<CardChargeSlipView> {
    const today = businessDateOf(this.clock.now(), actor.till ?? CHAIN_CLOCK);
    const slip = await this.repository.slip(this.db, id, today);
    if (!slip) throw CardError.chargeNotFound();
    assertInScope(actor, slip.storeId);
    const { phone, cardNo, storeId: _, ...shown } = slip;
    return {
      ...shown,
      phoneMasked: maskPhone(phone),
      cardNoMasked: maskCardNo(cardNo) ?? '',
      receiptFooter: await this.settings.get('receipt.footer'),
    };
  }
}
