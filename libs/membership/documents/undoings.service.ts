import { type ApprovalInput, Approvals, type JudgedAct, LateUndo } from '#chain/approvals';
import {
  type Actor,
  assertInScope,
  Audit,
  businessDateOf,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  Outbox,
  tillOf,
  type Tx,
} from '#kernel';
import { MembersService } from '#membership/members';
import { Injectable } from '@nestjs/common';
import type { UndoAct, UndoKind, UndoneDocument } from './undo-kind.js';

export interface UndoInput {
  reason: string;
  /** After the end of the business day, or from an amount on, another person approves. */
  approval?: ApprovalInput | null | undefined;
}

/**
 * A document that was keyed by mistake is undone whole. Later than its business day that takes a right of its own, and a
 * second person from an amount on; members are locked before their accounts, and told.
 */
@Injectable()
export class Undoings {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly approvals: Approvals,
    private readonly lateUndo: LateUndo,
    private readonly members: MembersService,
  ) {}

  /**
   * Errors: session.no_till, access.store_forbidden, undo.day_is_over, ledger.partly_undone, those of the kind, and those of
   * Approvals.assert.
   */
  async undo<Doc extends UndoneDocument, Result extends object>(
    kind: UndoKind<Doc, Result>,
    actor: Actor,
    id: number,
    { reason, approval }: UndoInput,
    key: string,
  ): Promise<CommandOutcome<Result>> {
    if (!kind.officeClock) tillOf(actor);
    const at = this.clock.now();
    const second = await this.approve(kind, { actor, at, reason }, id, approval, key);
    const call = { key, name: kind.act, actor, request: { ...kind.named(id), reason } };
    return this.db.write((tx) =>
      this.commands.once(tx, call, () => this.post(tx, kind, { actor, at, reason }, id, second)),
    );
  }

  /** null: what can't be undone is refused inside, without asking anybody. */
  private async approve<Doc extends UndoneDocument, Result>(
    kind: UndoKind<Doc, Result>,
    asked: Pick<UndoAct, 'actor' | 'at' | 'reason'>,
    id: number,
    approval: UndoInput['approval'],
    key: string,
  ): Promise<JudgedAct | null> {
    const document = await kind.find(this.db, id);
    const isOurs = document && asked.actor.storeIds.includes(document.storeId);
    if (!isOurs || kind.refusal(document)) return null;
    const act = actOf(kind, document, asked);
    const question = await kind.question(document, act);
    const days = { madeOn: document.businessDate, today: act.today };
    const undoing = { kind: kind.right, ...question, ...days };
    return this.lateUndo.judge(asked.actor, undoing, approval, { key });
  }

  private async post<Doc extends UndoneDocument, Result extends object>(
    tx: Tx,
    kind: UndoKind<Doc, Result>,
    asked: Pick<UndoAct, 'actor' | 'at' | 'reason'>,
    id: number,
    second: JudgedAct | null,
  ): Promise<Result> {
    const { actor, reason } = asked;
    const document = await kind.lock(tx, id);
    if (!document) throw kind.notFound();
    assertInScope(actor, document.storeId);
    const refusal = kind.refusal(document);
    if (refusal) throw refusal;
    const act = actOf(kind, document, asked);
    this.lateUndo.assertInTime(actor, { madeOn: document.businessDate, today: act.today });
    await this.members.lockForUndoing(tx, document.entryId);
    const { result, entryId, documentId, audit, notice } = await kind.post(tx, document, act);
    await this.audit.record(tx, actor, { action: kind.act, ...audit, reason });
    if (notice) await this.outbox.add(tx, { topic: kind.topic, payload: notice });
    if (second)
      await this.approvals.record(tx, actor, second, {
        entryId,
        documentKind: kind.document,
        documentId,
      });
    return result;
  }
}

function actOf<Doc extends UndoneDocument>(
  { officeClock }: Pick<UndoKind<Doc, unknown>, 'officeClock'>,
  document: Doc,
  asked: Pick<UndoAct, 'actor' | 'at' | 'reason'>,
): UndoAct {
  const { actor, at } = asked;
  const till = officeClock ? (actor.till ?? null) : tillOf(actor);
  const clock = till ?? officeClock?.(document);
  if (!clock) throw new Error('an act without a till has the clock of its store');
  const storeId = till?.storeId ?? document.storeId;
  return { ...asked, till, storeId, today: businessDateOf(at, clock) };
}
