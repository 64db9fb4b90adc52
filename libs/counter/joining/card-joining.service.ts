import {
  CardError,
  CardIssues,
  CardPermission,
  FamilyCards,
  OwnerConsents,
} from '#membership/cards';
import { type Actor, assertCan, type CommandOutcome, Commands, Db, inBody } from '#kernel';
import { TendersService } from '#chain/tenders';
import { MembersService } from '#membership/members';
import { TopUpsService, WalletPermission } from '#value/wallets';
import { Injectable } from '@nestjs/common';
import { moneyOf } from './joining.service.js';
import type { CardIssuedView, IssueCardWithTopUpInput } from './card-joining.dto.js';

@Injectable()
export class CardJoiningService {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly members: MembersService,
    private readonly cards: CardIssues,
    private readonly consents: OwnerConsents,
    private readonly family: FamilyCards,
    private readonly topUps: TopUpsService,
    private readonly tenders: TendersService,
  ) {}

  /**
   * Issues a card to a member who is there, on their own wallet or, as a family card, on another member's; with a top-up
   * if asked: all of it or nothing. Errors: session.no_till, access.forbidden, member.not_found, member.pin_too_weak,
   * member.pin_already_set, card.own_wallet, wallet.rule_not_in_force, and those of CardIssues.issue and OwnerConsents.ask.
   */
  async issue(
    actor: Actor,
    memberId: number,
    input: IssueCardWithTopUpInput,
    key: string,
  ): Promise<CommandOutcome<CardIssuedView>> {
    const { topUp, walletOfMemberId: ownerId } = input;
    if (topUp) assertCan(actor, WalletPermission.topUp);
    if (ownerId) assertCan(actor, CardPermission.bind);
    if (ownerId === memberId) throw CardError.ownWallet();
    if (ownerId) await inBody('walletOfMemberId', this.members.get(this.db, ownerId));
    const moment = await this.topUps.moment(actor);
    const { till } = moment;
    const usual = await this.cards.usual();
    const consent = ownerId
      ? await this.consents.ask(actor, { ownerId, holderId: memberId }, input, key)
      : null;
    const { pin, ownerProof: _, approval: __, ...said } = input;
    const request = { memberId, ...said };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.issue', actor, request }, async () => {
        const money = await moneyOf(this.tenders, tx, till.storeId, input, topUp);
        const terms = this.cards.termsOf(actor, { ...input, ...money }, usual);
        const parties = consent
          ? await this.consents.confirm(tx, consent)
          : { holder: await this.members.lock(tx, memberId), owner: null };
        const { homeStoreId, levelId } = parties.holder;
        const { walletId } = parties.owner ?? parties.holder;
        const holder = { memberId, walletId, homeStoreId };
        if (pin) await this.members.setFirstPin(tx, memberId, pin, till.storeId);
        const issued = await this.cards.issue(tx, actor, till, holder, terms);
        if (consent) await this.family.bound(tx, actor, issued.cardId, consent);
        const card = { id: issued.cardId, storeId: till.storeId };
        const paid = topUp
          ? await this.topUps.post(
              tx,
              actor,
              moment,
              { ...holder, levelId, card },
              topUp,
              'topUp.ruleId',
            )
          : undefined;
        const charged = await this.cards.charge(tx, actor, till, holder, issued, terms);
        return { ...issued, topUpId: paid?.topUpId, receiptNo: paid?.receiptNo, ...charged };
      }),
    );
  }
}
