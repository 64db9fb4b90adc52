import type { CardRecord } from '#membership/cards';
import {
  type Actor,
  businessDateOf,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  type DeskTill,
  MAX_CENTS,
  Outbox,
  tillOf,
  type Tx,
  unknownId,
} from '#kernel';
import { type AccountBalance, Ledger, planAct } from '#ledger';
import { LevelChanges } from '#membership/members';
import { giftsOf, grantKind, type GrantRules, grantRules } from '#chain/grants';
import { nextReceiptNo } from '#chain/receipts';
import { Settings } from '#chain/settings';
import { TendersService } from '#chain/tenders';
import { Injectable } from '@nestjs/common';
import type { TopUpInput, TopUpTermsInput, TopUpView } from './top-up.dto.js';
import { columnsOf, givenOf } from './given.rules.js';
import { accountsOf, isTooMuchAtOnce, keptGifts, storedValueOf } from './given.js';
import { planTopUp } from './top-up.entry.js';
import type { PrepaidLimits } from './limit.rules.js';
import { PrepaidLimitsService } from './prepaid-limits.service.js';
import { giftOf, offersInForce, type TopUpOffer, type TopUpPlace } from './top-up.rules.js';
import { WalletError } from './wallet.errors.js';
import { type Customer, WalletsRepository } from './wallets.repository.js';
import { WalletsService } from './wallets.service.js';

/** Where and when a top-up happens, known before its transaction begins. */
export interface TopUpMoment {
  till: DeskTill;
  at: Date;
  businessDate: string;
  rules: GrantRules;
  limits: PrepaidLimits;
}

export type TopUpCustomer = Pick<Customer, 'memberId' | 'walletId' | 'levelId' | 'homeStoreId'> & {
  card: Pick<CardRecord, 'id' | 'storeId'> | null;
};

