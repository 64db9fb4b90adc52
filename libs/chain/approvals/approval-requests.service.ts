import {
  type Actor,
  assertCan,
  assertInScope,
  Audit,
  can,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  type Page,
  pageOf,
  unknownId,
} from '#kernel';
import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import type {
  AskedView,
  AskInput,
  DecidedView,
  DecideInput,
  RequestQuery,
  RequestView,
} from './approval.dto.js';
import { ApprovalError } from './approval.errors.js';
import { ApprovalPermission } from './approval.permissions.js';
import { requestBound, statusOf } from './approval.rules.js';
import { ApprovalsRepository } from './approvals.repository.js';
import { mayDecide } from './approvals.service.js';
import { type Reader, RequestViewsRepository } from './request-views.repository.js';

/** Requests: asked at a till, decided on the approver's own device. */
@Injectable()
export class ApprovalRequests {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly settings: Settings,
    private readonly repository: ApprovalsRepository,
    private readonly views: RequestViewsRepository,
  ) {}

  /** Errors: access.forbidden (without the right to the act), access.store_forbidden, approval.too_many_requests. */
  async ask(actor: Actor, input: AskInput, key: string): Promise<CommandOutcome<AskedView>> {
    const expiresAt = await this.expiry();
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'approval.ask', actor, request: input }, async () => {
        const { kind, subjectKind, subjectId, storeId, amountCents, facts } = input;
        assertCan(actor, kind);
        assertInScope(actor, storeId);
        if (!(await this.repository.isThere(tx, { kind: subjectKind, id: subjectId })))
          throw unknownId('subjectId');
        const askedAt = this.clock.now();
        const bound = requestBound(await this.repository.askedBy(tx, actor.staffId, askedAt));
        if (bound !== null) throw ApprovalError.tooManyRequests({ limit: bound });
        const requestId = await this.repository.insertRequest(tx, {
          kind,
          subject: { kind: subjectKind, id: subjectId },
          storeId,
          amountCents,
          facts,
          tillId: actor.till?.tillId ?? null,
          limit: input.limit ?? 'act',
          note: input.note ?? null,
          askedBy: actor.staffId,
          askedAt,
          expiresAt,
        });
        await this.audit.record(tx, actor, {
          action: 'approval.ask',
          subjectKind,
          subjectId,
          after: { requestId, kind, amountCents },
          ...(input.note ? { reason: input.note } : {}),
          storeId,
        });
        return { requestId, expiresAt };
      }),
    );
  }

  /** What this person asked, and what they may decide; the pending ones first. Errors: access.store_forbidden. */
  async list(actor: Actor, query: RequestQuery): Promise<Page<RequestView>> {
    for (const storeId of query.storeIds ?? []) assertInScope(actor, storeId);
    const { page, pageSize } = pageOf(query);
    const now = this.clock.now();
    const found = await this.db.read((sql) => this.views.page(sql, readerOf(actor), query, now));
    return { ...found, page, pageSize };
  }

  /** Errors: approval.not_found. */
  async view(actor: Actor, id: number): Promise<RequestView> {
    const view = await this.views.view(this.db, readerOf(actor), id, this.clock.now());
    if (!view) throw ApprovalError.notFound();
    return view;
  }

  waiting(actor: Actor): Promise<number> {
    return this.views.waiting(this.db, readerOf(actor), this.clock.now());
  }

  /** Errors: approval.not_found, approval.own_act, approval.not_allowed, approval.already_decided. */
  async decide(
    actor: Actor,
    id: number,
    input: DecideInput,
    key: string,
  ): Promise<CommandOutcome<DecidedView>> {
    const expiresAt = await this.expiry();
    const request = { id, ...input };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'approval.decide', actor, request }, async () => {
        const found = await this.repository.lockRequest(tx, id);
        if (!found || !actor.storeIds.includes(found.storeId)) throw ApprovalError.notFound();
        if (found.askedBy === actor.staffId) throw ApprovalError.ownAct();
        if (!mayDecide(actor, found)) throw ApprovalError.notAllowed();
        const at = this.clock.now();
        const before = statusOf(found, at);
        if (before !== 'pending') throw ApprovalError.alreadyDecided({ status: before });
        const status = input.decision === 'approve' ? 'approved' : 'refused';
        const note = input.note ?? null;
        await this.repository.decide(tx, id, { status, by: actor.staffId, at, note, expiresAt });
        await this.audit.record(tx, actor, {
          action: `approval.${input.decision}`,
          subjectKind: found.subject.kind,
          subjectId: found.subject.id,
          after: { requestId: id, kind: found.kind, amountCents: found.amountCents },
          ...(note ? { reason: note } : {}),
          storeId: found.storeId,
        });
        return { requestId: id, status };
      }),
    );
  }

  /** The asker needs it no more. Errors: approval.not_found, approval.already_decided (refused, used or expired). */
  cancel(actor: Actor, id: number, key: string): Promise<CommandOutcome<DecidedView>> {
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'approval.cancel', actor, request: { id } }, async () => {
        const found = await this.repository.lockRequest(tx, id);
        if (!found || found.askedBy !== actor.staffId) throw ApprovalError.notFound();
        const before = statusOf(found, this.clock.now());
        if (before !== 'pending' && before !== 'approved')
          throw ApprovalError.alreadyDecided({ status: before });
        await this.repository.cancel(tx, id);
        await this.audit.record(tx, actor, {
          action: 'approval.cancel',
          subjectKind: found.subject.kind,
          subjectId: found.subject.id,
          after: { requestId: id, kind: found.kind, amountCents: found.amountCents },
          storeId: found.storeId,
        });
        return { requestId: id, status: 'cancelled' };
      }),
    );
  }

  private async expiry(): Promise<Date> {
    const minutes = await this.settings.get('approval.request_minutes');
    return new Date(this.clock.now().getTime() + minutes * 60_000);
  }
}

function readerOf(actor: Actor): Reader {
  const kinds = can(actor, ApprovalPermission.decide) ? [...actor.permissions] : [];
  return { staffId: actor.staffId, storeIds: actor.storeIds, kinds };
}
