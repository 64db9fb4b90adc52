import { type Actor, can, defineErrors, definePermissions } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ApprovalInput } from './approval.dto.js';
import type { ApprovedAct } from './approval.rules.js';
import { Approvals, type JudgedAct } from './approvals.service.js';

/** Undoing what was done on a business day that is over: not a right of the stores. */
export const UndoPermission = definePermissions('undo', { late: { needsReason: true } });

export const UndoError = defineErrors('undo', {
  /** It was done on an earlier business day, and the person lacks the right to undo it now. */
  dayIsOver: { status: 403, params: ['businessDate'] },
});

/** The business day something was done on, and the one it is undone on. */
export interface UndoDays {
  madeOn: string;
  today: string;
}

/** What is to be undone; `kind` is the right to do so on the same day. */
export interface Undoing extends ApprovedAct, UndoDays {
  /** From how many cents on a second person is asked on the same day too; left out: never. */
  limitCents?: number;
  /** It takes money out of a wallet: it counts towards the limits of the day. */
  countsOn?: string;
}

const isLate = ({ madeOn, today }: UndoDays): boolean => madeOn < today;

/** Voids and reversals after the end of the business day: a right of their own, and a second person from an amount on. */
@Injectable()
export class LateUndo {
  constructor(private readonly approvals: Approvals) {}

  /**
   * Judges the second person of an undoing, before its transaction; who lacks the right to it is refused inside, by
   * `assertInTime`. Errors: those of Approvals.assert.
   */
  async judge(
    actor: Actor,
    { madeOn, today, limitCents, countsOn, ...act }: Undoing,
    input: ApprovalInput | null | undefined,
    command: { key: string },
  ): Promise<JudgedAct> {
    const isInTime = !isLate({ madeOn, today });
    if (!isInTime && !can(actor, UndoPermission.late))
      return { act: { ...act, needed: false }, approval: null, dayLimits: null };
    const lateFrom = isInTime ? Infinity : await this.approvals.secondFrom('undo.late');
    const fromCents = Math.min(lateFrom, limitCents ?? Infinity);
    return this.approvals.assert(
      actor,
      {
        ...act,
        ...(isInTime
          ? {}
          : { kind: UndoPermission.late, facts: { ...act.facts, businessDate: madeOn } }),
        needed: act.amountCents >= fromCents,
        ...(fromCents < Infinity ? { limitCents: fromCents } : {}),
        ...(countsOn ? { countsOn } : {}),
      },
      input,
      command,
    );
  }

  /** Inside the transaction. Errors: undo.day_is_over. */
  assertInTime(actor: Actor, days: UndoDays): void {
    if (isLate(days) && !can(actor, UndoPermission.late))
      throw UndoError.dayIsOver({ businessDate: days.madeOn });
  }
}
