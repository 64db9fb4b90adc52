import { Approvals } from '#chain/approvals';
import {
  type Actor,
  assertCan,
  Audit,
  businessDateOf,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  Outbox,
  type Sql,
  tillOf,
  type Tx,
} from '#kernel';
import {
  type AgreedProof,
  MemberError,
  MembersService,
  proofAsked,
  proofFacts,
  ProofsService,
} from '#membership/members';
import { Settings } from '#chain/settings';
import { CASH } from '#chain/tenders';
import { Injectable } from '@nestjs/common';
import { assertAct } from './card-acts.js';
import { CardCharges } from './card-charges.service.js';
import { CardIssues } from './card-issues.service.js';
import type {
  ReplaceCardInput,
  ReplacedCardView,
  ReportLostInput,
  UnfreezeInput,
} from './card-loss.dto.js';
import { typedCardNo } from './card-number.rules.js';
import type { CardStatusView } from './card.dto.js';
import { CardError } from './card.errors.js';
import { CardPermission } from './card.permissions.js';
import { type CardAct, CARD_ACTS, type CardStatus } from './card.rules.js';
import { type CardRecord, CardsRepository } from './cards.repository.js';
import { FamilyCardsRepository } from './family-cards.repository.js';
import { tellOwner } from './family-notices.js';
import type { FamilyEvent } from './payer.rules.js';

