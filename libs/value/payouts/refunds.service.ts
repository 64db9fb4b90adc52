import { type ApprovalFacts, Approvals, type JudgedAct } from '#chain/approvals';
import { type Actor, type CommandOutcome, Commands, Db, type Sql } from '#kernel';
import { bonusOf, Ledger, pointsOf } from '#ledger';
import { proofAsked } from '#membership/members';
import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import type { RefundInput, SettlementInput } from './payout.dto.js';
import { PayoutPermission } from './payout.permissions.js';
import { foreseeRefund } from './payout.rules.js';
import { PayoutProofs, proofInApproval } from './payout-proofs.service.js';
import type { PayoutPinTerms } from './payout.rules.js';
import { PayoutDesk, type PayoutMoment } from './payout-desk.js';
import type { RefundPreview, RefundResult } from './payout-view.dto.js';
import type { WalletOwner } from './payouts.repository.js';
import {
  needsSecondPerson,
  REFUND_BASES,
  refundComputations,
  refundRightUntil,
  refundWarnings,
} from './refund.rules.js';
import { WalletHistoryRepository } from './wallet-history.repository.js';
import { WalletSettlement } from './wallet-settlement.js';

/** What a refund or a closing pays: a wallet, a card's deposit, or both. */
export interface MoneyOut {
  settlement: SettlementInput | null;
  depositCents: number;
}

