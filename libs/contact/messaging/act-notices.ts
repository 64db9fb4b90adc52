import type { FamilyEvent } from '#membership/cards/rules';
import { noticeSetting } from '#membership/documents';
import { Injectable } from '@nestjs/common';
import { Db, OutboxHandler, type JobContext } from '#kernel';
import { ActSender } from './act-sender.js';
import { ActsRepository } from './acts.repository.js';
import { givenWords } from './given-words.js';
import {
  adjustmentText,
  cardLostText,
  cardReplacedText,
  familyCardText,
  identityReplacedText,
  mergedText,
  phoneChangedText,
  pinLockedText,
  payoutReversalText,
  pinResetText,
  pinSetText,
  refundText,
  saleReturnText,
  saleVoidText,
  topUpReversalText,
  transferText,
  withdrawalText,
} from './message.locale.js';

/** Messages after the rarer acts: value that leaves or is moved, corrections, PINs and cards. */
@Injectable()
export class ActNotices {
  constructor(
    private readonly db: Db,
    private readonly acts: ActsRepository,
    private readonly sender: ActSender,
  ) {}

  @OutboxHandler('wallet.withdrawn')
  async withdrawn({ payoutId }: { payoutId: number }, { outboxId }: JobContext): Promise<void> {
    const act = await this.acts.payout(this.db, payoutId);
    if (act)
      await this.sender.send(
        outboxId,
        'withdrawal',
        noticeSetting('wallet.withdrawn'),
        act,
        (signature) => withdrawalText(signature, act),
      );
  }

  /** Both members are told, each their own balance. */
  @OutboxHandler('wallet.transferred')
  async transferred({ payoutId }: { payoutId: number }, { outboxId }: JobContext): Promise<void> {
    const from = await this.acts.payout(this.db, payoutId);
    if (from)
      await this.sender.send(
        outboxId,
        'transfer_out',
        noticeSetting('wallet.transferred'),
        from,
        (signature) => transferText(signature, from, 'out'),
      );
    const to = await this.acts.received(this.db, payoutId);
    if (to)
      await this.sender.send(
        outboxId,
        'transfer_in',
        noticeSetting('wallet.transferred'),
        to,
        (signature) => transferText(signature, to, 'in'),
      );
  }

  @OutboxHandler('wallet.refunded')
  async refunded({ payoutId }: { payoutId: number }, { outboxId }: JobContext): Promise<void> {
    const act = await this.acts.payout(this.db, payoutId);
    if (act)
      await this.sender.send(
        outboxId,
        'refund',
        noticeSetting('wallet.refunded'),
        act,
        (signature) => refundText(signature, act),
      );
  }

  @OutboxHandler('wallet.adjusted')
  async adjusted(
    { adjustmentId }: { adjustmentId: number },
    { outboxId }: JobContext,
  ): Promise<void> {
    const act = await this.acts.adjustment(this.db, adjustmentId);
    if (act)
      await this.sender.send(
        outboxId,
        'adjustment',
        noticeSetting('wallet.adjusted'),
        act,
        (signature) => adjustmentText(signature, act),
      );
  }

  @OutboxHandler('wallet.top_up_reversed')
  async topUpReversed({ id }: { id: number }, { outboxId }: JobContext): Promise<void> {
    const act = await this.acts.topUpReversal(this.db, id);
    if (act)
      await this.sender.send(
        outboxId,
        'top_up_reversal',
        noticeSetting('wallet.top_up_reversed'),
        act,
        (signature) => topUpReversalText(signature, { ...act, taken: givenWords(act) }),
      );
  }

  @OutboxHandler('sale.voided')
  async saleVoided({ saleId }: { saleId: number }, { outboxId }: JobContext): Promise<void> {
    const act = await this.acts.saleVoid(this.db, saleId);
    if (act)
      await this.sender.send(
        outboxId,
        'sale_void',
        noticeSetting('sale.voided'),
        act,
        (signature) => saleVoidText(signature, act),
      );
  }

  @OutboxHandler('sale.returned')
  async saleReturned({ returnId }: { returnId: number }, { outboxId }: JobContext): Promise<void> {
    const act = await this.acts.saleReturn(this.db, returnId);
    if (act)
      await this.sender.send(
        outboxId,
        'sale_return',
        noticeSetting('sale.returned'),
        act,
        (signature) => saleReturnText(signature, act),
      );
  }

  /** Of a transfer both members are told. */
  @OutboxHandler('wallet.payout_reversed')
  async payoutReversed(
    { payoutId }: { payoutId: number },
    { outboxId }: JobContext,
  ): Promise<void> {
    for (const act of await this.acts.payoutReversal(this.db, payoutId)) {
      const kind = act.undone === 'transfer_in' ? 'transfer_in_reversal' : 'payout_reversal';
      await this.sender.send(
        outboxId,
        kind,
        noticeSetting('wallet.payout_reversed'),
        act,
        (signature) => payoutReversalText(signature, act),
      );
    }
  }

