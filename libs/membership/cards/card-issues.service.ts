import { randomInt } from 'node:crypto';
import {
  type Actor,
  addDays,
  assertCan,
  Audit,
  businessDateOf,
  Clock,
  type DeskTill,
  type Sql,
  tillOf,
  type Tx,
} from '#kernel';
import { Settings } from '#chain/settings';
import { CASH } from '#chain/tenders';
import { Injectable } from '@nestjs/common';
import { CardCharges } from './card-charges.service.js';
import { CARD_SECRET_LENGTH, cardNumber, isCardNo, typedCardNo } from './card-number.rules.js';
import type { CardTermsInput } from './card.dto.js';
import { CardError } from './card.errors.js';
import { CardPermission } from './card.permissions.js';
import { type CardRecord, CardsRepository, type NewCard } from './cards.repository.js';

/** What an issue costs and how long a card is valid where nothing else is said (settings have a connection of their own). */
export interface CardUsual {
  depositCents: number;
  feeCents: number;
  validDays: number;
  /** The largest deposit. */
  limitCents: number;
}

/** What one issue costs. */
export interface CardTerms {
  /** Null: the next number of the store. */
  cardNo: string | null;
  depositCents: number;
  feeCents: number;
  tender: string;
  reference: string | null;
  /** Undefined: as the chain's setting says. */
  expiresOn: string | null | undefined;
  validDays: number;
}

export interface CardHolder {
  memberId: number;
  /** The wallet the card spends: the member's own, or the family's. */
  walletId: number;
  homeStoreId: number;
}

export interface IssuedCard {
  cardId: number;
  cardNo: string;
}

/** A free number is found at the first try unless a range is nearly used up. */
const NUMBER_TRIES = 20;

/** Null is without end. */
const isLater = (day: string | null, than: string | null): boolean =>
  than !== null && (day === null || day > than);

