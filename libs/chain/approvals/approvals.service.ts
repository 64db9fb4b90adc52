import {
  type Actor,
  Audit,
  Clock,
  Commands,
  Db,
  type DomainError,
  markJudged,
  type Tx,
  unknownId,
} from '#kernel';
import { type StaffPerson, StaffDirectory } from '#chain/identity';
import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import { ACT_POLICY, type ActWithLimit } from './act-policy.js';
import type { ApprovalInput } from './approval.dto.js';
import { ApprovalError } from './approval.errors.js';
import { ApprovalPermission } from './approval.permissions.js';
import { type ApprovedAct, isSameAct, statusOf } from './approval.rules.js';
import { ApprovalsRepository } from './approvals.repository.js';
import type { ApprovalLimit, DaySums } from './day-limit.rules.js';
import { DayLimits, type Giving } from './day-limits.service.js';
import { StaffPins } from './staff-pins.service.js';

export interface ApprovableAct extends ApprovedAct {
  /** Whether this act needs a second person by itself: the caller knows the limit. */
  needed: boolean;
  /** From this amount on; shown with the refusal. */
  limitCents?: number;
  /** Money handed out, or value given by hand: the business day whose limits it counts towards. */
  countsOn?: string;
}

/** A second person's yes to one act, judged and not yet used. */
export interface Approval extends ApprovedAct {
  approvedBy: number;
  requestId: number | null;
}

/** How much was done on one's own today, and how much may be. */
export interface DayStanding {
  given: DaySums;
  limits: DaySums;
}

/** An act after it was judged: with a second person's yes, or without where none was needed. */
export interface JudgedAct {
  act: ApprovableAct;
  approval: Approval | null;
  /** As they were when the act was judged. */
  dayLimits: DaySums | null;
}

/** The same PIN at another store within so many minutes is shown to head office. */
const TWO_STORES_MINUTES = 30;