/** 退款: a wallet is emptied. Three computations side by side, the higher of the first two proposed (golden G19). */
@Injectable()
export class RefundsService {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly settings: Settings,
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
    private readonly desk: PayoutDesk,
    private readonly proofs: PayoutProofs,
    private readonly history: WalletHistoryRepository,
    private readonly settlement: WalletSettlement,
  ) {}

  /** Errors: session.no_till, member.not_found. */
  async preview(actor: Actor, memberId: number): Promise<RefundPreview> {
    const { businessDate } = this.desk.moment(actor);
    const terms = await this.terms();
    return this.db.read(async (sql) =>
      this.previewOf(sql, await this.desk.owner(sql, memberId), businessDate, terms),
    );
  }

  /** Settings have a connection of their own: read before a snapshot begins. */
  async terms(): Promise<{
    refundDays: number;
    pin: PayoutPinTerms;
    approvalFromCents: number;
  }> {
    return {
      refundDays: await this.settings.get('limit.refund_days'),
      pin: await this.proofs.terms(),
      approvalFromCents: await this.approvals.secondFrom('wallet.refund'),
    };
  }

  async previewOf(
    sql: Sql,
    owner: WalletOwner,
    businessDate: string,
    terms: Awaited<ReturnType<RefundsService['terms']>>,
  ): Promise<RefundPreview> {
    const { walletId, memberId, hasPin } = owner;
    const { ratio, ...standing } = await this.desk.standing(sql, walletId, businessDate);
    const [bonus, points] = await this.ledger.balances(
      sql,
      [bonusOf(walletId), pointsOf(memberId)],
      businessDate,
    );
    const usedListCents = await this.history.usedListCents(sql, ratio.spendEntryIds);
    const { spentPrincipalCents } = ratio;
    const computations = refundComputations(standing, {
      spentPrincipalCents,
      listCents: usedListCents,
    });
    const lots = (await this.history.topUpLots(sql, walletId)).map((lot) => {
      const rightUntil = refundRightUntil(lot.toppedUpOn, terms.refundDays);
      return { ...lot, rightUntil, withinRight: rightUntil !== null && businessDate <= rightUntil };
    });
    const { principalCents, bonusCents, heldBonusCents } = standing;
    return {
      ...computations,
      principalCents,
      bonusCents,
      heldBonusCents,
      usedListCents,
      spentPrincipalCents,
      warnings: {
        principal: refundWarnings(computations, 'principal'),
        paid_ratio: refundWarnings(computations, 'paid_ratio'),
        list_price: refundWarnings(computations, 'list_price'),
      } satisfies Record<(typeof REFUND_BASES)[number], unknown>,
      rightCents: lots.reduce((sum, lot) => sum + (lot.withinRight ? lot.remainingCents : 0), 0),
      lots,
      principalDebtCents: standing.principalDebtCents,
      bonusDebtCents: bonus?.debt ?? 0,
      points: points?.balance ?? 0,
      pointsDebt: points?.debt ?? 0,
      giftPoints: await this.history.giftPoints(sql, walletId, memberId),
      hasPin,
      pinLimitCents: terms.pin.limitCents,
      pinAlways: terms.pin.always,
      withoutPinTodayCents: await this.proofs.withoutPinToday(sql, owner, businessDate),
      approvalFromCents: terms.approvalFromCents,
    };
  }

  /**
   * Empties a wallet and pays what was chosen. Errors: session.no_till, member.not_found, payout.nothing_to_refund,
   * payout.figures_changed, payout.reason_missing, payout.below_refund_right, member.pin_required, member.pin_not_set,
   * member.wrong_pin, member.pin_locked, and those of an approval.
   */
  async refund(
    actor: Actor,
    memberId: number,
    input: RefundInput,
    key: string,
  ): Promise<CommandOutcome<RefundResult>> {
    const moment = this.desk.moment(actor);
    const { pin, approval, identity, ...rest } = input;
    const request = { ...rest, ...(identity ? { identity: proofAsked(identity) } : {}) };
    const given = { pin, identity };
    const proof = await this.proofs.ask(actor, moment, memberId, input.amountCents, given, key);
    const second = await this.approve(
      actor,
      moment,
      memberId,
      PayoutPermission.refund,
      { settlement: input, depositCents: 0 },
      proofInApproval(proof),
      approval,
      key,
    );
    const { refundDays } = await this.terms();
    return this.db.write((tx) =>
      this.commands.once(
        tx,
        { key, name: 'wallet.refund', actor, request: { memberId, ...request } },
        async () => {
          await this.desk.assertPaysOut(tx, moment, input.tender);
          const owner = await this.desk.lockOwner(tx, memberId);
          await this.proofs.confirm(tx, owner, proof, second);
          return this.settlement.settle(tx, actor, moment, owner, {
            kind: 'refund',
            input,
            tender: input.tender,
            reason: input.reason ?? null,
            card: null,
            deposit: null,
            refundDays,
            second,
            proof,
          });
        },
      ),
    );
  }

  /** The second person of a refund or a closing: all money out counts, and what was agreed is part of what is approved. */
  async approve(
    actor: Actor,
    { till, businessDate }: PayoutMoment,
    memberId: number,
    kind: string,
    { settlement, depositCents }: MoneyOut,
    proof: { needed: boolean; facts: ApprovalFacts },
    approval: RefundInput['approval'],
    key: string,
  ): Promise<JudgedAct> {
    // A deposit by itself is asked for as a withdrawal is.
    const limitCents = await this.approvals.secondFrom(
      settlement ? 'wallet.refund' : 'wallet.withdraw',
    );
    const amountCents = (settlement?.amountCents ?? 0) + depositCents;
    const wallet = settlement && (await this.desk.look(memberId, businessDate));
    const foreseen = wallet && foreseeRefund(wallet, settlement.amountCents);
    const given = {
      paidCents: amountCents,
      voidedCents: foreseen?.voidedCents ?? 0,
      waivesDebt: settlement?.walletDebt === 'waive' || settlement?.pointsDebt === 'waive',
    };
    const act = {
      kind,
      subject: { kind: 'member', id: memberId },
      storeId: till.storeId,
      amountCents,
      facts: {
        basis: settlement?.basis ?? null,
        walletDebt: settlement?.walletDebt ?? null,
        pointsDebt: settlement?.pointsDebt ?? null,
        pointsDebtCents: settlement?.pointsDebtCents ?? null,
        depositCents: depositCents || null,
        ...proof.facts,
        ...foreseen,
      },
      needed: needsSecondPerson(given, limitCents) || proof.needed,
      limitCents,
      countsOn: businessDate,
    };
    return this.approvals.assert(actor, act, approval, { key });
  }
}
