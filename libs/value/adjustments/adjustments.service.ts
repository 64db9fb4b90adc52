import { type ApprovalInput, Approvals, type JudgedAct } from '#chain/approvals';
import { type Actor, businessDateOf, Clock, type CommandOutcome, Db } from '#kernel';
import { MemberError } from '#membership/members';
import { PointsService } from '#value/points';
import { PrepaidLimitsService } from '#value/wallets';
import { Injectable } from '@nestjs/common';
import {
  type AdjustmentMoment,
  AdjustmentPoster,
  type AdjustmentWish,
} from './adjustment-poster.js';
import type { AdjustmentResult } from './adjustment.dto.js';
import { AdjustmentError } from './adjustment.errors.js';
import {
  PointsAdjustmentPermission,
  WalletAdjustmentPermission,
} from './adjustment.permissions.js';
import { foreseeAdjustment } from './adjustment.rules.js';
import { AdjustmentsRepository } from './adjustments.repository.js';

/** 调整: value given or taken by hand, with a reason and a second person. Never below zero. */
@Injectable()
export class AdjustmentsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly points: PointsService,
    private readonly limits: PrepaidLimitsService,
    private readonly approvals: Approvals,
    private readonly poster: AdjustmentPoster,
    private readonly repository: AdjustmentsRepository,
  ) {}

  /**
   * Errors: member.not_found, adjustment.no_store, access.store_forbidden, ledger.insufficient,
   * ledger.insufficient_points, and those of an approval.
   */
  async adjust(
    actor: Actor,
    memberId: number,
    { approval, ...wish }: AdjustmentWish & { approval?: ApprovalInput | null },
    key: string,
  ): Promise<CommandOutcome<AdjustmentResult>> {
    const moment = await this.moment(actor, memberId);
    const second = await this.approve(actor, moment, memberId, wish, approval, key);
    return this.poster.once(actor, memberId, wish, moment, second, key);
  }

  /** The till's store; in the office the member's own. */
  private async moment(actor: Actor, memberId: number): Promise<AdjustmentMoment> {
    const at = this.clock.now();
    const store = actor.till ?? (await this.repository.homeStore(this.db, memberId));
    if (!store) throw MemberError.notFound();
    if (!actor.till && !actor.storeIds.includes(store.storeId)) throw AdjustmentError.noStore();
    const businessDate = businessDateOf(at, store);
    return {
      store,
      at,
      businessDate,
      pointsTerms: await this.points.giftPointsTerms(businessDate),
      limits: await this.limits.current(),
    };
  }

  private async approve(
    actor: Actor,
    { store, businessDate }: AdjustmentMoment,
    memberId: number,
    { kind, amount }: AdjustmentWish,
    approval: ApprovalInput | null | undefined,
    key: string,
  ): Promise<JudgedAct> {
    const act = kind === 'points' ? 'points.adjust' : 'wallet.adjust';
    const limitCents = await this.approvals.secondFrom(act);
    const permission = kind === 'points' ? PointsAdjustmentPermission : WalletAdjustmentPermission;
    const before = await this.poster.standing(memberId, kind, businessDate);
    const approved = {
      kind: permission.adjust,
      subject: { kind: 'member', id: memberId },
      storeId: store.storeId,
      // What the limit means for points: as many hundredths as cents.
      amountCents: Math.abs(amount),
      facts: { kind, given: amount > 0, ...foreseeAdjustment(kind, before, amount) },
      needed: Math.abs(amount) >= limitCents,
      limitCents,
      countsOn: businessDate,
    };
    return this.approvals.assert(actor, approved, approval, { key });
  }
}