/** Acts from a limit on need another person: on the same screen by login and PIN, or by a request decided elsewhere. */
@Injectable()
export class Approvals {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly directory: StaffDirectory,
    private readonly pins: StaffPins,
    private readonly settings: Settings,
    private readonly dayLimits: DayLimits,
    private readonly repository: ApprovalsRepository,
  ) {}

  /** From how many cents on an act needs a second person: the setting that the table of acts names. */
  secondFrom(act: ActWithLimit): Promise<number> {
    return this.settings.get(ACT_POLICY[act].second.from);
  }

  /**
   * Judges the approval of an act, if it needs one: by itself, or because the day comes to a limit with it. Call it before
   * the transaction (wrong PINs are counted in one of their own), with the command's key: a command that was answered
   * already is replayed without a second look.
   * Errors: approval.required, approval.wrong_pin, approval.too_many_attempts, approval.own_act,
   * approval.not_allowed, approval.not_found, approval.not_approved, approval.other_request.
   */
  async assert(
    actor: Actor,
    act: ApprovableAct,
    input: ApprovalInput | null | undefined,
    command?: { key: string },
  ): Promise<JudgedAct> {
    const dayLimits = act.countsOn ? await this.dayLimits.current() : null;
    const judged = { act, approval: null, dayLimits };
    const limit = await this.limitOf(actor, judged);
    if (!limit) return judged;
    if (!command) return { ...judged, approval: await this.judge(actor, judged, limit, input) };
    if (await this.isAnswered(command)) return judged;
    try {
      return { ...judged, approval: await this.judge(actor, judged, limit, input) };
    } catch (refusal) {
      // Once more: a first try that was under way meanwhile is over now.
      if (await this.isAnswered(command)) return judged;
      throw markJudged(refusal);
    }
  }

  /** Whether an act would need a second person as things stand, for a preview; nothing is locked. */
  async asks(actor: Actor, act: ApprovableAct): Promise<boolean> {
    const dayLimits = act.countsOn ? await this.dayLimits.current() : null;
    return (await this.limitOf(actor, { act, approval: null, dayLimits })) !== null;
  }

  /** What one person may still give to a member today, for a preview; nothing is locked. */
  async today(actor: Actor, memberId: number, businessDate: string): Promise<DayStanding> {
    const limits = await this.dayLimits.current();
    const giving = { memberId, staffId: actor.staffId, businessDate };
    return { limits, given: await this.repository.given(this.db, giving) };
  }

  private async limitOf(
    actor: Actor,
    { act, dayLimits }: JudgedAct,
  ): Promise<ApprovalLimit | null> {
    if (act.needed) return 'act';
    const giving = givingOf(actor, act);
    if (!giving || !dayLimits) return null;
    return this.dayLimits.reached(this.db, giving, act.amountCents, dayLimits);
  }

  /** The refusal of an act that turns out, inside its transaction, to need another person. */
  missing(judged: JudgedAct): DomainError {
    return required(judged, 'act');
  }

  private isAnswered({ key }: { key: string }): Promise<boolean> {
    return this.db.write((tx) => this.commands.isAnswered(tx, key));
  }

  private async judge(
    actor: Actor,
    judged: JudgedAct,
    limit: ApprovalLimit,
    input: ApprovalInput | null | undefined,
  ): Promise<Approval> {
    const { kind, subject, storeId, amountCents, facts } = judged.act;
    const approved = { kind, subject, storeId, amountCents, facts };
    if (input?.requestId)
      return { ...approved, ...(await this.byRequest(actor, approved, input.requestId)) };
    if (input?.login && input.pin) {
      const approvedBy = await this.byPin(actor, approved, input.login, input.pin);
      return { ...approved, approvedBy, requestId: null };
    }
    throw required(judged, limit);
  }

  /**
   * At the end of the act's own transaction: writes down who approved what was done, or that nobody had to, which counts
   * towards the limits of the day. A request is used up by it: of two acts on one approval the second is refused whole.
   * Errors: approval.not_approved; approval.required where the day has come to a limit meanwhile.
   */
  async record(
    tx: Tx,
    actor: Actor,
    judged: JudgedAct,
    done: { entryId?: number | null; documentKind?: string; documentId?: number },
  ): Promise<void> {
    const { act, approval, dayLimits } = judged;
    if (!approval) {
      const giving = givingOf(actor, act);
      if (!giving || !dayLimits) return;
      const reached = await this.dayLimits.count(tx, act, giving, dayLimits, done);
      if (reached) throw required(judged, reached);
      return;
    }
    const at = this.clock.now();
    const { requestId, approvedBy, kind, subject, storeId, amountCents } = approval;
    if (requestId && !(await this.repository.use(tx, requestId, at))) {
      const request = await this.repository.request(tx, requestId);
      const status = request ? statusOf(request, at) : 'cancelled';
      throw ApprovalError.notApproved({ status });
    }
    await this.repository.insertApproval(tx, {
      ...approval,
      doneBy: actor.staffId,
      entryId: done.entryId ?? null,
      documentKind: done.documentKind ?? null,
      documentId: done.documentId ?? null,
      at,
    });
    await this.audit.record(tx, actor, {
      action: 'approval.used',
      subjectKind: subject.kind,
      subjectId: subject.id,
      after: { kind, amountCents, approvedBy, requestId, documentId: done.documentId ?? null },
      storeId,
    });
    if (requestId === null) await this.noteTwoStores(tx, actor, { approvedBy, storeId }, at);
  }

  /** Nobody is at two stores within half an hour: somebody else knows the PIN. Head office is shown it. */
  private async noteTwoStores(
    tx: Tx,
    actor: Actor,
    { approvedBy, storeId }: { approvedBy: number; storeId: number },
    at: Date,
  ): Promise<void> {
    const since = new Date(at.getTime() - TWO_STORES_MINUTES * 60_000);
    const other = await this.repository.pinElsewhere(tx, { approvedBy, storeId, since });
    if (!other) return;
    const minutes = Math.ceil((at.getTime() - other.at.getTime()) / 60_000);
    await this.audit.record(tx, actor, {
      action: 'staff.pin_two_stores',
      subjectKind: 'staff',
      subjectId: approvedBy,
      after: { otherStoreName: other.storeName, minutes },
      storeId,
    });
  }

  private async byPin(actor: Actor, act: ApprovedAct, login: string, pin: string): Promise<number> {
    const own = await this.directory.find(this.db, { staffId: actor.staffId });
    if (own?.login === login.toLowerCase()) throw ApprovalError.ownAct();
    const person = await this.pins.identify(actor, login, pin);
    if (!mayDecide(person, act)) throw ApprovalError.notAllowed();
    return person.staffId;
  }

  private async byRequest(
    actor: Actor,
    act: ApprovedAct,
    requestId: number,
  ): Promise<{ approvedBy: number; requestId: number }> {
    const request = await this.repository.request(this.db, requestId);
    // Somebody else's approval is nobody's business.
    if (!request || request.askedBy !== actor.staffId) throw unknownId('approval.requestId');
    const status = statusOf(request, this.clock.now());
    if (status !== 'approved' || request.decidedBy === null)
      throw ApprovalError.notApproved({ status });
    if (!isSameAct(request, act)) throw ApprovalError.otherRequest();
    // Who lost the right since then has approved nothing.
    const person = await this.directory.find(this.db, { staffId: request.decidedBy });
    if (!person || !mayDecide(person, act)) throw ApprovalError.notAllowed();
    return { approvedBy: person.staffId, requestId };
  }
}

/** What of an act counts towards the limits of a day. One without a member counts for the person who does it only. */
function givingOf({ staffId }: Actor, { subject, countsOn }: ApprovableAct): Giving | null {
  if (!countsOn) return null;
  const memberId = subject.kind === 'member' ? subject.id : null;
  return { memberId, staffId, businessDate: countsOn };
}

function required({ act, dayLimits }: JudgedAct, limit: ApprovalLimit): DomainError {
  const { kind, subject, storeId, amountCents, facts } = act;
  const limits = {
    act: act.limitCents ?? null,
    member_day: dayLimits?.memberCents ?? null,
    staff_day: dayLimits?.staffCents ?? null,
  };
  return ApprovalError.required({
    kind,
    subjectKind: subject.kind,
    subjectId: subject.id,
    storeId,
    amountCents,
    facts,
    limit,
    limitCents: limits[limit],
  });
}

/** Another person's act is decided by whoever may decide, may do it themselves, and works at that store. */
export function mayDecide(
  person: Pick<StaffPerson, 'permissions' | 'storeIds'>,
  act: Pick<ApprovedAct, 'kind' | 'storeId'>,
): boolean {
  return (
    person.permissions.has(ApprovalPermission.decide) &&
    person.permissions.has(act.kind) &&
    person.storeIds.includes(act.storeId)
  );
}
