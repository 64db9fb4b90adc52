import { Approvals, type JudgedAct } from '#chain/approvals';
import { type Actor, businessDateOf, Clock, Db, type Tx, inBody } from '#kernel';
import { Ledger } from '#ledger';
import {
  type JudgedPin,
  MemberPermission,
  type MemberRecord,
  MembersRepository,
  PinsService,
  proofAsked,
  proofFacts,
  ProofsService,
} from '#membership/members';
import { Injectable } from '@nestjs/common';
import type { MergeInput, MergeProofInput } from './merge.dto.js';
import { MergeError } from './merge.errors.js';
import {
  type BothWorths,
  isMoreThan,
  moneyAtStake,
  moneyOf,
  needsConsent,
  type RecordWorth,
  worthOf,
} from './merge.rules.js';
import { homeClock, standOf } from './member-stand.js';

/** That both records are one person, and what a second person said; judged before the transaction of the merge. */
export interface MergeConsent {
  limitCents: number;
  worths: BothWorths;
  second: JudgedAct;
  /** One PIN per record, in the order survivor, merged. */
  pins: readonly [JudgedPin | null, JudgedPin | null] | null;
  /** What the audit log says of it; null: no proof was given. */
  facts: object | null;
}

/**
 * A merge gives a wallet to whoever holds the other record, on both sides: the survivor's PIN ends. If either has as much as
 * a transfer that needs a second person, it is approved as they are, and asks for a proof that both records are one person:
 * both PINs, or one document that is right for both.
 */
@Injectable()
export class MergeConsents {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly members: MembersRepository,
    private readonly pins: PinsService,
    private readonly proofs: ProofsService,
    private readonly approvals: Approvals,
    private readonly ledger: Ledger,
  ) {}

  /** What of a request is compared when it comes again. */
  static asked({ approval: _approval, proof, ...input }: MergeInput): object {
    return { ...input, ...(proof ? { proof: proofAsked(proof) } : {}) };
  }

  limitCents(): Promise<number> {
    return this.approvals.secondFrom('member.merge');
  }

  /** Errors: merge.proof_required, those of PinsService.assertPin, of ProofsService.prove and of Approvals.assert. */
  async ask(
    actor: Actor,
    survivorId: number,
    { mergedMemberId, proof, approval }: MergeInput,
    key: string,
  ): Promise<MergeConsent> {
    const limitCents = await this.limitCents();
    const merged = await this.members.find(this.db, mergedMemberId);
    const survivor = await this.members.find(this.db, survivorId);
    const worths = await this.worths({ survivor, merged });
    const command = { key };
    const pins =
      proof?.by === 'pin' && proof.pin && proof.mergedPin
        ? ([
            await this.pins.assertPin(actor, survivorId, proof.pin, command),
            await inBody(
              'mergedMemberId',
              this.pins.assertPin(actor, mergedMemberId, proof.mergedPin, command),
            ),
          ] as const)
        : null;
    const facts = pins
      ? { identityBy: 'pin' }
      : proof?.by === 'document' &&
        (await this.seen(actor, survivorId, mergedMemberId, proof, command));
    const act = {
      kind: MemberPermission.merge,
      subject: { kind: 'member', id: mergedMemberId },
      storeId: storeOf(actor, survivor),
      amountCents: moneyAtStake(worths),
      facts: {
        ...{ toMemberId: survivorId, toMemberName: survivor?.name ?? survivor?.nickname ?? null },
        ...{ ...worths.merged, document: proof?.document ?? null },
        freshPin: pins?.some((pin) => pin?.isFresh) || null,
        ...{ toMemberCents: moneyOf(worths.survivor), toMemberPoints: worths.survivor.points },
      },
      needed: needsConsent(worths, limitCents),
      limitCents,
      ...(merged
        ? { countsOn: businessDateOf(this.clock.now(), actor.till ?? homeClock(merged)) }
        : {}),
    };
    const second = await this.approvals.assert(actor, act, approval, command);
    return { limitCents, worths, second, pins, facts: facts || null };
  }

  /**
   * Inside the transaction, before anything moves: the PINs are still theirs, and neither has more than was agreed to.
   * Errors: merge.proof_required, merge.worth_changed, member.pin_required, member.pin_not_set.
   */
  async confirm(
    tx: Tx,
    { limitCents, worths, pins, facts }: MergeConsent,
    survivor: MemberRecord,
    merged: MemberRecord,
  ): Promise<void> {
    const now = await this.worths({ survivor, merged }, tx);
    if (!needsConsent(now, limitCents)) return;
    if (!facts) throw MergeError.proofRequired();
    if (isMoreThan(now, worths)) throw MergeError.worthChanged();
    if (!pins) return;
    await this.pins.assertJudged(tx, survivor.id, pins[0]);
    await this.pins.assertJudged(tx, merged.id, pins[1]);
  }

  record(tx: Tx, actor: Actor, { second }: MergeConsent, entryId: number): Promise<void> {
    return this.approvals.record(tx, actor, second, { entryId });
  }

  private async seen(
    actor: Actor,
    survivorId: number,
    mergedMemberId: number,
    proof: MergeProofInput,
    command: { key: string },
  ): Promise<object> {
    await this.proofs.prove(actor, survivorId, proof, command);
    const merged = this.proofs.prove(actor, mergedMemberId, proof, command);
    return proofFacts(await inBody('mergedMemberId', merged));
  }

  private async worths(
    { survivor, merged }: Record<keyof BothWorths, MemberRecord | undefined>,
    sql: Db | Tx = this.db,
  ): Promise<BothWorths> {
    return { survivor: await this.worth(sql, survivor), merged: await this.worth(sql, merged) };
  }

  private async worth(sql: Db | Tx, member: MemberRecord | undefined): Promise<RecordWorth> {
    if (!member) return { principalCents: 0, bonusCents: 0, points: 0 };
    const today = businessDateOf(this.clock.now(), homeClock(member));
    return worthOf(await standOf(this.ledger, sql, member, today));
  }
}

/** Where it is done: at the till, or in the office for the member's own store. */
function storeOf(
  { till, storeIds, homeStoreId }: Actor,
  survivor: MemberRecord | undefined,
): number {
  if (till) return till.storeId;
  return survivor && storeIds.includes(survivor.homeStoreId) ? survivor.homeStoreId : homeStoreId;
}