@Injectable()
export class CardIssues {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly settings: Settings,
    private readonly charges: CardCharges,
    private readonly repository: CardsRepository,
  ) {}

  /** The chain's settings for an issue; read before its transaction begins. */
  async usual(): Promise<CardUsual> {
    const [depositCents, feeCents, depositMaxCents, validDays] = [
      await this.settings.get('card.deposit_cents'),
      await this.settings.get('card.fee_cents'),
      await this.settings.get('card.deposit_max_cents'),
      await this.settings.get('card.valid_days'),
    ];
    return {
      depositCents,
      feeCents,
      validDays,
      limitCents: Math.max(depositCents, depositMaxCents),
    };
  }

  /**
   * What was asked for, completed by the chain's settings. Giving more than these is a right of its own. Judged inside
   * the command: a retry after a setting changed finds its first answer.
   * Errors: access.forbidden, session.no_till, card.wrong_number, card.deposit_too_large.
   */
  termsOf(actor: Actor, input: CardTermsInput, usual: CardUsual): CardTerms {
    const { validDays, limitCents } = usual;
    const terms = {
      depositCents: input.depositCents ?? usual.depositCents,
      feeCents: input.feeCents ?? usual.feeCents,
      expiresOn: input.expiresOn,
    };
    if (terms.depositCents < usual.depositCents || terms.feeCents < usual.feeCents)
      assertCan(actor, CardPermission.waive);
    // A deposit is money out when the card is closed: nobody takes in what they like.
    if (terms.depositCents > limitCents) throw CardError.depositTooLarge({ limitCents });
    const lastDay = this.usualLastDay(tillOf(actor), validDays);
    if (terms.expiresOn !== undefined && isLater(terms.expiresOn, lastDay))
      assertCan(actor, CardPermission.extend);
    return {
      ...terms,
      cardNo: input.cardNo ? typedCardNo(input.cardNo) : null,
      tender: input.tender ?? CASH,
      reference: input.reference ?? null,
      validDays,
    };
  }

  private usualLastDay(till: DeskTill, validDays: number): string | null {
    return validDays > 0 ? addDays(businessDateOf(this.clock.now(), till), validDays) : null;
  }

  /**
   * Hands a card to a member, inside another act: a new number of the store, or a printed card of its stock. What it
   * costs is taken by `charge`. Errors: card.wrong_number, card.not_in_range, card.number_taken, card.no_range,
   * card.in_stock_elsewhere, card.not_ready.
   */
  async issue(
    tx: Tx,
    actor: Actor,
    till: DeskTill,
    holder: CardHolder,
    terms: CardTerms,
  ): Promise<IssuedCard> {
    const { depositCents, feeCents } = terms;
    const issuedOn = businessDateOf(this.clock.now(), till);
    const expiresOn =
      terms.expiresOn !== undefined ? terms.expiresOn : this.usualLastDay(till, terms.validDays);
    const issued = await this.hand(tx, till, terms.cardNo, {
      memberId: holder.memberId,
      walletId: holder.walletId,
      storeId: till.storeId,
      depositCents,
      depositStoreId: till.storeId,
      feeCents,
      expiresOn,
      issuedOn,
      issuedBy: actor.staffId,
      replacesCardId: null,
    });
    const { memberId, walletId } = holder;
    await this.audit.record(tx, actor, {
      action: 'card.issue',
      subjectKind: 'card',
      subjectId: issued.cardId,
      after: { cardNo: issued.cardNo, memberId, walletId, depositCents, feeCents, expiresOn },
    });
    return issued;
  }

  /** Takes what an issued card costs; the last thing of its act. */
  charge(
    tx: Tx,
    actor: Actor,
    till: DeskTill,
    holder: CardHolder,
    { cardId, cardNo }: IssuedCard,
    terms: CardTerms,
    /** Where the body names the tender. */
    tenderField = 'tender',
  ): Promise<{ chargeId: number; chargeReceiptNo: string } | undefined> {
    const { memberId, homeStoreId } = holder;
    const { depositCents, feeCents, tender, reference } = terms;
    const card = { kind: 'issue' as const, cardId, cardNo, memberId, homeStoreId };
    return this.charges.take(tx, actor, till, {
      ...card,
      depositCents,
      feeCents,
      tender,
      reference,
      tenderField,
    });
  }

  /** The card itself: a printed one of the till's stock where the number is there, else a new one. Errors: as `issue`. */
  async hand(
    tx: Tx,
    till: DeskTill,
    wantedNo: string | null,
    card: Omit<NewCard, 'cardNo'>,
  ): Promise<IssuedCard> {
    const printed = wantedNo ? await this.repository.lockInStock(tx, wantedNo) : undefined;
    if (wantedNo && !printed && (await this.repository.find(tx, wantedNo)))
      throw CardError.numberTaken();
    if (printed) {
      assertHandable(printed, till.storeId);
      await this.repository.activate(tx, printed.id, { ...card, cardNo: printed.cardNo });
      return { cardId: printed.id, cardNo: printed.cardNo };
    }
    const cardNo = wantedNo
      ? await this.ownNumber(tx, till.storeId, wantedNo)
      : await this.freeNumber(tx, till.storeId);
    const cardId = await this.repository.insert(tx, { ...card, cardNo });
    if (cardId === undefined) throw CardError.numberTaken();
    return { cardId, cardNo };
  }

  /** A free number of a store; it is not reserved. Errors: card.no_range. */
  async freeNumber(sql: Sql, storeId: number): Promise<string> {
    const prefixes = await this.repository.prefixesOf(sql, storeId);
    if (!prefixes.length) throw CardError.noRange();
    for (let attempt = 0; attempt < NUMBER_TRIES; attempt += 1) {
      const prefix = prefixes[attempt % prefixes.length] ?? '';
      const cardNo = cardNumber(prefix, randomSecret());
      if (!(await this.repository.find(sql, cardNo))) return cardNo;
    }
    throw CardError.noRange();
  }

  private async ownNumber(sql: Sql, storeId: number, cardNo: string): Promise<string> {
    if (!isCardNo(cardNo)) throw CardError.wrongNumber();
    const prefixes = await this.repository.prefixesOf(sql, storeId);
    if (!prefixes.some((prefix) => cardNo.startsWith(prefix))) throw CardError.notInRange();
    return cardNo;
  }
}

/** Errors: card.in_stock_elsewhere, card.not_ready. */
function assertHandable(card: CardRecord, storeId: number): void {
  if (card.stockState !== 'ready') throw CardError.notReady({ state: card.stockState ?? 'ready' });
  if (card.storeId !== storeId) throw CardError.inStockElsewhere({ storeName: card.storeName });
}

/** The part of a number that nobody can guess. */
export function randomSecret(): string {
  return String(randomInt(10 ** CARD_SECRET_LENGTH)).padStart(CARD_SECRET_LENGTH, '0');
}
