import { CardError, CardIssues } from '#cards';
import { type Actor, assertCan, type CommandOutcome, Commands, Db, type Tx } from '#kernel';
import { MembersService, PinsService } from '#members';
import { TopUpsService, WalletPermission } from '#wallets';
import { Injectable } from '@nestjs/common';
import { moneyOf } from './joining.service.js';
import type { CardIssuedView, IssueCardWithTopUpInput } from './card-desk.dto.js';

@Injectable()
export class CardDeskService {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly members: MembersService,
    private readonly pins: PinsService,
    private readonly cards: CardIssues,
    private readonly topUps: TopUpsService,
  ) {}

  /**
   * Issues a card to a member who is there, on their own wallet or, as a family card, on another member's; with a top-up
   * if asked: all of it or nothing. Errors: session.no_till, access.forbidden, member.not_found, member.pin_too_weak,
   * member.pin_already_set, card.owner_pin_required, card.own_wallet, member.wrong_pin, member.pin_locked,
   * member.too_many_wrong_pins, wallet.rule_not_in_force, and those of CardIssues.issue.
   */
  async issue(
    actor: Actor,
    memberId: number,
    input: IssueCardWithTopUpInput,
    key: string,
  ): Promise<CommandOutcome<CardIssuedView>> {
    const { topUp, ownerPin, walletOfMemberId: ownerId } = input;
    if (topUp) assertCan(actor, WalletPermission.topUp);
    if (ownerId === memberId) throw CardError.ownWallet();
    const moment = await this.topUps.moment(actor);
    const { till } = moment;
    const terms = await this.cards.termsOf({
      ...input,
      tender: input.tender ?? moneyOf(topUp?.tender),
    });
    if (ownerId && ownerPin) await this.pins.assertPin(actor, ownerId, ownerPin, { key });
    const request = { memberId, ...input, pin: undefined, ownerPin: undefined };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.issue', actor, request }, async () => {
        const member = await this.members.lock(tx, memberId);
        const walletId = ownerId ? await this.sharedWallet(tx, ownerId, ownerPin) : member.walletId;
        const { homeStoreId, levelId } = member;
        const holder = { memberId, walletId, homeStoreId };
        if (input.pin) await this.members.setFirstPin(tx, memberId, input.pin);
        const issued = await this.cards.issue(tx, actor, till, holder, terms);
        const card = { id: issued.cardId, storeId: till.storeId };
        const paid = topUp
          ? await this.topUps.post(tx, actor, moment, { ...holder, levelId, card }, topUp)
          : undefined;
        const charged = await this.cards.charge(tx, actor, till, holder, issued, terms);
        return { ...issued, topUpId: paid?.topUpId, receiptNo: paid?.receiptNo, ...charged };
      }),
    );
  }

  // Whoever has a PIN agrees with it; that it is the right one was judged before.
  private async sharedWallet(
    tx: Tx,
    ownerId: number,
    ownerPin: string | null | undefined,
  ): Promise<number> {
    const owner = await this.members.lock(tx, ownerId);
    if (owner.hasPin && !ownerPin) throw CardError.ownerPinRequired();
    return owner.walletId;
  }
}
