import {
  type ApprovalFacts,
  type ApprovalInput,
  Approvals,
  type JudgedAct,
} from '#chain/approvals';
import { type Actor, Commands, Db, DomainError, markJudged, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import { type IdentityProofInput, needsSecond, type ProvenIdentity } from './identity-proof.dto.js';
import { MemberError } from './member.errors.js';
import type { DocumentKind } from './member.rules.js';
import { type PinAsker, PinThrottle } from './pin.throttle.js';
import { PinsService } from './pins.service.js';

/** What a proof is given for. */
export interface ProvenAct {
  /** The right to the act; the second person has it as well. */
  kind: string;
  memberId: number;
  /** What of the act is agreed to, besides the document that was seen. */
  facts?: ApprovalFacts;
}

/** A proof that was judged, with the second person's yes: Approvals.record writes it down inside the transaction. */
export interface AgreedProof {
  proven: ProvenIdentity;
  second: JudgedAct;
}

/** That it is the member who asks: by PIN, or by a document that somebody saw. */
@Injectable()
export class ProofsService {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly pins: PinsService,
    private readonly throttle: PinThrottle,
    private readonly approvals: Approvals,
  ) {}

  /**
   * Judges a proof. Call it before the transaction of the act, with its key: a command that was answered already is not
   * judged again. A document is the registered one, by kind and last four; with nothing registered to compare them with they
   * are only recorded (see `second`). Wrong ones count as wrong PINs do, or the last four could be tried out.
   * Errors: member.identity_missing, member.wrong_document, and those of PinsService.assertPin.
   */
  async prove(
    actor: PinAsker,
    memberId: number,
    { by, pin, document, last4 }: IdentityProofInput,
    command: { key: string },
  ): Promise<ProvenIdentity> {
    if (by === 'pin' && pin) {
      const judged = await this.pins.assertPin(actor, memberId, pin, command);
      return { by, memberId, isFresh: judged?.isFresh ?? false };
    }
    const seen = last4?.toUpperCase();
    const outcome = await this.db.write(async (tx) => {
      // Asked for again, without the PIN that nobody keeps.
      if (await this.commands.isAnswered(tx, command.key)) return true;
      if (by === 'pin' || !document || !seen) return MemberError.identityMissing();
      return this.compare(tx, actor, memberId, { document, last4: seen });
    });
    if (outcome instanceof DomainError) throw markJudged(outcome);
    return by === 'pin'
      ? { by, memberId }
      : { by, memberId, document, last4: seen, compared: outcome };
  }

  /** Both: a proof, and the second person where it proves nothing by itself. Errors: those of `prove` and `second`. */
  async agree(
    actor: PinAsker & Actor,
    act: ProvenAct,
    identity: IdentityProofInput,
    approval: ApprovalInput | null | undefined,
    command: { key: string },
  ): Promise<AgreedProof> {
    const proven = await this.prove(actor, act.memberId, identity, command);
    return { proven, second: await this.second(actor, act, proven, approval, command) };
  }

  /**
   * A document that nobody else has seen before proves nothing by itself, nor does a PIN set today, nor nothing at all: another
   * person agrees to the act. Call it with what `prove` said, and Approvals.record inside the transaction.
   * Errors: those of Approvals.assert.
   */
  second(
    actor: Actor,
    { kind, memberId, facts }: ProvenAct,
    proven: ProvenIdentity | null,
    approval: ApprovalInput | null | undefined,
    command: { key: string },
  ): Promise<JudgedAct> {
    const act = {
      kind,
      subject: { kind: 'member', id: memberId },
      storeId: actor.till?.storeId ?? actor.homeStoreId,
      amountCents: 0,
      facts: { document: proven?.document ?? null, freshPin: proven?.isFresh || null, ...facts },
      needed: needsSecond(proven),
    };
    return this.approvals.assert(actor, act, approval, command);
  }

  /** Whether the document was compared with a number that somebody else wrote down. */
  private async compare(
    tx: Tx,
    actor: PinAsker,
    memberId: number,
    seen: { document: DocumentKind; last4: string },
  ): Promise<boolean | DomainError> {
    const tooMany = await this.throttle.refusal(tx, actor);
    if (tooMany) return tooMany;
    const known = await tx.maybe<{
      documentKind: DocumentKind;
      last4: string | null;
      seenBy: number;
    }>(
      'SELECT document_kind AS "documentKind", number_last4 AS last4, seen_by AS "seenBy" FROM member_identity WHERE member_id = $1',
      [memberId],
    );
    if (!known) return false;
    const isKnown =
      known.documentKind === seen.document && (known.last4 ?? seen.last4) === seen.last4;
    if (isKnown) return known.last4 !== null && known.seenBy !== actor.staffId;
    await this.throttle.count(tx, actor);
    return MemberError.wrongDocument({ documentKind: known.documentKind });
  }
}
