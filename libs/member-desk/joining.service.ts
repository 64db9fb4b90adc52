import { CardIssues, CardPermission, type MoneyTender } from '#cards';
import { type Actor, assertCan, type CommandOutcome, Commands, Db } from '#kernel';
import { MembersService } from '#members';
import { TopUpsService, type TopUpTermsInput, WalletPermission } from '#wallets';
import { Injectable } from '@nestjs/common';
import type { JoinedView, JoinInput } from './joining.dto.js';

@Injectable()
export class JoiningService {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly members: MembersService,
    private readonly cards: CardIssues,
    private readonly topUps: TopUpsService,
  ) {}

  /**
   * Registers a member and, if asked, issues a card and takes the first top-up: all of it or nothing.
   * Errors: session.no_till, access.forbidden, member.name_missing, member.phone_taken, member.birthday_impossible,
   * member.pin_too_weak, card.wrong_number, card.not_in_range, card.number_taken, card.no_range,
   * wallet.rule_not_in_force.
   */
  async join(actor: Actor, input: JoinInput, key: string): Promise<CommandOutcome<JoinedView>> {
    const { card, topUp, ...record } = input;
    if (card) assertCan(actor, CardPermission.issue);
    if (topUp) assertCan(actor, WalletPermission.topUp);
    const moment = await this.topUps.moment(actor);
    const { till, businessDate } = moment;
    const cardTerms = card
      ? await this.cards.termsOf(actor, { ...card, tender: card.tender ?? moneyOf(topUp?.tender) })
      : null;
    const request = { ...input, pin: undefined };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'member.join', actor, request }, async () => {
        const joined = { storeId: till.storeId, businessDate };
        const { memberId, walletId, levelId } = await this.members.register(
          tx,
          actor,
          record,
          joined,
        );
        const holder = { memberId, walletId, homeStoreId: till.storeId };
        const issued = cardTerms
          ? await this.cards.issue(tx, actor, till, holder, cardTerms)
          : undefined;
        const onCard = issued ? { id: issued.cardId, storeId: till.storeId } : null;
        const paid = topUp
          ? await this.topUps.post(tx, actor, moment, { ...holder, levelId, card: onCard }, topUp)
          : undefined;
        const charged =
          issued && cardTerms
            ? await this.cards.charge(tx, actor, till, holder, issued, cardTerms)
            : undefined;
        const { topUpId, receiptNo } = paid ?? {};
        return { memberId, ...issued, topUpId, receiptNo, ...charged };
      }),
    );
  }
}

/** A card's deposit and fee are paid as the top-up is, where that is a tender for them. */
export function moneyOf(tender: TopUpTermsInput['tender'] | undefined): MoneyTender | undefined {
  return tender === 'bank_transfer' ? undefined : tender;
}