/** A card that is lost: frozen, found again, or replaced. The wallet stays as it is. */
@Injectable()
export class CardLosses {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly settings: Settings,
    private readonly members: MembersService,
    private readonly proofs: ProofsService,
    private readonly approvals: Approvals,
    private readonly issues: CardIssues,
    private readonly charges: CardCharges,
    private readonly repository: CardsRepository,
    private readonly family: FamilyCardsRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Freezes this card in all stores at once, not the member's other cards. Errors: card.not_found, card.not_active. */
  async reportLost(
    actor: Actor,
    cardNo: string,
    input: ReportLostInput,
    key: string,
  ): Promise<CommandOutcome<CardStatusView>> {
    const number = typedCardNo(cardNo);
    const request = { cardNo: number, ...input };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.report_lost', actor, request }, async () => {
        const card = await this.lock(tx, number, 'reportLost');
        return this.move(tx, actor, card, 'reportLost', { reason: input.reason });
      }),
    );
  }

  /**
   * The card was found: it works again in all stores. Errors: card.not_found, card.not_lost, member.identity_missing,
   * member.wrong_document, member.wrong_pin, member.pin_locked, member.too_many_wrong_pins, member.pin_not_set, and those
   * of Approvals.assert.
   */
  async unfreeze(
    actor: Actor,
    cardNo: string,
    { identity, reason, approval }: UnfreezeInput,
    key: string,
  ): Promise<CommandOutcome<CardStatusView>> {
    const number = typedCardNo(cardNo);
    const known = await this.repository.find(this.db, number);
    if (!known?.memberId) throw CardError.notFound();
    const proverId = await this.proverOf(this.db, known);
    const act = { kind: CardPermission.unfreeze, memberId: proverId, facts: { cardNo: number } };
    const agreed = await this.proofs.agree(actor, act, identity, approval, { key });
    const request = { cardNo: number, reason, identity: proofAsked(agreed.proven) };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.unfreeze', actor, request }, async () => {
        const card = await this.lock(tx, number, 'unfreeze');
        if ((await this.proverOf(tx, card)) !== proverId) throw MemberError.identityMissing();
        return this.move(tx, actor, card, 'unfreeze', { reason, agreed });
      }),
    );
  }

  /**
   * A new card on the same wallet; the old number is dead and leads to the new one, and its deposit goes along.
   * Errors: session.no_till, card.not_found, card.not_active, member.identity_missing, member.wrong_document,
   * member.wrong_pin, member.pin_locked, member.too_many_wrong_pins, member.pin_not_set, and those of the new number: see CardIssues.issue.
   */
  async replace(
    actor: Actor,
    cardNo: string,
    input: ReplaceCardInput,
    key: string,
  ): Promise<CommandOutcome<ReplacedCardView>> {
    const till = tillOf(actor);
    const number = typedCardNo(cardNo);
    const { approval, identity, ...asked } = input;
    const { tender = CASH, reference = null, reason } = input;
    const usualFeeCents = await this.settings.get('card.replace_fee_cents');
    const feeCents = input.feeCents ?? usualFeeCents;
    if (feeCents < usualFeeCents) assertCan(actor, CardPermission.waive);
    const known = await this.repository.find(this.db, number);
    if (!known?.memberId) throw CardError.notFound();
    const proverId = await this.proverOf(this.db, known);
    const act = { kind: CardPermission.replace, memberId: proverId, facts: { cardNo: number } };
    const agreed = identity
      ? await this.proofs.agree(actor, act, identity, approval, { key })
      : null;
    const newNo = input.cardNo ? typedCardNo(input.cardNo) : null;
    const shown = agreed && proofAsked(agreed.proven);
    const request = { ...asked, cardNo: number, newNo, identity: shown };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'card.replace', actor, request }, async () => {
        const card = await this.lock(tx, number, 'replace');
        if (!agreed || (await this.proverOf(tx, card)) !== proverId)
          throw MemberError.identityMissing();
        const { memberId, walletId, depositCents, depositStoreId, expiresOn, dayLimitCents } = card;
        const { homeStoreId } = await this.members.get(tx, memberId);
        const issued = await this.issues.hand(tx, till, newNo, {
          memberId,
          walletId,
          storeId: till.storeId,
          depositCents,
          depositStoreId,
          feeCents,
          expiresOn,
          issuedOn: businessDateOf(this.clock.now(), till),
          issuedBy: actor.staffId,
          replacesCardId: card.id,
          dayLimitCents,
        });
        await this.move(tx, actor, card, 'replace', {
          reason,
          agreed,
          facts: { newCardNo: issued.cardNo, feeCents },
        });
        const charged = await this.charges.take(tx, actor, till, {
          kind: 'replacement',
          ...issued,
          memberId,
          homeStoreId,
          depositCents: 0,
          feeCents,
          tender,
          reference,
          tenderField: 'tender',
        });
        return { ...issued, ...charged, replacedCardNo: card.cardNo };
      }),
    );
  }

  /**
   * Whose proof an act on a card asks for: its member's; of a family card that is reported lost the one of the wallet's
   * owner, who may have stopped it.
   */
  private async proverOf(sql: Sql, { id, memberId, status }: CardRecord): Promise<number> {
    if (memberId === null) throw CardError.notFound();
    return status === 'lost' ? (await this.family.payer(sql, id)).id : memberId;
  }

  private async lock(tx: Tx, cardNo: string, act: CardAct) {
    const card = await this.repository.lock(tx, cardNo);
    if (!card || card.memberId === null || card.walletId === null) throw CardError.notFound();
    assertAct(card.status, act);
    return { ...card, memberId: card.memberId, walletId: card.walletId };
  }

  private async move(
    tx: Tx,
    actor: Actor,
    card: CardRecord,
    act: 'reportLost' | 'unfreeze' | 'replace',
    recorded: { reason?: string | null; agreed?: AgreedProof; facts?: object },
  ): Promise<CardStatusView> {
    const status: CardStatus = CARD_ACTS[act].to;
    await this.repository.setStatus(tx, card.id, status);
    const { reason, agreed, facts } = recorded;
    await this.audit.record(tx, actor, {
      action: ACTIONS[act],
      subjectKind: 'card',
      subjectId: card.id,
      before: { status: card.status },
      after: { status, ...facts, ...(agreed && proofFacts(agreed.proven)) },
      reason: reason ?? undefined,
    });
    if (agreed) {
      const done = { documentKind: 'card', documentId: card.id };
      await this.approvals.record(tx, actor, agreed.second, done);
    }
    const owner = await this.family.payer(tx, card.id);
    if (owner.id !== card.memberId) {
      const told = { cardId: card.id, ownerId: owner.id, event: FAMILY_EVENT[act] };
      await tellOwner(this.outbox, tx, actor, told);
    }
    const topic = TOPICS[act];
    // The member is told: at the store where it happened.
    if (topic)
      await this.outbox.add(tx, {
        topic,
        payload: { cardId: card.id, storeId: actor.till?.storeId ?? actor.homeStoreId },
      });
    return { cardNo: card.cardNo, status };
  }
}

const TOPICS = { reportLost: 'card.lost', unfreeze: null, replace: 'card.replaced' } as const;

const FAMILY_EVENT = {
  reportLost: 'lost',
  unfreeze: 'unfrozen',
  replace: 'replaced',
} as const satisfies Record<string, FamilyEvent>;

const ACTIONS = {
  reportLost: 'card.report_lost',
  unfreeze: 'card.unfreeze',
  replace: 'card.replace',
} as const;
