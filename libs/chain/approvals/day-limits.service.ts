import { Clock, type Sql, takeTurns, type Tx } from '#kernel';
import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import type { ApprovedAct } from './approval.rules.js';
import { ApprovalsRepository } from './approvals.repository.js';
import { type ApprovalLimit, type DaySums, dayLimitReached } from './day-limit.rules.js';

/** Value that somebody gives: to which member (null: nobody known), by whom, on which business day. */
export interface Giving {
  memberId: number | null;
  staffId: number;
  businessDate: string;
}

/** What one person may give on their own in a business day: to one member, and to all. */
@Injectable()
export class DayLimits {
  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly repository: ApprovalsRepository,
  ) {}

  /** Settings have a connection of their own: read them before a transaction or snapshot begins. */
  async current(): Promise<DaySums> {
    return {
      memberCents: await this.settings.get('approval.member_day_from_cents'),
      staffCents: await this.settings.get('approval.staff_day_from_cents'),
    };
  }

  async reached(
    sql: Sql,
    giving: Giving,
    amountCents: number,
    limits: DaySums,
  ): Promise<Exclude<ApprovalLimit, 'act'> | null> {
    return dayLimitReached(amountCents, await this.repository.given(sql, giving), limits);
  }

  /**
   * Writes down what was done without a second person, unless the day comes to a limit with it: which one is returned.
   * Acts on one member or by one person come here one after the other, so that two tills don't both stay below a limit.
   */
  async count(
    tx: Tx,
    { kind, amountCents }: Pick<ApprovedAct, 'kind' | 'amountCents'>,
    giving: Giving,
    limits: DaySums,
    document: { documentKind?: string; documentId?: number },
  ): Promise<Exclude<ApprovalLimit, 'act'> | null> {
    if (amountCents <= 0) return null;
    await takeTurns(tx, [
      ...(giving.memberId === null ? [] : [`given to ${giving.memberId}`]),
      `given by ${giving.staffId}`,
    ]);
    const reached = await this.reached(tx, giving, amountCents, limits);
    if (reached) return reached;
    await this.repository.insertUnapproved(tx, {
      ...giving,
      ...document,
      kind,
      amountCents,
      at: this.clock.now(),
    });
    return null;
  }
}
