import { randomInt } from 'node:crypto';
import {
  type Actor,
  assertInScope,
  Audit,
  businessDateOf,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  type DeskTill,
  type Page,
  pageOf,
  type Sql,
  tillOf,
  type Tx,
} from '#kernel';
import { House, Ledger } from '#ledger';
import { MembersService, questionOf, searchRange } from '#members';
import { Settings } from '#settings';
import { Injectable } from '@nestjs/common';
import { CARD_SECRET_LENGTH, cardNumber, isCardNo, typedCardNo } from './card-number.rules.js';
import type {
  CardListQuery,
  CardRow,
  CardStatusView,
  CardTermsInput,
  IssueCardInput,
  IssuedCardView,
  MoneyTender,
  NextCardNoView,
  ReportLostInput,
} from './card.dto.js';
import { CardError } from './card.errors.js';
import { canBecome, isUsable } from './card.rules.js';
import { type CardRecord, CardsRepository } from './cards.repository.js';

/** What an issue costs, settled before its transaction begins (settings have a connection of their own). */
export interface CardTerms {
  cardNo: string | null;
  depositCents: number;
  feeCents: number;
  tender: MoneyTender;
}

export interface CardHolder {
  memberId: number;
  walletId: number;
  homeStoreId: number;
}

/** A free number is found at the first try unless a range is nearly used up. */
const NUMBER_TRIES = 20;

