import {
  type Actor,
  atField,
  Audit,
  businessDateOf,
  Clock,
  Db,
  type DeskTill,
  type Page,
  storesOf,
  type Sql,
  tillOf,
  type Tx,
} from '#kernel';
import { proofFacts, type ProvenIdentity } from '#membership/members';
import { Injectable } from '@nestjs/common';
import { assertAct } from './card-acts.js';
import { CardIssues } from './card-issues.service.js';
import { cardList } from './card-list.report.js';
import { typedCardNo } from './card-number.rules.js';
import type { CardListQuery, CardRow, NextCardNoView } from './card.dto.js';
import { CardError } from './card.errors.js';
import { type CardRecord, CardsRepository } from './cards.repository.js';
import { CHAIN_CLOCK } from './chain-clock.js';
import { VirtualCards } from './virtual-cards.service.js';

export type HeldCard = CardRecord & { memberId: number; walletId: number };

export interface ClosedCard {
  card: HeldCard;
  /** Cents to be given back, and the store that holds them. */
  depositCents: number;
  depositStoreId: number;
  /** No other card of the wallet is in use or reported lost: the wallet is settled with it. */
  isLastOfWallet: boolean;
}

@Injectable()
export class CardsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly issues: CardIssues,
    private readonly virtual: VirtualCards,
    private readonly repository: CardsRepository,
  ) {}

  /** The cards of the actor's stores. Errors: access.store_forbidden. */
  page(actor: Actor, query: CardListQuery): Promise<Page<CardRow>> {
    const { q, status, origin } = query;
    const filters = { q, cardStatus: status, cardOrigin: origin };
    const scope = { storeIds: storesOf(actor, query.storeId), today: this.today(actor) };
    return this.db.read((snapshot) => cardList.page<CardRow>(snapshot, filters, scope, query));
  }

  /** The business date at the actor's till; without one the chain's. */
  today(actor: Actor): string {
    return businessDateOf(this.clock.now(), actor.till ?? CHAIN_CLOCK);
  }

  /** A free number of the till's store; it is not reserved. Errors: session.no_till, card.no_range. */
  async nextNumber(actor: Actor): Promise<NextCardNoView> {
    return { cardNo: await this.issues.freeNumber(this.db, tillOf(actor).storeId) };
  }

  /**
   * A card that may pay and take value now; nobody else uses it or reports it lost until this transaction ends. It is
   * named in a body, as `cardNo`. Errors: card.unknown_number, card.lost, card.not_active.
   */
  async usable(tx: Tx, cardNo: string): Promise<HeldCard> {
    const card = await this.repository.lock(tx, typedCardNo(cardNo));
    if (!card || !isHeld(card)) throw atField('cardNo', CardError.unknownNumber());
    assertAct(card.status, 'pay');
    return card;
  }

  /**
   * The card's side of closing (退卡), inside another act that gives back the deposit and settles the wallet of a last
   * card. Errors: card.not_found, card.lost, card.not_active.
   */
  async close(
    tx: Tx,
    actor: Actor,
    till: Pick<DeskTill, 'storeId'>,
    cardNo: string,
    { reason, proven }: { reason: string | null; proven: ProvenIdentity | null },
  ): Promise<ClosedCard> {
    const card = await this.repository.lock(tx, typedCardNo(cardNo));
    if (!card || !isHeld(card)) throw CardError.notFound();
    assertAct(card.status, 'close');
    const inUse = await this.repository.countInUse(tx, card.walletId);
    await this.repository.setStatus(tx, card.id, 'closed');
    const { depositCents, depositStoreId } = card;
    await this.audit.record(tx, actor, {
      action: 'card.close',
      subjectKind: 'card',
      subjectId: card.id,
      before: { status: card.status },
      after: { status: 'closed', depositCents, ...(proven && proofFacts(proven)) },
      reason: reason ?? undefined,
      storeId: till.storeId,
    });
    return { card, depositCents, depositStoreId, isLastOfWallet: inUse === 1 };
  }

  /**
   * The card whose code was read off a phone; undefined for what is no code of any card. The code is used up by it.
   * Errors: card.code_used, card.code_expired.
   */
  byVirtualCode(sql: Sql, code: string): Promise<CardRecord | undefined> {
    return this.virtual.resolve(sql, code);
  }
}

function isHeld(card: CardRecord): card is HeldCard {
  return card.memberId !== null && card.walletId !== null;
}
