import { type CardRecord, CardError, CardsService } from '#membership/cards';
import {
  type Actor,
  businessDateOf,
  Clock,
  Db,
  type DeskTill,
  type Sql,
  tillOf,
  type Tx,
} from '#kernel';
import {
  type AccountBalance,
  type AccountRef,
  type ActFacts,
  bonusOf,
  Ledger,
  type Locked,
  principalOf,
} from '#ledger';
import { MemberError, MembersService } from '#membership/members';
import { TendersService } from '#chain/tenders';
import { Injectable } from '@nestjs/common';
import { type PaidRatio, paidRatioNow, type WalletMove } from './paid-ratio.rules.js';
import { PayoutError } from './payout.errors.js';
import { type WalletStanding } from './payout.rules.js';
import { PayoutsRepository, type WalletOwner } from './payouts.repository.js';
import { WalletHistoryRepository } from './wallet-history.repository.js';

/** Where and when value leaves, known before the transaction begins. */
export interface PayoutMoment {
  till: DeskTill;
  at: Date;
  businessDate: string;
}

export type HistoricStanding = WalletStanding & { ratio: PaidRatio; principalDebtCents: number };

/** What withdrawals, transfers, refunds and closings ask before value leaves a wallet. Moves nothing itself. */
@Injectable()
export class PayoutDesk {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly cards: CardsService,
    private readonly members: MembersService,
    private readonly repository: PayoutsRepository,
    private readonly history: WalletHistoryRepository,
    private readonly tenders: TendersService,
  ) {}

  /** Errors: session.no_till. */
  moment(actor: Actor): PayoutMoment {
    const till = tillOf(actor);
    const at = this.clock.now();
    return { till, at, businessDate: businessDateOf(at, till) };
  }

  /** Money is given only by what can be given back. Errors: those of `refuseTender`. */
  assertPaysOut(tx: Tx, { till }: PayoutMoment, code: string, field = 'tender'): Promise<void> {
    return this.tenders.assertTaken(tx, till.storeId, { code, use: 'payout', field });
  }

  /** Errors: member.not_found, member.merged, member.erased. */
  async owner(sql: Sql, memberId: number): Promise<WalletOwner> {
    const owner = await this.repository.owner(sql, memberId);
    if (!owner) throw await this.members.errorOfMissing(sql, memberId);
    return owner;
  }

  /**
   * As `owner`, for the act itself: the card that was shown and the members stay as they are until the transaction ends.
   * Errors: those of `owner`, card.unknown_number, card.lost, card.not_active.
   */
  async lockOwners(
    tx: Tx,
    memberIds: readonly number[],
    cardNo?: string | null,
  ): Promise<WalletOwner[]> {
    if (cardNo) await this.cards.usable(tx, cardNo);
    await this.members.lockTogether(tx, memberIds);
    const owners: WalletOwner[] = [];
    for (const id of memberIds) owners.push(await this.owner(tx, id));
    return owners;
  }

  async lockOwner(tx: Tx, memberId: number, cardNo?: string | null): Promise<WalletOwner> {
    const [owner] = await this.lockOwners(tx, [memberId], cardNo);
    if (!owner) throw MemberError.notFound();
    return owner;
  }

  /**
   * The card that was shown, if one was: only the owner of a wallet takes value out of it, whoever else spends from it.
   * Errors: card.unknown_number, card.lost, card.not_active, card.of_other_member, payout.not_wallet_owner.
   */
  async ownCard(tx: Tx, owner: WalletOwner, cardNo?: string | null): Promise<CardRecord | null> {
    if (!cardNo) return null;
    const card = await this.cards.usable(tx, cardNo);
    if (card.memberId !== owner.memberId) throw CardError.ofOtherMember();
    if (card.walletId !== owner.walletId) throw PayoutError.notWalletOwner();
    return card;
  }

  /** A wallet as it stands for those who only look, with what is due counted in. */
  async standing(sql: Sql, walletId: number, businessDate: string): Promise<HistoricStanding> {
    const refs = [principalOf(walletId), bonusOf(walletId)];
    const [principal, bonus] = await this.ledger.balances(sql, refs, businessDate);
    return standingOf(principal, bonus, await this.history.moves(sql, walletId));
  }

  /** What an approver reads of a member; null: there is none. */
  async nameOf(memberId: number): Promise<string | null> {
    return (await this.repository.owner(this.db, memberId))?.name ?? null;
  }

  /** The wallet as far as can be seen before its accounts are locked; null: there is none. */
  async look(memberId: number, businessDate: string): Promise<HistoricStanding | null> {
    return this.db.read(async (sql) => {
      const owner = await this.repository.owner(sql, memberId);
      return owner ? this.standing(sql, owner.walletId, businessDate) : null;
    });
  }

  /** Locks the accounts of an act and reads how the wallet came to stand as it does. */
  async lock(
    tx: Tx,
    walletId: number,
    act: { accounts: readonly AccountRef[]; businessDate: string },
  ): Promise<{ locked: Locked; moves: WalletMove[] }> {
    const locked = await this.ledger.lock(tx, act);
    return { locked, moves: await this.history.moves(tx, walletId) };
  }
}

export function standingOf(
  principal: AccountBalance | undefined,
  bonus: AccountBalance | undefined,
  moves: readonly WalletMove[],
): HistoricStanding {
  const principalCents = principal?.balance ?? 0;
  const bonusCents = bonus?.balance ?? 0;
  const ratio = paidRatioNow(moves, { principalCents, bonusCents });
  const { entitledCents } = ratio;
  return {
    principalCents,
    bonusCents,
    heldBonusCents: bonus?.held ?? 0,
    entitledCents,
    principalDebtCents: principal?.debt ?? 0,
    ratio,
  };
}

/** The entry of an act that takes value out of a wallet. */
export function payoutFacts(
  kind: string,
  actor: Actor,
  { till, at, businessDate }: PayoutMoment,
  owner: WalletOwner,
  more: { card: Pick<CardRecord, 'storeId'> | null; drawer: boolean; reason?: string | null },
): ActFacts {
  return {
    kind,
    businessDate,
    at,
    storeId: till.storeId,
    drawerStoreId: more.drawer ? till.storeId : null,
    homeStoreId: owner.homeStoreId,
    cardStoreId: more.card?.storeId ?? null,
    staffId: actor.staffId,
    tillId: till.tillId,
    memberId: owner.memberId,
    document: { kind: 'payout' },
    reason: more.reason ?? null,
  };
}

export const balanceOf = (balances: readonly AccountBalance[], ref: AccountRef): AccountBalance => {
  const found = balances.find(
    (account) =>
      account.kind === ref.kind && account.ownerId === ref.ownerId && account.unit === ref.unit,
  );
  if (!found) throw new Error(`no balance of ${ref.kind} ${ref.ownerId}`);
  return found;
};
