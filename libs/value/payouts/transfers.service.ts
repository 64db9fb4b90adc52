import { Approvals, type JudgedAct } from '#chain/approvals';
import {
  type Actor,
  type CommandOutcome,
  Commands,
  Db,
  maskPhone,
  type Tx,
  type Sql,
  inBody,
} from '#kernel';
import { bonusOf, type Books, House, Ledger, planAct, pointsOf, principalOf } from '#ledger';
import { MemberError, proofAsked } from '#membership/members';
import { Settings } from '#chain/settings';
import { type PrepaidLimits, PrepaidLimitsService } from '#value/wallets';
import { Injectable } from '@nestjs/common';
import type { TransferInput, TransferQuery } from './payout.dto.js';
import { PayoutError } from './payout.errors.js';
import { PayoutPermission } from './payout.permissions.js';
import {
  isProofNeeded,
  foreseeOutgoing,
  NOTHING_FORESEEN,
  type OutgoingPlan,
  payableCents,
  planOutgoing,
} from './payout.rules.js';
import {
  balanceOf,
  PayoutDesk,
  type PayoutMoment,
  payoutFacts,
  standingOf,
} from './payout-desk.js';
import type { TransferPreview, TransferResult } from './payout-view.dto.js';
import { type PayoutProof, PayoutProofs, proofInApproval } from './payout-proofs.service.js';
import { PayoutDocuments } from './payout-documents.js';
import type { WalletOwner } from './payouts.repository.js';
import { outgoingPreview } from './withdrawals.service.js';

type BonusRule = 'void' | 'move';

