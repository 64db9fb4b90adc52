import { Approvals } from '#chain/approvals';
import { type Actor, Audit, type CommandOutcome, Commands, Db, Outbox, type Tx } from '#kernel';
import { MemberError, proofAsked, proofFacts, ProofsService } from '#membership/members';
import { Injectable } from '@nestjs/common';
import { assertAct } from './card-acts.js';
import { typedCardNo } from './card-number.rules.js';
import { CardError } from './card.errors.js';
import { CardPermission } from './card.permissions.js';
import type { CardAct } from './card.rules.js';
import { type CardRecord, CardsRepository } from './cards.repository.js';
import type { FamilyCardStateView, OwnerConsentInput, UnbindInput } from './family-card.dto.js';
import { type CardPayer, FamilyCardsRepository } from './family-cards.repository.js';
import { tellOwner } from './family-notices.js';
import { type FamilyParties, type OwnerConsent, OwnerConsents } from './owner-consents.service.js';

type FamilyCard = CardRecord & { memberId: number; walletId: number };

/** 副卡: a card of one member on the wallet of another. Only the owner binds, limits and unbinds it; reported lost it stops for anybody. */
@Injectable()
export class FamilyCards {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly consents: OwnerConsents,
    private readonly proofs: ProofsService,
    private readonly approvals: Approvals,
    private readonly cards: CardsRepository,
    private readonly repository: FamilyCardsRepository,
  ) {}

  /** A card was handed out on the wallet of who agreed: the end of that act. Errors: approval.not_approved. */
  async bound(tx: Tx, actor: Actor, cardId: number, consent: OwnerConsent): Promise<void> {
    const { ownerId, holderId, identity, dayLimitCents } = consent;
    await this.repository.setLimit(tx, cardId, dayLimitCents);
    await this.consents.record(tx, actor, consent, cardId);
    await this.audit.record(tx, actor, {
      action: 'card.bind',
      subjectKind: 'card',
      subjectId: cardId,
      after: { ownerId, memberId: holderId, dayLimitCents, ...proofFacts(identity) },
    });
    await tellOwner(this.outbox, tx, actor, { cardId, ownerId, event: 'bound' });
  }

  /**
   * The owner sets another limit. Errors: card.not_found, card.not_family, card.not_active, card.owner_proof_required,
   * and those of OwnerConsents.ask.
   */
  async setLimit(
    actor: Actor,
    cardNo: string,
    input: OwnerConsentInput,
    key: string,
  ): Promise<CommandOutcome<FamilyCardStateView>> {
    const number = typedCardNo(cardNo);
    const consent = await this.consents.ask(actor, await this.parties(number, key), input, key);
    const { dayLimitCents, ownerId, identity } = consent;
    const request = { cardNo: number, dayLimitCents };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.set_limit', actor, request }, async () => {
        const { card, payer } = await this.lock(tx, number, 'setLimit');
        // Whoever agreed is who pays now.
        if (payer.id !== ownerId) throw CardError.ownerProofRequired();
        await this.consents.confirm(tx, { ...consent, holderId: card.memberId });
        await this.repository.setLimit(tx, card.id, dayLimitCents);
        await this.consents.record(tx, actor, consent, card.id);
        await this.audit.record(tx, actor, {
          action: 'card.set_limit',
          subjectKind: 'card',
          subjectId: card.id,
          before: { dayLimitCents: card.dayLimitCents },
          after: { dayLimitCents, ...proofFacts(identity) },
        });
        await tellOwner(this.outbox, tx, actor, { cardId: card.id, ownerId, event: 'limit' });
        return { cardNo: number, family: true, dayLimitCents };
      }),
    );
  }

  /**
   * Ends a card's way to somebody else's wallet; it spends its holder's own from now on. Errors: card.not_found,
   * card.not_family, card.not_active, and those of ProofsService.agree (the owner's).
   */
  async unbind(
    actor: Actor,
    cardNo: string,
    { reason, identity, approval }: UnbindInput,
    key: string,
  ): Promise<CommandOutcome<FamilyCardStateView>> {
    const number = typedCardNo(cardNo);
    const { ownerId } = await this.parties(number, key);
    const act = { kind: CardPermission.reportLost, memberId: ownerId, facts: { cardNo: number } };
    const agreed = identity
      ? await this.proofs.agree(actor, act, identity, approval, { key })
      : null;
    const asked = agreed ? { identity: proofAsked(agreed.proven) } : {};
    const request = { cardNo: number, reason, ...asked };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.unbind', actor, request }, async () => {
        const { card, payer } = await this.lock(tx, number, 'unbind');
        if (agreed?.proven.memberId !== payer.id) throw MemberError.identityMissing();
        await this.repository.unbind(tx, card.id);
        await this.audit.record(tx, actor, {
          action: 'card.unbind',
          subjectKind: 'card',
          subjectId: card.id,
          before: { ownerId: payer.id, dayLimitCents: card.dayLimitCents },
          after: { memberId: card.memberId, ...proofFacts(agreed.proven) },
          reason: reason ?? undefined,
        });
        const done = { documentKind: 'card', documentId: card.id };
        await this.approvals.record(tx, actor, agreed.second, done);
        const told = { cardId: card.id, ownerId: payer.id, event: 'unbound' as const };
        await tellOwner(this.outbox, tx, actor, told);
        return { cardNo: number, family: false, dayLimitCents: null };
      }),
    );
  }

  /** Who pays with a family card and who holds it. An act that ended the binding is answered again afterwards. */
  private async parties(cardNo: string, key: string): Promise<FamilyParties> {
    const card = await this.cards.find(this.db, cardNo);
    if (!card || card.memberId === null) throw CardError.notFound();
    const payer = await this.repository.payer(this.db, card.id);
    const isAnswered = () => this.db.write((tx) => this.commands.isAnswered(tx, key));
    if (payer.id === card.memberId && !(await isAnswered())) throw CardError.notFamily();
    return { ownerId: payer.id, holderId: card.memberId };
  }

  private async lock(tx: Tx, cardNo: string, act: CardAct) {
    const card = await this.cards.lock(tx, cardNo);
    if (card) assertAct(card.status, act);
    return this.withPayer(tx, card);
  }

  private async withPayer(
    sql: Db | Tx,
    card: CardRecord | undefined,
  ): Promise<{ card: FamilyCard; payer: CardPayer }> {
    if (!card || card.memberId === null || card.walletId === null) throw CardError.notFound();
    const payer = await this.repository.payer(sql, card.id);
    if (payer.id === card.memberId) throw CardError.notFamily();
    return { card: { ...card, memberId: card.memberId, walletId: card.walletId }, payer };
  }
}
