import { CardError, CardPermission, CardsService, typedCardNo } from '#membership/cards';
import { type Actor, type CommandOutcome, Commands, Db } from '#kernel';
import { MemberError, needsSecond, proofAsked, ProofsService } from '#membership/members';
import { Injectable } from '@nestjs/common';
import type { ClosingInput } from './payout.dto.js';
import { PayoutError } from './payout.errors.js';
import { PayoutProofs, proofInApproval } from './payout-proofs.service.js';
import { PayoutDesk } from './payout-desk.js';
import type { ClosingPreview, RefundResult } from './payout-view.dto.js';
import { type CardToClose, PayoutsRepository } from './payouts.repository.js';
import { RefundsService } from './refunds.service.js';
import { WalletSettlement } from './wallet-settlement.js';

/** 退卡: one card of several is only closed; the last one settles its wallet. Its deposit is given back. */
@Injectable()
export class ClosingsService {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly cards: CardsService,
    private readonly proofs: ProofsService,
    private readonly payoutProofs: PayoutProofs,
    private readonly refunds: RefundsService,
    private readonly desk: PayoutDesk,
    private readonly settlement: WalletSettlement,
    private readonly repository: PayoutsRepository,
  ) {}

  /** Errors: session.no_till, card.not_found. */
  async preview(actor: Actor, cardNo: string): Promise<ClosingPreview> {
    const { businessDate } = this.desk.moment(actor);
    const terms = await this.refunds.terms();
    return this.db.read(async (sql) => {
      const card = await this.repository.card(sql, typedCardNo(cardNo));
      if (!card) throw CardError.notFound();
      const owner = settles(card) ? await this.desk.owner(sql, card.memberId) : null;
      return {
        cardNo: card.cardNo,
        memberId: card.memberId,
        memberName: card.memberName,
        isLastOfWallet: settles(card),
        otherCards: card.otherCards,
        depositCents: card.depositCents,
        depositTender: card.depositTender,
        refund: owner && (await this.refunds.previewOf(sql, owner, businessDate, terms)),
      };
    });
  }

  /**
   * Closes a card. Errors: session.no_till, card.not_found, card.lost, card.not_active, payout.settlement_missing,
   * payout.debt_undecided, those of a refund, and for one card of several those of ProofsService.prove; a
   * document that was compared with nothing asks for a second person.
   */
  async close(
    actor: Actor,
    cardNo: string,
    input: ClosingInput,
    key: string,
  ): Promise<CommandOutcome<RefundResult>> {
    const moment = this.desk.moment(actor);
    const { pin, approval, identity, ...request } = input;
    const number = typedCardNo(cardNo);
    const { refundDays } = await this.refunds.terms();
    const named = await this.repository.card(this.db, number);
    const settlement = input.settlement ?? null;
    const depositCents = named?.depositCents ?? 0;
    const proven =
      named && identity ? await this.proofs.prove(actor, named.memberId, identity, { key }) : null;
    const asked = proven ? { identity: proofAsked(proven) } : {};
    const outCents = (settlement?.amountCents ?? 0) + depositCents;
    const proof =
      named && settlement
        ? await this.payoutProofs.ask(
            actor,
            moment,
            named.memberId,
            outCents,
            { pin, identity },
            key,
          )
        : null;
    const inApproval = proofInApproval(proof);
    const shown = {
      needed: inApproval.needed || (proven !== null && needsSecond(proven)),
      facts: {
        ...inApproval.facts,
        document: inApproval.facts.document ?? proven?.document ?? null,
        freshPin: inApproval.facts.freshPin ?? (proven?.isFresh || null),
        cardNo: number,
      },
    };
    const second = named
      ? await this.refunds.approve(
          actor,
          moment,
          named.memberId,
          CardPermission.close,
          { settlement, depositCents },
          shown,
          approval,
          key,
        )
      : null;
    return this.db.write((tx) =>
      this.commands.once(
        tx,
        { key, name: 'card.close', actor, request: { cardNo: number, ...request, ...asked } },
        async () => {
          if (!named) throw CardError.notFound();
          await this.desk.assertPaysOut(tx, moment, input.tender);
          if (settlement)
            await this.desk.assertPaysOut(tx, moment, settlement.tender, 'settlement.tender');
          const reason = settlement?.reason ?? input.reason ?? null;
          const closed = await this.cards.close(tx, actor, moment.till, number, {
            reason,
            proven,
          });
          const card = await this.repository.card(tx, number);
          if (!card) throw CardError.notFound();
          // As it was paid, also by a tender that is taken no more.
          const depositTender = card.depositTender ?? input.tender;
          const owner = await this.desk.lockOwner(tx, card.memberId);
          if (settles(card)) {
            if (!settlement) throw PayoutError.settlementMissing();
            if (proof) await this.payoutProofs.confirm(tx, owner, proof, second);
          } else if (
            proven?.memberId !== card.memberId ||
            (needsSecond(proven) && !second?.approval)
          )
            throw MemberError.identityMissing();
          return this.settlement.settle(
            tx,
            actor,
            moment,
            { ...owner, walletId: card.walletId },
            {
              kind: 'closing',
              input: settles(card) ? settlement : null,
              tender: settlement?.tender ?? depositTender,
              reason,
              card: closed.card,
              deposit: closed.depositCents
                ? {
                    cents: closed.depositCents,
                    storeId: closed.depositStoreId,
                    tender: depositTender,
                  }
                : null,
              refundDays,
              second: settles(card) || closed.depositCents || second?.approval ? second : null,
              proof: settles(card) ? proof : null,
            },
          );
        },
      ),
    );
  }
}

/** A family's card closes by itself: the wallet is its owner's. */
const settles = (card: CardToClose): boolean =>
  card.otherCards === 0 && card.walletMemberId === card.memberId;
