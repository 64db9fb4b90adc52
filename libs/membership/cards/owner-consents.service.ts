import { Approvals, type JudgedAct } from '#chain/approvals';
import { type Actor, Db, type Tx } from '#kernel';
import {
  type JudgedPin,
  type MemberRecord,
  MembersService,
  needsSecond,
  PinsService,
  ProofsService,
  type ProvenIdentity,
} from '#membership/members';
import { Injectable } from '@nestjs/common';
import { CardError } from './card.errors.js';
import { CardPermission } from './card.permissions.js';
import type { OwnerConsentInput } from './family-card.dto.js';

/** Who gives a wallet to whose card. */
export interface FamilyParties {
  ownerId: number;
  holderId: number;
}

/** The owner's yes, judged before the transaction of the act. */
export interface OwnerConsent extends FamilyParties {
  identity: ProvenIdentity;
  judged: JudgedPin | null;
  second: JudgedAct;
  dayLimitCents: number | null;
}

/** The owner of a wallet agrees to somebody else's card on it: by PIN, or by a document that was seen and a second person, whom a PIN set today needs too. */
@Injectable()
export class OwnerConsents {
  constructor(
    private readonly db: Db,
    private readonly members: MembersService,
    private readonly pins: PinsService,
    private readonly proofs: ProofsService,
    private readonly approvals: Approvals,
  ) {}

  /**
   * Call it before the transaction of the act, with its key, and `confirm` inside. Errors: card.owner_proof_required,
   * approval.required and the others of Approvals.assert, and those of ProofsService.prove.
   */
  async ask(
    actor: Actor,
    { ownerId, holderId }: FamilyParties,
    { ownerProof, dayLimitCents = null, approval }: OwnerConsentInput,
    key: string,
  ): Promise<OwnerConsent> {
    if (!ownerProof) throw CardError.ownerProofRequired();
    const { by, pin } = ownerProof;
    const judged =
      by === 'pin' && pin ? await this.pins.assertPin(actor, ownerId, pin, { key }) : null;
    const identity: ProvenIdentity =
      by === 'pin' && pin
        ? { by, memberId: ownerId, isFresh: judged?.isFresh ?? false }
        : await this.proofs.prove(actor, ownerId, ownerProof, { key });
    const { document = null } = identity;
    const second = await this.approvals.assert(
      actor,
      {
        kind: CardPermission.bind,
        subject: { kind: 'member', id: ownerId },
        storeId: actor.till?.storeId ?? actor.homeStoreId,
        amountCents: dayLimitCents ?? 0,
        facts: {
          toMemberId: holderId,
          document,
          freshPin: identity.isFresh || null,
          dayLimitCents,
        },
        needed: identity.by === 'document' || needsSecond(identity),
      },
      approval,
      { key },
    );
    return { ownerId, holderId, identity, judged, second, dayLimitCents };
  }

  /**
   * Inside the transaction: what was judged is the owner's PIN as it is now. Returns the holder and the owner, who stay as they
   * are until it ends. Errors: member.not_found, member.merged, member.erased, member.pin_required.
   */
  async confirm(
    tx: Tx,
    { ownerId, holderId, identity, judged }: OwnerConsent,
  ): Promise<{ holder: MemberRecord; owner: MemberRecord }> {
    const locked = new Map<number, MemberRecord>();
    // In one order for all.
    for (const id of [ownerId, holderId].sort((a, b) => a - b))
      locked.set(id, await this.members.lock(tx, id));
    if (identity.by === 'pin') await this.pins.assertJudged(tx, ownerId, judged);
    return {
      holder: locked.get(holderId) as MemberRecord,
      owner: locked.get(ownerId) as MemberRecord,
    };
  }

  /** Writes down who approved, at the end of the act. Errors: approval.not_approved. */
  record(tx: Tx, actor: Actor, { second }: OwnerConsent, cardId: number): Promise<void> {
    return this.approvals.record(tx, actor, second, {
      documentKind: 'card',
      documentId: cardId,
    });
  }
}
