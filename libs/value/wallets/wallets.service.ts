import { type CardRecord, CardError, CardsService } from '#membership/cards';
import { type Actor, businessDateOf, Clock, Db, type Sql, type Tx } from '#kernel';
import { accountKey, bonusOf, Ledger, pointsOf, principalOf } from '#ledger';
import { MemberError, MembersService } from '#membership/members';
import { Injectable } from '@nestjs/common';
import type { WalletLotView, WalletView, WalletWithLotsView } from './wallet.dto.js';
import { lotOn } from './wallet-lot.rules.js';
import { type Customer, WalletsRepository } from './wallets.repository.js';

export interface WalletOwner {
  walletId: number;
  memberId: number;
}

const LOTS_SHOWN = 100;

@Injectable()
export class WalletsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly members: MembersService,
    private readonly cards: CardsService,
    private readonly repository: WalletsRepository,
  ) {}

  /**
   * Who is served, by member, by card, or by both: card and member stay as they are until the transaction ends. A card
   * that is named must be usable, and decides the wallet (a family may share one).
   * Errors: member.not_found, member.merged, member.erased, card.unknown_number, card.lost, card.not_active, card.of_other_member.
   */
  async customer(
    tx: Tx,
    named: { memberId?: number | null; cardNo?: string | null },
  ): Promise<Customer & { card: CardRecord | null }> {
    const card = named.cardNo ? await this.cards.usable(tx, named.cardNo) : null;
    if (card && named.memberId && card.memberId !== named.memberId) throw CardError.ofOtherMember();
    const memberId = named.memberId ?? card?.memberId;
    if (!memberId) throw MemberError.notFound();
    await this.members.lock(tx, memberId);
    const customer = await this.repository.customer(tx, memberId);
    if (!customer) throw MemberError.notFound();
    return { ...customer, walletId: card?.walletId ?? customer.walletId, card };
  }

  /** What is there on a business date, without locks. */
  async view(sql: Sql, owner: WalletOwner, businessDate: string): Promise<WalletView> {
    const [view] = await this.views(sql, [owner], businessDate);
    if (!view) throw MemberError.notFound();
    return view;
  }

  /** Several wallets with one read, in the order asked. */
  async views(
    sql: Sql,
    owners: readonly WalletOwner[],
    businessDate: string,
  ): Promise<WalletView[]> {
    const refs = owners.flatMap(({ walletId, memberId }) => [
      principalOf(walletId),
      bonusOf(walletId),
      pointsOf(memberId),
    ]);
    const standings = await this.ledger.balances(sql, refs, businessDate);
    const found = new Map(standings.map((standing) => [accountKey(standing), standing]));
    return owners.flatMap(({ walletId, memberId }) => {
      const principal = found.get(accountKey(principalOf(walletId)));
      const bonus = found.get(accountKey(bonusOf(walletId)));
      const points = found.get(accountKey(pointsOf(memberId)));
      if (!principal || !bonus || !points) return [];
      return {
        walletId,
        principalCents: principal.balance,
        bonusCents: bonus.balance,
        spendableCents: principal.balance + bonus.balance,
        heldBonusCents: bonus.held,
        nextRelease: bonus.nextRelease && {
          on: bonus.nextRelease.on,
          cents: bonus.nextRelease.amount,
        },
        principalDebtCents: principal.debt,
        bonusDebtCents: bonus.debt,
        points: points.balance,
        pointsHeld: points.held,
        pointsDebt: points.debt,
        pointsExpiring: points.nextExpiry && {
          on: points.nextExpiry.on,
          points: points.nextExpiry.amount,
        },
      };
    });
  }

  /** A member's wallet with its lots, the live ones first; a merged member's id leads to whom it is now. Errors: member.not_found. */
  async show(actor: Actor, asked: number): Promise<WalletWithLotsView> {
    return this.db.read(async (sql) => {
      const member = await this.members.resolve(sql, asked);
      const { id: memberId } = member;
      const businessDate = this.today(actor, {
        timezone: member.homeStoreTimezone,
        cutoverHour: member.homeStoreCutoverHour,
      });
      const view = await this.view(sql, { walletId: member.walletId, memberId }, businessDate);
      return { ...view, lots: await this.lots(sql, view.walletId, memberId, businessDate) };
    });
  }

  /** The business date of the desk, or of the member's own store where nobody sits at a till. */
  today(actor: Actor, home: { timezone: string; cutoverHour: number }): string {
    return businessDateOf(this.clock.now(), actor.till ?? home);
  }

  private async lots(
    sql: Sql,
    walletId: number,
    memberId: number,
    businessDate: string,
  ): Promise<WalletLotView[]> {
    const accounts = [principalOf(walletId), bonusOf(walletId), pointsOf(memberId)] as const;
    const lots = [];
    for (const account of accounts) {
      const kind = account.kind as WalletLotView['kind'];
      for (const lot of await this.ledger.lots(sql, account, LOTS_SHOWN)) {
        lots.push({ kind, ...lotOn(lot, businessDate) });
      }
    }
    const names = await this.repository.storeNames(sql, [
      ...new Set(lots.map((lot) => lot.originStoreId)),
    ]);
    return lots.map((lot) => ({
      kind: lot.kind,
      originOn: lot.originOn,
      originStoreName: names.get(lot.originStoreId) ?? null,
      tender: lot.tender,
      expiresOn: lot.expiresOn,
      releasesOn: lot.releasesOn,
      grantedAmount: lot.granted,
      remaining: lot.remaining,
      state: lot.state,
    }));
  }
}
