import type { JudgedAct } from '#chain/approvals';
import { type Actor, Db, type Sql, type Tx } from '#kernel';
import {
  asksPin,
  type IdentityProofInput,
  type JudgedPin,
  MemberError,
  PinsService,
  proofFacts,
  type ProvenIdentity,
  ProofsService,
} from '#membership/members';
import { Settings } from '#chain/settings';
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
  amountCents: number;
  /** The PIN was set today: another person agrees, whatever the amount. */
  isFresh: boolean;
  terms: PayoutPinTerms;
}

export interface ProofGiven {
  pin?: string | undefined;
  identity?: IdentityProofInput | null | undefined;
}

/** The owner of a wallet agrees to money out of it: by PIN; who has none by a document that was seen, and a second person. A PIN set today needs the second person too. */
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

  /** For a preview: nothing is locked. */
  withoutPinToday(sql: Sql, owner: WalletOwner, businessDate: string): Promise<number> {
    return this.pins.withoutPin(sql, owner.memberId, businessDate);
  }

  /** Errors: member.identity_missing, member.wrong_document, and those of PinsService.assertPin. */
  async ask(
    actor: Actor,
    { businessDate }: PayoutMoment,
    memberId: number,
    amountCents: number,
    { pin, identity }: ProofGiven,
    key: string,
  ): Promise<PayoutProof> {
    const terms = await this.terms();
    const withoutPinCents = await this.pins.withoutPin(this.db, memberId, businessDate);
    const needed = isProofNeeded(amountCents, terms, withoutPinCents);
    const none = { judged: null, proven: null, isFresh: false };
    const asked = { needed, amountCents, terms };
    const owner = needed ? await this.repository.owner(this.db, memberId) : undefined;
    if (!owner) return { ...asked, ...none };
    if (owner.hasPin) {
      const judged = pin ? await this.pins.assertPin(actor, memberId, pin, { key }) : null;
      return { ...asked, judged, proven: null, isFresh: judged?.isFresh ?? false };
    }
    const seen = { ...identity, by: 'document' as const };
    const proven = await this.proofs.prove(actor, memberId, seen, { key });
    return { ...asked, ...none, proven };
  }

  /**
   * Inside the transaction: what was judged is the owner's as it is now. Errors: member.pin_required,
   * member.identity_missing.
   */
  async confirm(
    tx: Tx,
    owner: WalletOwner,
    { needed, judged, proven, isFresh }: PayoutProof,
    second: JudgedAct | null,
  ): Promise<void> {
    if (!needed) return;
    if (isFresh && !second?.approval) throw MemberError.pinRequired();
    if (owner.hasPin) return this.pins.assertJudged(tx, owner.memberId, judged);
    if (!proven || !second?.approval) throw MemberError.identityMissing();
  }

  /**
   * Behind the locks of the wallet's accounts: how much of it counts towards the day that asks for a PIN, as in a sale: all
   * that no PIN was shown for. Errors: member.pin_required and member.identity_missing where the day has come to the amount
   * meanwhile.
   */
  async withoutPin(
    tx: Tx,
    owner: WalletOwner,
    businessDate: string,
    { needed, amountCents, terms: { limitCents } }: PayoutProof,
  ): Promise<number> {
    if (needed) return 0;
    const withoutPinCents = await this.pins.withoutPin(tx, owner.memberId, businessDate);
    if (!asksPin(amountCents, { limitCents, withoutPinCents })) return amountCents;
    throw owner.hasPin ? MemberError.pinRequired() : MemberError.identityMissing();
  }
}

/** What an approval says of it: a document, or a PIN of today, is enough only where another person agrees. */
export const proofInApproval = (proof: PayoutProof | null) => ({
  needed: Boolean(proof?.proven) || Boolean(proof?.isFresh),
  facts: { document: proof?.proven?.document ?? null, freshPin: proof?.isFresh || null },
});

/** What the audit log says of it. */
export const factsOf = ({ judged, proven }: PayoutProof): object => {
  if (proven) return proofFacts(proven);
  return judged ? { identityBy: 'pin' } : {};
};
