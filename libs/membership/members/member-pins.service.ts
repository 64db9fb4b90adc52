import { Approvals } from '#chain/approvals';
import { type Actor, Audit, Clock, type CommandOutcome, Commands, Db, Outbox } from '#kernel';
import { Injectable } from '@nestjs/common';
import { MemberError } from './member.errors.js';
import { MemberPermission } from './member.permissions.js';
import type {
  ChangePinInput,
  PinChangedView,
  PinStateView,
  ResetPinInput,
  SetPinInput,
  UnlockPinInput,
} from './pin.dto.js';
import { PIN_ATTEMPTS, pinLock } from './pin.rules.js';
import { PinsService } from './pins.service.js';
import { proofAsked, proofFacts } from './identity-proof.dto.js';
import { ProofsService } from './proofs.service.js';

/** What is done with a member's PIN at the counter. The PIN itself is in no record, log or fingerprint. */
@Injectable()
export class MemberPins {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly pins: PinsService,
    private readonly proofs: ProofsService,
    private readonly approvals: Approvals,
  ) {}

  /** Errors: member.not_found. */
  async state(memberId: number): Promise<PinStateView> {
    const row = await this.pins.stateOf(memberId);
    const lockedUntil = pinLock(row, this.clock.now());
    const failures = row.lockedUntil && !lockedUntil ? 0 : row.failures;
    return {
      hasPin: row.hash !== null,
      attemptsLeft: lockedUntil ? 0 : PIN_ATTEMPTS - failures,
      lockedUntil,
    };
  }

  /** The first PIN. Errors: member.pin_too_weak, member.pin_already_set. */
  set(
    actor: Actor,
    memberId: number,
    { pin }: SetPinInput,
    key: string,
  ): Promise<CommandOutcome<PinChangedView>> {
    return this.db.write((tx) =>
      this.commands.once(
        tx,
        { key, name: 'member.set_pin', actor, request: { memberId } },
        async () => {
          await this.pins.setFirst(tx, memberId, pin, actor.till?.storeId ?? actor.homeStoreId);
          await this.record(tx, actor, memberId, 'member.set_pin');
          return { memberId };
        },
      ),
    );
  }

  /** Who knows the old one chooses another. Errors: member.pin_too_weak, and those of PinsService.assertPin. */
  async change(
    actor: Actor,
    memberId: number,
    { oldPin, pin }: ChangePinInput,
    key: string,
  ): Promise<CommandOutcome<PinChangedView>> {
    await this.pins.assertPin(actor, memberId, oldPin, { key });
    return this.db.write((tx) =>
      this.commands.once(
        tx,
        { key, name: 'member.change_pin', actor, request: { memberId } },
        async () => {
          await this.pins.replace(tx, memberId, pin, null);
          await this.record(tx, actor, memberId, 'member.change_pin');
          return { memberId };
        },
      ),
    );
  }

  /**
   * Staff give a member who forgot the PIN another one: a document must have been seen, and the member is told.
   * Errors: member.pin_not_set, member.pin_too_weak, and those of ProofsService.prove and second.
   */
  async reset(
    actor: Actor,
    memberId: number,
    { pin, reason, identity, approval }: ResetPinInput,
    key: string,
  ): Promise<CommandOutcome<PinChangedView>> {
    if (identity.by !== 'document') throw MemberError.identityMissing();
    const act = { kind: MemberPermission.resetPin, memberId };
    const { proven, second } = await this.proofs.agree(actor, act, identity, approval, { key });
    const request = { memberId, reason, identity: proofAsked(proven) };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'member.reset_pin', actor, request }, async () => {
        await this.pins.replace(tx, memberId, pin, this.clock.now());
        await this.record(tx, actor, memberId, 'member.reset_pin', {
          after: proofFacts(proven),
          reason,
        });
        await this.outbox.add(tx, {
          topic: 'member.pin_reset',
          payload: { memberId, storeId: actor.till?.storeId ?? actor.homeStoreId },
        });
        await this.approvals.record(tx, actor, second, {});
        return { memberId };
      }),
    );
  }

  /** Ends a lock before its time. Errors: member.not_found. */
  unlock(
    actor: Actor,
    memberId: number,
    { reason }: UnlockPinInput,
    key: string,
  ): Promise<CommandOutcome<PinChangedView>> {
    const request = { memberId, reason };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'member.unlock_pin', actor, request }, async () => {
        const before = await this.pins.forgive(tx, memberId);
        await this.record(tx, actor, memberId, 'member.unlock_pin', {
          before: { failures: before.failures, lockedUntil: before.lockedUntil },
          reason: reason ?? undefined,
        });
        return { memberId };
      }),
    );
  }

  private record(
    tx: Parameters<Audit['record']>[0],
    actor: Actor,
    memberId: number,
    action: string,
    facts: { before?: object; after?: object; reason?: string } = {},
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action,
      subjectKind: 'member',
      subjectId: memberId,
      ...facts,
    });
  }
}