@Injectable()
export class TopUpsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
    private readonly settings: Settings,
    private readonly wallets: WalletsService,
    private readonly levels: LevelChanges,
    private readonly limits: PrepaidLimitsService,
    private readonly tenders: TendersService,
    private readonly repository: WalletsRepository,
  ) {}

  /**
   * Money in at the till, with what the rule gives for it. Errors: session.no_till, member.not_found, card.unknown_number,
   * card.lost, card.not_active, card.of_other_member, wallet.rule_not_in_force, wallet.limit_exceeded, wallet.limit_warning,
   * wallet.transfer_required, wallet.transfer_advised, and those of `refuseTender`.
   */
  async topUp(
    actor: Actor,
    memberId: number,
    input: TopUpInput,
    key: string,
  ): Promise<CommandOutcome<TopUpView>> {
    const moment = await this.moment(actor);
    const request = { memberId, ...input };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'wallet.top_up', actor, request }, async () => {
        const customer = await this.wallets.customer(tx, { memberId, cardNo: input.cardNo });
        return this.post(tx, actor, moment, customer, input);
      }),
    );
  }

  /** Errors: session.no_till. */
  async moment(actor: Actor): Promise<TopUpMoment> {
    const till = tillOf(actor);
    const at = this.clock.now();
    const businessDate = businessDateOf(at, till);
    return {
      till,
      at,
      businessDate,
      rules: await grantRules(this.settings),
      limits: await this.limits.current(),
    };
  }

  /**
   * The top-up itself, inside another act (joining), whose body names the rule at `field`. Errors: as topUp, of the rule and
   * the limits.
   */
  async post(
    tx: Tx,
    actor: Actor,
    { till, at, businessDate, rules, limits }: TopUpMoment,
    customer: TopUpCustomer,
    input: TopUpTermsInput & { note?: string | null },
    field = 'ruleId',
  ): Promise<TopUpView> {
    const { memberId, walletId, levelId, card } = customer;
    const to = { memberId, walletId };
    const { amountCents, tender, reference } = input;
    const { storeId, tillId } = till;
    const paid = { code: tender, reference, field: field.replace('ruleId', 'tender') };
    await this.tenders.assertTaken(tx, storeId, { ...paid, use: 'top_up' });
    const rule = await this.ruleFor(tx, { levelId, storeId, businessDate }, input, field);
    const { times = 1, levelId: raisesTo = null } = rule ? giftOf(rule, amountCents) : {};
    const gifts = rule ? giftsOf(rule.gives, times) : [];
    if (isTooMuchAtOnce(amountCents, gifts))
      throw WalletError.giftTooLarge({ limitCents: MAX_CENTS });
    const { bonusCents, points, others } = columnsOf(gifts);
    const gave = keptGifts(others, to);
    const act = {
      kind: 'top_up',
      businessDate,
      at,
      storeId,
      drawerStoreId: storeId,
      homeStoreId: customer.homeStoreId,
      cardStoreId: card?.storeId ?? null,
      staffId: actor.staffId,
      tillId,
      memberId,
      document: { kind: 'top_up' },
      reason: input.note ?? null,
      accounts: accountsOf(to, others),
    };
    const planned = planAct(await this.ledger.lock(tx, act), act, (books) =>
      planTopUp(books, {
        to,
        storeId,
        businessDate,
        tender,
        principalCents: amountCents,
        gifts,
        rules,
      }),
    );
    const addedBonusCents = storedValueOf(gifts);
    await this.limits.assert(tx, actor, limits, {
      walletId,
      addedCents: amountCents + addedBonusCents - planned.result.debtRepaidCents,
      addedBonusCents,
      balances: planned.balances,
      purchase: { amountCents, tender },
      acceptLimit: input.acceptLimit,
    });
    const after = (kind: string) => balanceOf(planned.balances, kind);
    const raised = raisesTo ? await this.raise(tx, actor, memberId, raisesTo, rule) : null;
    const receiptNo = await nextReceiptNo(tx, till, businessDate);
    const entryId = await this.ledger.post(tx, planned, receiptNo);
    const by = { entryId, to, storeId, staffId: actor.staffId, businessDate, at };
    for (const gift of others) await grantKind(gift.terms.kind).rows?.give(tx, gift, by);
    const result = {
      receiptNo,
      principalCents: amountCents,
      bonusCents,
      points,
      principalAfterCents: after('principal'),
      bonusAfterCents: after('bonus'),
      pointsAfter: after('points'),
    };
    const topUpId = await this.repository.insertTopUp(tx, {
      ...result,
      gave,
      entryId,
      walletId,
      memberId,
      cardId: card?.id ?? null,
      storeId,
      tillId,
      staffId: actor.staffId,
      businessDate,
      at,
      tender,
      tenderReference: reference ?? null,
      ruleId: rule?.id ?? null,
      ruleTimes: times,
      bonusDebtRepaidCents: planned.result.bonusDebtRepaidCents,
      levelChangeId: raised?.changeId ?? null,
    });
    await this.outbox.add(tx, { topic: 'wallet.topped_up', payload: { topUpId } });
    return {
      topUpId,
      ...result,
      gave: givenOf({ ...result, gave }),
      debtRepaidCents: planned.result.debtRepaidCents,
      levelId: raised?.levelId ?? null,
    };
  }

  /** Upward only, and never a pinned level. */
  private async raise(
    tx: Tx,
    actor: Actor,
    memberId: number,
    levelId: number,
    rule: TopUpOffer | null,
  ): Promise<{ levelId: number; changeId: number } | null> {
    const reason = rule?.name ?? null;
    const source = 'top_up_rule';
    const { changed } = await this.levels.change(tx, actor, memberId, { levelId, source, reason });
    if (!changed) return null;
    return { levelId, changeId: await this.repository.lastLevelChange(tx, memberId) };
  }

  private async ruleFor(
    tx: Tx,
    place: TopUpPlace,
    input: TopUpTermsInput,
    field: string,
  ): Promise<TopUpOffer | null> {
    if (input.ruleId === null) return null;
    const offers = await this.repository.offers(tx, place.businessDate);
    const reached = offersInForce(offers, place, input.amountCents);
    if (input.ruleId === undefined) return reached[0] ?? null;
    const wanted = reached.find((offer) => offer.id === input.ruleId);
    if (wanted) return wanted;
    if (!(await this.repository.hasRule(tx, input.ruleId))) throw unknownId(field);
    throw WalletError.ruleNotInForce();
  }
}

function balanceOf(balances: readonly AccountBalance[], kind: string): number {
  return balances.find((account) => account.kind === kind)?.balance ?? 0;
}
