import type { JudgedAct } from '#approvals';
import { type Actor, Db, type Tx } from '#kernel';
import {
  type IdentityProofInput,
  isFreshPin,
  type JudgedPin,
  MemberError,
  PinsService,
  proofFacts,
  type ProvenIdentity,
  ProofsService,
} from '#members';
import { Settings } from '#settings';
import { Injectable } from '@nestjs/common';
import type { PayoutMoment } from './payout-desk.js';
import { isProofNeeded, type PayoutPinTerms } from './payout.rules.js';
import { PayoutsRepository, type WalletOwner } from './payouts.repository.js';

/** What the owner of a wallet showed before money leaves it; judged before the transaction of the act. */
export interface PayoutProof {
  needed: boolean;
  judged: JudgedPin | null;
  /** Of an owner without a PIN. */
  proven: ProvenIdentity | null;
  /** The PIN was set today: for more than the amount of a sale another person agrees. */
  isFresh: boolean;
}

export interface ProofGiven {
  pin?: string | undefined;
  identity?: IdentityProofInput | null | undefined;
}

/** The owner of a wallet agrees to money out of it: by PIN; who has none by a document that was seen, and a second person. */
@Injectable()
export class PayoutProofs {
  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly pins: PinsService,
    private readonly proofs: ProofsService,
    private readonly repository: PayoutsRepository,
  ) {}

  async terms(): Promise<PayoutPinTerms> {
    return {
      always: await this.settings.get('wallet.payout_pin'),
      limitCents: await this.settings.get('wallet.pin_limit_cents'),
    };
  }

  /** Errors: member.identity_missing, member.wrong_document, and those of PinsService.assertPin. */
  async ask(
    actor: Actor,
    { till, businessDate }: PayoutMoment,
    memberId: number,
    amountCents: number,
    { pin, identity }: ProofGiven,
    key: string,
  ): Promise<PayoutProof> {
    const terms = await this.terms();
    const needed = isProofNeeded(amountCents, terms);
    const owner = needed ? await this.repository.owner(this.db, memberId) : undefined;
    if (!owner) return { needed, judged: null, proven: null, isFresh: false };
    if (owner.hasPin) {
      const judged = pin ? await this.pins.assertPin(actor, memberId, pin, { key }) : null;
      const isFresh = amountCents > terms.limitCents && isFreshPin(judged, till, businessDate);
      return { needed, judged, proven: null, isFresh };
    }
    const seen = { ...identity, by: 'document' as const };
    const proven = await this.proofs.prove(actor, memberId, seen, { key });
    return { needed, judged: null, proven, isFresh: false };
  }

  /**
   * Inside the transaction: what was judged is the owner's as it is now. Errors: member.pin_required,
   * member.identity_missing.
   */
  async confirm(
    tx: Tx,
    owner: WalletOwner,
    { needed, judged, proven }: PayoutProof,
    second: JudgedAct | null,
  ): Promise<void> {
    if (!needed) return;
    if (owner.hasPin) return this.pins.assertJudged(tx, owner.memberId, judged);
    if (!proven || !second?.approval) throw MemberError.identityMissing();
  }
}

/** What an approval says of it: a document, or for much a PIN of today, is enough only where another person agrees. */
export const proofInApproval = (proof: PayoutProof | null) => ({
  needed: Boolean(proof?.proven) || Boolean(proof?.isFresh),
  facts: { document: proof?.proven?.document ?? null, freshPin: proof?.isFresh || null },
});

/** What the audit log says of it. */
export const factsOf = ({ judged, proven }: PayoutProof): object => {
  if (proven) return proofFacts(proven);
  return judged ? { identityBy: 'pin' } : {};
};