  /** Goes to the number that was on the record before. */
  @OutboxHandler('member.phone_changed')
  async phoneChanged(
    { memberId, storeId, phone }: { memberId: number; storeId: number; phone: string },
    { outboxId }: JobContext,
  ): Promise<void> {
    const act = await this.acts.record(this.db, memberId, storeId);
    if (act)
      await this.sender.send(
        outboxId,
        'phone_changed',
        'sms.on_phone_change',
        { ...act, phone },
        (signature) => phoneChangedText(signature, act),
      );
  }

  @OutboxHandler('member.identity_replaced')
  async identityReplaced(
    { memberId, storeId }: { memberId: number; storeId: number },
    { outboxId }: JobContext,
  ): Promise<void> {
    const act = await this.acts.record(this.db, memberId, storeId);
    if (act)
      await this.sender.send(outboxId, 'identity_replaced', 'sms.on_identity', act, (signature) =>
        identityReplacedText(signature, act),
      );
  }

  @OutboxHandler('member.pin_set')
  async pinSet(
    { memberId, storeId }: { memberId: number; storeId: number },
    { outboxId }: JobContext,
  ): Promise<void> {
    const act = await this.acts.pin(this.db, memberId, storeId);
    if (act)
      await this.sender.send(outboxId, 'pin_set', 'sms.on_pin', act, (signature) =>
        pinSetText(signature, act),
      );
  }

  @OutboxHandler('member.pin_reset')
  async pinReset(
    { memberId, storeId = null }: { memberId: number; storeId?: number | null },
    { outboxId }: JobContext,
  ): Promise<void> {
    const act = await this.acts.pin(this.db, memberId, storeId);
    if (act)
      await this.sender.send(outboxId, 'pin_reset', 'sms.on_pin', act, (signature) =>
        pinResetText(signature, act),
      );
  }

  @OutboxHandler('member.pin_locked')
  async pinLocked(
    { memberId, until }: { memberId: number; until: string },
    { outboxId }: JobContext,
  ): Promise<void> {
    const act = await this.acts.pin(this.db, memberId, null);
    if (!act) return;
    const shown = new Intl.DateTimeFormat('sv-SE', {
      timeZone: act.timezone,
      hour: '2-digit',
      minute: '2-digit',
    }).format(new Date(until));
    await this.sender.send(outboxId, 'pin_locked', 'sms.on_pin', act, (signature) =>
      pinLockedText(signature, { until: shown }),
    );
  }

  /** Of two records one is left: each phone that was on one of them is told. */
  @OutboxHandler('member.merged')
  async merged(
    { memberId, storeId, pinEnded }: { memberId: number; storeId: number; pinEnded: boolean },
    { outboxId }: JobContext,
  ): Promise<void> {
    const act = await this.acts.record(this.db, memberId, storeId);
    if (act)
      await this.sender.send(outboxId, 'merged', noticeSetting('member.merged'), act, (signature) =>
        mergedText(signature, { ...act, pinEnded }),
      );
  }

  @OutboxHandler('card.lost')
  async cardLost(
    { cardId, storeId = null }: { cardId: number; storeId?: number | null },
    { outboxId }: JobContext,
  ): Promise<void> {
    const act = await this.acts.card(this.db, cardId, storeId);
    if (act)
      await this.sender.send(outboxId, 'card_lost', 'sms.on_card', act, (signature) =>
        cardLostText(signature, act),
      );
  }

  @OutboxHandler('card.replaced')
  async cardReplaced(
    { cardId, storeId = null }: { cardId: number; storeId?: number | null },
    { outboxId }: JobContext,
  ): Promise<void> {
    const act = await this.acts.card(this.db, cardId, storeId);
    if (act?.newCardNo)
      await this.sender.send(outboxId, 'card_replaced', 'sms.on_card', act, (signature) =>
        cardReplacedText(signature, act),
      );
  }

  /** The owner of a wallet hears of every change of somebody else's card on it. */
  @OutboxHandler('card.family')
  async familyCard(
    { event, ...of }: { event: FamilyEvent; cardId: number; ownerId: number; storeId: number },
    { outboxId }: JobContext,
  ): Promise<void> {
    const act = await this.acts.familyCard(this.db, of);
    if (act)
      await this.sender.send(outboxId, 'family_card', 'sms.on_card', act, (signature) =>
        familyCardText(signature, event, act),
      );
  }
}
