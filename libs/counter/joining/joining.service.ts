import { TendersService } from '#chain/tenders';
import { CardIssues, CardPermission } from '#membership/cards';
import { type Actor, assertCan, type CommandOutcome, Commands, Db, type Sql } from '#kernel';
import { MembersService } from '#membership/members';
import { TopUpsService, type TopUpTermsInput, WalletPermission } from '#value/wallets';
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
    private readonly tenders: TendersService,
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
    const usual = await this.cards.usual();
    const request = { ...input, pin: undefined };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'member.join', actor, request }, async () => {
        const money = await moneyOf(this.tenders, tx, till.storeId, card, topUp);
        const cardTerms = card ? this.cards.termsOf(actor, { ...card, ...money }, usual) : null;
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
          ? await this.topUps.post(
              tx,
              actor,
              moment,
              { ...holder, levelId, card: onCard },
              topUp,
              'topUp.ruleId',
            )
          : undefined;
        const charged =
          issued && cardTerms
            ? await this.cards.charge(tx, actor, till, holder, issued, cardTerms, 'card.tender')
            : undefined;
        const { topUpId, receiptNo } = paid ?? {};
        return { memberId, ...issued, topUpId, receiptNo, ...charged };
      }),
    );
  }
}

type Money = Pick<TopUpTermsInput, 'reference'> & { tender?: string };

/** A card's deposit and fee are paid as is said; else as the top-up is, where that is a tender for them; else in cash. */
export async function moneyOf(
  tenders: TendersService,
  sql: Sql,
  storeId: number,
  card: Money | null | undefined,
  topUp: Money | null | undefined,
): Promise<Money> {
  if (card?.tender) return { tender: card.tender, reference: card.reference };
  const { tender, reference } = topUp ?? {};
  if (!tender) return {};
  const isTaken = await tenders.isTaken(sql, storeId, { code: tender, use: 'card', reference });
  return isTaken ? { tender, reference } : {};
}