@Injectable()
export class CardsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly ledger: Ledger,
    private readonly settings: Settings,
    private readonly members: MembersService,
    private readonly repository: CardsRepository,
  ) {}

  /** The cards of the actor's stores. Errors: access.store_forbidden. */
  async page(actor: Actor, query: CardListQuery): Promise<Page<CardRow>> {
    if (query.storeId) assertInScope(actor, query.storeId);
    const { page, pageSize, limit, offset } = pageOf(query);
    const number = typedCardNo(query.q ?? '');
    const text = questionOf(query.q ?? '');
    const found = await this.repository.page(this.db, {
      storeIds: query.storeId ? [query.storeId] : actor.storeIds,
      status: query.status,
      number: /^\d+$/.test(number) && text.by !== 'last4' ? searchRange(number) : undefined,
      name:
        text.by === 'name'
          ? searchRange(text.text)
          : text.by === 'last4'
            ? searchRange(text.digits)
            : undefined,
      limit,
      offset,
    });
    return { ...found, page, pageSize };
  }

  /** A free number of the till's store; it is not reserved. Errors: session.no_till, card.no_range. */
  async nextNumber(actor: Actor): Promise<NextCardNoView> {
    return { cardNo: await this.freeNumber(this.db, tillOf(actor).storeId) };
  }

  /** What was asked for, completed by the chain's settings. */
  async termsOf(input: CardTermsInput): Promise<CardTerms> {
    return {
      cardNo: input.cardNo ? typedCardNo(input.cardNo) : null,
      depositCents: input.depositCents ?? (await this.settings.get('card.deposit_cents')),
      feeCents: input.feeCents ?? (await this.settings.get('card.fee_cents')),
      tender: input.tender ?? 'cash',
    };
  }

  /**
   * Issues a card to a member who is there. Errors: member.not_found, card.wrong_number, card.not_in_range,
   * card.number_taken, card.no_range, member.pin_too_weak, member.pin_already_set, session.no_till.
   */
  async issueTo(
    actor: Actor,
    memberId: number,
    input: IssueCardInput,
    key: string,
  ): Promise<CommandOutcome<IssuedCardView>> {
    const till = tillOf(actor);
    const terms = await this.termsOf(input);
    const request = { memberId, ...input, pin: undefined };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.issue', actor, request }, async () => {
        const member = await this.members.get(tx, memberId);
        const holder = { memberId, walletId: member.walletId, homeStoreId: member.homeStoreId };
        if (input.pin) await this.members.setFirstPin(tx, memberId, input.pin);
        return this.issue(tx, actor, till, holder, terms);
      }),
    );
  }

  /** The issue itself, inside another act. Errors: card.wrong_number, card.not_in_range, card.number_taken, card.no_range. */
  async issue(
    tx: Tx,
    actor: Actor,
    till: DeskTill,
    holder: CardHolder,
    terms: CardTerms,
  ): Promise<IssuedCardView> {
    const at = this.clock.now();
    const businessDate = businessDateOf(at, till);
    const { depositCents, feeCents } = terms;
    const cardNo = terms.cardNo
      ? await this.ownNumber(tx, till.storeId, terms.cardNo)
      : await this.freeNumber(tx, till.storeId);
    const cardId = await this.repository.insert(tx, {
      cardNo,
      memberId: holder.memberId,
      walletId: holder.walletId,
      storeId: till.storeId,
      depositCents,
      feeCents,
      issuedOn: businessDate,
      issuedBy: actor.staffId,
    });
    if (cardId === undefined) throw CardError.numberTaken();
    await this.audit.record(tx, actor, {
      action: 'card.issue',
      subjectKind: 'card',
      subjectId: cardId,
      after: { cardNo, memberId: holder.memberId, depositCents, feeCents },
    });
    if (depositCents + feeCents > 0) {
      const act = {
        kind: 'card_issue',
        businessDate,
        at,
        storeId: till.storeId,
        drawerStoreId: till.storeId,
        cardStoreId: till.storeId,
        homeStoreId: holder.homeStoreId,
        staffId: actor.staffId,
        tillId: till.tillId,
        memberId: holder.memberId,
        document: { kind: 'card', no: cardNo },
        accounts: [],
      };
      await this.ledger.act(tx, act, (books) => {
        books.house(House.tender(terms.tender, till.storeId), depositCents + feeCents);
        if (depositCents) books.house(House.cardDeposits(till.storeId), -depositCents);
        if (feeCents) books.house(House.cardFees(till.storeId), -feeCents);
      });
    }
    return { cardId, cardNo };
  }

  /** Freezes this card in all stores at once, not the member's other cards. Errors: card.not_found, card.not_active. */
  async reportLost(
    actor: Actor,
    cardNo: string,
    input: ReportLostInput,
    key: string,
  ): Promise<CommandOutcome<CardStatusView>> {
    const number = typedCardNo(cardNo);
    const request = { cardNo: number, ...input };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.report_lost', actor, request }, async () => {
        const card = await this.repository.lock(tx, number);
        if (!card) throw CardError.notFound();
        if (!canBecome(card.status, 'lost')) throw CardError.notActive({ status: card.status });
        await this.repository.setStatus(tx, card.id, 'lost');
        await this.audit.record(tx, actor, {
          action: 'card.report_lost',
          subjectKind: 'card',
          subjectId: card.id,
          before: { status: card.status },
          after: { status: 'lost' },
          reason: input.reason ?? undefined,
        });
        return { cardNo: card.cardNo, status: 'lost' as const };
      }),
    );
  }

  /**
   * A card that may pay and take value now; it can't be reported lost until this transaction ends.
   * Errors: card.not_found, card.lost, card.not_active.
   */
  async usable(tx: Tx, cardNo: string): Promise<CardRecord & CardHolderIds> {
    const card = await this.repository.findForUse(tx, typedCardNo(cardNo));
    if (!card || card.memberId === null || card.walletId === null) throw CardError.notFound();
    if (card.status === 'lost') throw CardError.lost();
    if (!isUsable(card.status)) throw CardError.notActive({ status: card.status });
    return { ...card, memberId: card.memberId, walletId: card.walletId };
  }

  private async ownNumber(sql: Sql, storeId: number, cardNo: string): Promise<string> {
    if (!isCardNo(cardNo)) throw CardError.wrongNumber();
    const prefixes = await this.repository.prefixesOf(sql, storeId);
    if (!prefixes.some((prefix) => cardNo.startsWith(prefix))) throw CardError.notInRange();
    return cardNo;
  }

  private async freeNumber(sql: Sql, storeId: number): Promise<string> {
    const prefixes = await this.repository.prefixesOf(sql, storeId);
    if (!prefixes.length) throw CardError.noRange();
    for (let attempt = 0; attempt < NUMBER_TRIES; attempt += 1) {
      const prefix = prefixes[attempt % prefixes.length] ?? '';
      const secret = String(randomInt(10 ** CARD_SECRET_LENGTH)).padStart(CARD_SECRET_LENGTH, '0');
      const cardNo = cardNumber(prefix, secret);
      if (!(await this.repository.find(sql, cardNo))) return cardNo;
    }
    throw CardError.noRange();
  }
}

interface CardHolderIds {
  memberId: number;
  walletId: number;
}
