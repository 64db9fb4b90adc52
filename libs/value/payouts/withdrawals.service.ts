import { Approvals, dayLimitReached, type DayStanding, type JudgedAct } from '#chain/approvals';
import { type Actor, type CommandOutcome, Commands, Db, type Tx } from '#kernel';
import { bonusOf, House, planAct, pointsOf, principalOf } from '#ledger';
import { proofAsked } from '#membership/members';
import { Injectable } from '@nestjs/common';
import type { WithdrawalInput, WithdrawalQuery } from './payout.dto.js';
import { PayoutError } from './payout.errors.js';
import { PayoutPermission } from './payout.permissions.js';
import {
  isProofNeeded,
  foreseeOutgoing,
  NOTHING_FORESEEN,
  payableCents,
  planOutgoing,
  type WalletStanding,
} from './payout.rules.js';
import {
  balanceOf,
  PayoutDesk,
  type PayoutMoment,
  payoutFacts,
  standingOf,
} from './payout-desk.js';
import type { OutgoingPreview, PayoutResult } from './payout-view.dto.js';
import { type PayoutProof, PayoutProofs, proofInApproval } from './payout-proofs.service.js';
import { PayoutDocuments } from './payout-documents.js';
import type { WalletOwner } from './payouts.repository.js';

/** 取款: principal paid out of the drawer; the bonus beside it is void in the same ratio (R8, golden G20). */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly approvals: Approvals,
    private readonly desk: PayoutDesk,
    private readonly proofs: PayoutProofs,
    private readonly documents: PayoutDocuments,
  ) {}

  /** Errors: session.no_till, member.not_found, payout.above_principal. */
  async preview(actor: Actor, memberId: number, query: WithdrawalQuery): Promise<OutgoingPreview> {
    const { businessDate } = this.desk.moment(actor);
    const approvalFrom = await this.approvals.secondFrom('wallet.withdraw');
    const day = await this.approvals.today(actor, memberId, businessDate);
    const pinTerms = await this.proofs.terms();
    return this.db.read(async (sql) => {
      const owner = await this.desk.owner(sql, memberId);
      const standing = await this.desk.standing(sql, owner.walletId, businessDate);
      const amountCents = query.amountCents ?? payableCents(standing);
      const withoutPinCents = await this.proofs.withoutPinToday(sql, owner, businessDate);
      const needsPin = isProofNeeded(amountCents, pinTerms, withoutPinCents);
      return outgoingPreview(standing, amountCents, approvalFrom, day, {
        needsPin,
        hasPin: owner.hasPin,
      });
    });
  }

  /**
   * Pays out principal. Errors: session.no_till, member.not_found, card.unknown_number, card.lost, card.not_active,
   * card.of_other_member, payout.not_wallet_owner, payout.above_principal, payout.figures_changed, member.pin_required,
   * member.pin_not_set, member.wrong_pin, member.pin_locked, and those of an approval.
   */
  async withdraw(
    actor: Actor,
    memberId: number,
    input: WithdrawalInput,
    key: string,
  ): Promise<CommandOutcome<PayoutResult>> {
    const moment = this.desk.moment(actor);
    const { pin, approval, identity, ...rest } = input;
    const request = { ...rest, ...(identity ? { identity: proofAsked(identity) } : {}) };
    const given = { pin, identity };
    const proof = await this.proofs.ask(actor, moment, memberId, input.amountCents, given, key);
    const second = await this.approve(
      actor,
      moment,
      memberId,
      input,
      proofInApproval(proof),
      approval,
      key,
    );
    return this.db.write((tx) =>
      this.commands.once(
        tx,
        { key, name: 'wallet.withdraw', actor, request: { memberId, ...request } },
        async () => {
          await this.desk.assertPaysOut(tx, moment, input.tender);
          const owner = await this.desk.lockOwner(tx, memberId, input.cardNo);
          await this.proofs.confirm(tx, owner, proof, second);
          return this.pay(tx, actor, moment, owner, input, second, proof);
        },
      ),
    );
  }

  // Above the limit, and above the paid ratio whatever the amount, another person agrees.
  private async approve(
    actor: Actor,
    { till, businessDate }: PayoutMoment,
    memberId: number,
    { amountCents, tender }: WithdrawalInput,
    proof: ReturnType<typeof proofInApproval>,
    approval: WithdrawalInput['approval'],
    key: string,
  ): Promise<JudgedAct> {
    const limitCents = await this.approvals.secondFrom('wallet.withdraw');
    const wallet = await this.desk.look(memberId, businessDate);
    const { bonusGoesCents, ...foreseen } =
      (wallet && foreseeOutgoing(wallet, amountCents)) ?? NOTHING_FORESEEN;
    const act = {
      kind: PayoutPermission.withdraw,
      subject: { kind: 'member', id: memberId },
      storeId: till.storeId,
      amountCents,
      facts: { tender, ...proof.facts, ...foreseen, bonusVoidedCents: bonusGoesCents },
      needed: amountCents >= limitCents || foreseen.abovePaidRatio || proof.needed,
      limitCents,
      countsOn: businessDate,
    };
    return this.approvals.assert(actor, act, approval, { key });
  }

  private async pay(
    tx: Tx,
    actor: Actor,
    moment: PayoutMoment,
    owner: WalletOwner,
    { amountCents, tender, cardNo, reason }: WithdrawalInput,
    second: JudgedAct,
    proof: PayoutProof,
  ): Promise<PayoutResult> {
    const card = await this.desk.ownCard(tx, owner, cardNo);
    const [principal, bonus, points] = [
      principalOf(owner.walletId),
      bonusOf(owner.walletId),
      pointsOf(owner.memberId),
    ];
    const facts = payoutFacts('withdrawal', actor, moment, owner, { card, drawer: true, reason });
    const act = { ...facts, accounts: [principal, bonus, points] };
    const { locked, moves } = await this.desk.lock(tx, owner.walletId, act);
    const planned = planAct(locked, act, (books) => {
      const standing = standingOf(books.balance(principal), books.balance(bonus), moves);
      const plan = planOutgoing(standing, amountCents);
      if (!plan) throw PayoutError.abovePrincipal({ principalCents: standing.principalCents });
      if (!plan.withinPaidRatio && second.approval?.facts['abovePaidRatio'] !== true)
        throw PayoutError.figuresChanged({ amountCents: payableCents(standing) });
      books.take(principal, amountCents, House.tender(tender, moment.till.storeId));
      books.void(bonus, plan.bonusCents, House.bonusCost);
      books.voidHeld(bonus, plan.heldBonusCents, House.bonusCost);
      return { ...plan, entitledCents: standing.entitledCents };
    });
    const { result: plan, balances } = planned;
    const after = {
      principalAfterCents: balanceOf(balances, principal).balance,
      bonusAfterCents: balanceOf(balances, bonus).balance,
    };
    const paper = await this.documents.write(tx, actor, moment, owner, planned, {
      kind: 'withdrawal',
      cardId: card?.id ?? null,
      reason: reason ?? null,
      second,
      proof,
      columns: {
        tender,
        paid_cents: amountCents,
        principal_cents: amountCents,
        bonus_void_cents: plan.bonusCents,
        held_void_cents: plan.heldBonusCents,
        entitled_cents: plan.entitledCents,
        principal_after_cents: after.principalAfterCents,
        bonus_after_cents: after.bonusAfterCents,
        points_after: balanceOf(balances, points).balance,
      },
    });
    return {
      ...paper,
      paidCents: amountCents,
      principalCents: amountCents,
      bonusVoidCents: plan.bonusCents,
      heldVoidCents: plan.heldBonusCents,
      ...after,
    };
  }
}

/** Errors: payout.above_principal. */
export function outgoingPreview(
  standing: WalletStanding,
  amountCents: number,
  approvalFromCents: number,
  { given, limits }: DayStanding,
  pin: { needsPin: boolean; hasPin: boolean },
): OutgoingPreview {
  const { principalCents, bonusCents, heldBonusCents, entitledCents } = standing;
  const plan = planOutgoing(standing, amountCents);
  if (!plan) throw PayoutError.abovePrincipal({ principalCents });
  return {
    principalCents,
    bonusCents,
    heldBonusCents,
    entitledCents,
    payableCents: payableCents(standing),
    amountCents,
    bonusGoesCents: plan.bonusCents,
    heldGoesCents: plan.heldBonusCents,
    principalAfterCents: principalCents - plan.principalCents,
    bonusAfterCents: bonusCents - plan.bonusCents,
    heldAfterCents: heldBonusCents - plan.heldBonusCents,
    withinPaidRatio: plan.withinPaidRatio,
    ...pin,
    needsApproval:
      !plan.withinPaidRatio ||
      amountCents >= approvalFromCents ||
      dayLimitReached(amountCents, given, limits) !== null,
  };
}
