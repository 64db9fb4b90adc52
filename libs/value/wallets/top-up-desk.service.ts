import { CHAIN_CLOCK } from '#membership/cards';
import {
  type Actor,
  assertInScope,
  businessDateOf,
  Clock,
  Db,
  maskCardNo,
  maskPhone,
  tillOf,
} from '#kernel';
import { LevelsService } from '#membership/levels';
import { MemberError } from '#membership/members';
import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import { givenOf } from './given.rules.js';
import type { OffersQuery, OfferView, TopUpSlipView } from './top-up.dto.js';
import { offersInForce } from './top-up.rules.js';
import { WalletError } from './wallet.errors.js';
import { WalletsRepository } from './wallets.repository.js';

/** What is shown before and after a top-up: the offers, the slip. Moves nothing. */
@Injectable()
export class TopUpDeskService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly levels: LevelsService,
    private readonly settings: Settings,
    private readonly repository: WalletsRepository,
  ) {}

  /** The rules in force at the till, the best first. Errors: session.no_till, member.not_found, level.not_found. */
  async offers(actor: Actor, query: OffersQuery): Promise<OfferView[]> {
    const till = tillOf(actor);
    const businessDate = businessDateOf(this.clock.now(), till);
    const levelId = await this.levelOf(query);
    const offers = await this.repository.offers(this.db, businessDate);
    const place = { levelId, storeId: till.storeId, businessDate };
    const names = await this.repository.higherLevels(this.db, levelId);
    return offersInForce(offers, place, query.amountCents).map((offer) => ({
      id: offer.id,
      name: offer.name,
      payCents: offer.payCents,
      gives: offer.gives,
      perMultiple: offer.perMultiple,
      ...raisesTo(offer.grantsLevelId, names),
    }));
  }

  /** Errors: wallet.top_up_not_found, access.store_forbidden. */
  async slip(actor: Actor, id: number): Promise<TopUpSlipView> {
    const today = businessDateOf(this.clock.now(), actor.till ?? CHAIN_CLOCK);
    const slip = await this.repository.slip(this.db, id, today);
    if (!slip) throw WalletError.topUpNotFound();
    assertInScope(actor, slip.storeId);
    const { phone, cardNo, storeId: _, ...shown } = slip;
    return {
      ...shown,
      gave: givenOf(slip),
      phoneMasked: maskPhone(phone),
      cardNoMasked: maskCardNo(cardNo),
      receiptFooter: await this.settings.get('receipt.footer'),
    };
  }

  private async levelOf(query: OffersQuery): Promise<number> {
    if (!query.memberId) return (await this.levels.forNewMember(this.db, query.levelId)).id;
    const customer = await this.repository.customer(this.db, query.memberId);
    if (!customer) throw MemberError.notFound();
    return customer.levelId;
  }
}

/** Only a higher level is worth showing: a top-up never lowers one. */
function raisesTo(levelId: number | null, higher: ReadonlyMap<number, string>) {
  const name = levelId === null ? undefined : higher.get(levelId);
  return { grantsLevelId: name ? levelId : null, grantsLevelName: name ?? null };
}