/** 转账: principal of one member to another, each lot with its origin; the bonus beside it is void or goes along (R8). */
@Injectable()
export class TransfersService {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly settings: Settings,
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
    private readonly limits: PrepaidLimitsService,
    private readonly desk: PayoutDesk,
    private readonly proofs: PayoutProofs,
    private readonly documents: PayoutDocuments,
  ) {}

  /** Errors: session.no_till, member.not_found, payout.same_member, payout.above_principal. */
  async preview(actor: Actor, memberId: number, query: TransferQuery): Promise<TransferPreview> {
    const { businessDate } = this.desk.moment(actor);
    const approvalFrom = await this.approvals.secondFrom('wallet.transfer');
    const bonusRule = await this.settings.get('wallet.transfer_bonus');
    const day = await this.approvals.today(actor, memberId, businessDate);
    const pinTerms = await this.proofs.terms();
    return this.db.read(async (sql) => {
      const [owner, receiver] = [
        await this.desk.owner(sql, memberId),
        await this.receiver(sql, memberId, query.toMemberId),
      ];
      const standing = await this.desk.standing(sql, owner.walletId, businessDate);
      const amountCents = query.amountCents ?? payableCents(standing);
      const withoutPinCents = await this.proofs.withoutPinToday(sql, owner, businessDate);
      const needsPin = isProofNeeded(amountCents, pinTerms, withoutPinCents);
      const [owed] = await this.ledger.balances(
        sql,
        [principalOf(receiver.walletId)],
        businessDate,
      );
      return {
        ...outgoingPreview(standing, amountCents, approvalFrom, day, {
          needsPin,
          hasPin: owner.hasPin,
        }),
        bonusRule,
        receiver: {
          memberId: receiver.memberId,
          name: receiver.name,
          phoneMasked: maskPhone(receiver.phone),
          principalDebtCents: owed?.debt ?? 0,
        },
      };
    });
  }

  /**
   * Moves principal to another member's wallet. Errors: as of a withdrawal, payout.same_member, wallet.limit_exceeded,
   * wallet.limit_warning.
   */
  async transfer(
    actor: Actor,
    memberId: number,
    input: TransferInput,
    key: string,
  ): Promise<CommandOutcome<TransferResult>> {
    const moment = this.desk.moment(actor);
    const { pin, approval, identity, ...rest } = input;
    const request = { ...rest, ...(identity ? { identity: proofAsked(identity) } : {}) };
    const bonusRule = await this.settings.get('wallet.transfer_bonus');
    const terms = { bonusRule, limits: await this.limits.current() };
    const given = { pin, identity };
    const proof = await this.proofs.ask(actor, moment, memberId, input.amountCents, given, key);
    const second = await this.approve(
      actor,
      moment,
      memberId,
      input,
      bonusRule,
      proofInApproval(proof),
      approval,
      key,
    );
    return this.db.write((tx) =>
      this.commands.once(
        tx,
        { key, name: 'wallet.transfer', actor, request: { memberId, ...request } },
        async () => {
          const [owner, receiver] = await this.lockBoth(tx, memberId, input);
          await this.proofs.confirm(tx, owner, proof, second);
          return this.move(tx, actor, moment, owner, receiver, input, terms, second, proof);
        },
      ),
    );
  }

  private async lockBoth(
    tx: Tx,
    memberId: number,
    { toMemberId, cardNo }: TransferInput,
  ): Promise<[owner: WalletOwner, receiver: WalletOwner]> {
    await this.receiver(tx, memberId, toMemberId);
    const [owner, receiver] = await this.desk.lockOwners(tx, [memberId, toMemberId], cardNo);
    if (!owner || !receiver) throw MemberError.notFound();
    return [owner, receiver];
  }

  private async receiver(sql: Sql, memberId: number, toMemberId: number): Promise<WalletOwner> {
    if (memberId === toMemberId) throw PayoutError.sameMember();
    return inBody('toMemberId', this.desk.owner(sql, toMemberId));
  }

  private async approve(
    actor: Actor,
    { till, businessDate }: PayoutMoment,
    memberId: number,
    { amountCents, toMemberId }: TransferInput,
    bonusRule: BonusRule,
    proof: ReturnType<typeof proofInApproval>,
    approval: TransferInput['approval'],
    key: string,
  ): Promise<JudgedAct> {
    const limitCents = await this.approvals.secondFrom('wallet.transfer');
    const wallet = await this.desk.look(memberId, businessDate);
    const { bonusGoesCents, ...foreseen } =
      (wallet && foreseeOutgoing(wallet, amountCents)) ?? NOTHING_FORESEEN;
    const act = {
      kind: PayoutPermission.transfer,
      subject: { kind: 'member', id: memberId },
      storeId: till.storeId,
      amountCents,
      facts: {
        toMemberId,
        toMemberName: await this.desk.nameOf(toMemberId),
        ...proof.facts,
        ...foreseen,
        [bonusRule === 'void' ? 'bonusVoidedCents' : 'bonusMovedCents']: bonusGoesCents,
      },
      needed: amountCents >= limitCents || foreseen.abovePaidRatio || proof.needed,
      limitCents,
      countsOn: businessDate,
    };
    return this.approvals.assert(actor, act, approval, { key });
  }

  private async move(
    tx: Tx,
    actor: Actor,
    moment: PayoutMoment,
    owner: WalletOwner,
    receiver: WalletOwner,
    { amountCents, cardNo, reason, acceptLimit }: TransferInput,
    { bonusRule, limits }: { bonusRule: BonusRule; limits: PrepaidLimits },
    second: JudgedAct,
    proof: PayoutProof,
  ): Promise<TransferResult> {
    const card = await this.desk.ownCard(tx, owner, cardNo);
    const from = accountsOf(owner);
    const to = accountsOf(receiver);
    const facts = payoutFacts('wallet_transfer', actor, moment, owner, {
      card,
      drawer: false,
      reason,
    });
    const act = { ...facts, accounts: [...Object.values(from), ...Object.values(to)] };
    const { locked, moves } = await this.desk.lock(tx, owner.walletId, act);
    const planned = planAct(locked, act, (books) => {
      const standing = standingOf(books.balance(from.principal), books.balance(from.bonus), moves);
      const plan = planOutgoing(standing, amountCents);
      if (!plan) throw PayoutError.abovePrincipal({ principalCents: standing.principalCents });
      if (!plan.withinPaidRatio && second.approval?.facts['abovePaidRatio'] !== true)
        throw PayoutError.figuresChanged({ amountCents: payableCents(standing) });
      const { repaid } = books.move(from.principal, to.principal, amountCents);
      const bonusAdded = takeBonusAlong(books, from, to, plan, bonusRule);
      const addedCents = amountCents - repaid + bonusAdded;
      const { entitledCents } = standing;
      return { ...plan, repaid, addedCents, addedBonusCents: bonusAdded, entitledCents };
    });
    const { result: plan, balances } = planned;
    await this.limits.assert(tx, actor, limits, {
      walletId: receiver.walletId,
      addedCents: plan.addedCents,
      addedBonusCents: plan.addedBonusCents,
      balances,
      acceptLimit,
    });
    const [voided, moved] = bonusRule === 'void' ? [plan, NOTHING] : [NOTHING, plan];
    const after = {
      principalAfterCents: balanceOf(balances, from.principal).balance,
      bonusAfterCents: balanceOf(balances, from.bonus).balance,
    };
    const paper = await this.documents.write(tx, actor, moment, owner, planned, {
      kind: 'transfer',
      cardId: card?.id ?? null,
      reason: reason ?? null,
      second,
      proof,
      columns: {
        to_wallet_id: receiver.walletId,
        to_member_id: receiver.memberId,
        principal_cents: amountCents,
        bonus_void_cents: voided.bonusCents,
        held_void_cents: voided.heldBonusCents,
        bonus_moved_cents: moved.bonusCents,
        held_moved_cents: moved.heldBonusCents,
        entitled_cents: plan.entitledCents,
        principal_after_cents: after.principalAfterCents,
        bonus_after_cents: after.bonusAfterCents,
        points_after: balanceOf(balances, from.points).balance,
        to_principal_after_cents: balanceOf(balances, to.principal).balance,
        to_bonus_after_cents: balanceOf(balances, to.bonus).balance,
      },
    });
    return {
      ...paper,
      paidCents: 0,
      principalCents: amountCents,
      bonusVoidCents: voided.bonusCents,
      heldVoidCents: voided.heldBonusCents,
      bonusMovedCents: moved.bonusCents,
      heldMovedCents: moved.heldBonusCents,
      repaidCents: plan.repaid,
      ...after,
    };
  }
}

const NOTHING = { bonusCents: 0, heldBonusCents: 0 };

const accountsOf = ({ walletId, memberId }: WalletOwner) => ({
  principal: principalOf(walletId),
  bonus: bonusOf(walletId),
  points: pointsOf(memberId),
});
type Accounts = ReturnType<typeof accountsOf>;

/** Returns the bonus that the receiver has more. */
function takeBonusAlong(
  books: Books,
  from: Accounts,
  to: Accounts,
  plan: OutgoingPlan,
  rule: BonusRule,
): number {
  if (rule === 'void') {
    books.void(from.bonus, plan.bonusCents, House.bonusCost);
    books.voidHeld(from.bonus, plan.heldBonusCents, House.bonusCost);
    return 0;
  }
  const { repaid } = books.move(from.bonus, to.bonus, plan.bonusCents);
  books.moveHeld(from.bonus, to.bonus, plan.heldBonusCents);
  return plan.bonusCents - repaid + plan.heldBonusCents;
}
