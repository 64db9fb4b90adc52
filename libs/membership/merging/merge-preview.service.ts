import { CardsRepository } from '#membership/cards';
import { type Actor, Clock, Db, maskPhone, type Sql } from '#kernel';
import { Ledger } from '#ledger';
import {
  type ConsentChannel,
  type MemberRecord,
  MemberRecordRepository,
  mergedConsents,
  MembersService,
  photoAddress,
  CONSENT_CHANNELS,
  consentUnasked,
} from '#membership/members';
import { Injectable } from '@nestjs/common';
import type { MergePreview, MergeResultView, MergeSideView, MergeValueView } from './merge.dto.js';
import { MergeConsents } from './merge-consents.service.js';
import { MergeError } from './merge.errors.js';
import { MergeRepository } from './merge.repository.js';
import {
  mergedRecord,
  mergedStand,
  type MemberStand,
  needsConsent,
  worthOf,
} from './merge.rules.js';
import { standOf, todayFor } from './member-stand.js';

interface Side {
  member: MemberRecord;
  stand: MemberStand;
  answers: Map<ConsentChannel, boolean>;
  view: MergeSideView;
}

/** What a merge will do, before it is done. */
@Injectable()
export class MergePreviewService {
  constructor(
    private readonly db: Db,
    private readonly members: MembersService,
    private readonly records: MemberRecordRepository,
    private readonly cards: CardsRepository,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly repository: MergeRepository,
    private readonly consents: MergeConsents,
  ) {}

  /** Errors: merge.same_member, member.not_found, member.merged, member.erased. */
  async preview(actor: Actor, survivorId: number, mergedId: number): Promise<MergePreview> {
    if (survivorId === mergedId) throw MergeError.sameMember();
    const limitCents = await this.consents.limitCents();
    return this.db.read(async (sql) => {
      const survivor = await this.side(sql, actor, survivorId);
      const merged = await this.side(sql, actor, mergedId);
      const result = await this.resultOf(sql, survivor, merged);
      const worths = { survivor: worthOf(survivor.stand), merged: worthOf(merged.stand) };
      return {
        survivor: survivor.view,
        merged: merged.view,
        result: { ...result, needsConsent: needsConsent(worths, limitCents) },
      };
    });
  }

  private async side(sql: Sql, actor: Actor, id: number): Promise<Side> {
    const member = await this.members.get(sql, id);
    const today = todayFor(this.clock, actor, member);
    const stand = await standOf(this.ledger, sql, member, today);
    const answers = await this.records.answers(sql, id);
    const { name, nickname, levelName, homeStoreName, joinedOn, registered, hasPin } = member;
    const cards = await this.cards.ofMember(sql, id, today);
    const view = {
      ...{ id, name, nickname, levelName, homeStoreName, joinedOn, registered, hasPin },
      phoneMasked: maskPhone(member.phone),
      photo: photoAddress(id, member.photoTag),
      value: valueOf(stand),
      cards: cards.map(({ cardNo, status }) => ({ cardNo, status })),
      tags: await this.records.tagsOf(sql, id),
      consents: allowed(answers),
      contacts: (await this.repository.contactCount(sql, id)).count,
    };
    return { member, stand, answers, view };
  }

  private async resultOf(
    sql: Sql,
    survivor: Side,
    merged: Side,
  ): Promise<Omit<MergeResultView, 'needsConsent'>> {
    const ids = { survivor: survivor.member.id, merged: merged.member.id };
    const { record, taken } = mergedRecord(survivor.member, merged.member, ids);
    const ours = await this.repository.levelRank(sql, survivor.member.levelId);
    const theirs = await this.repository.levelRank(sql, merged.member.levelId);
    const risen = theirs.rank > ours.rank && !survivor.member.levelPinned;
    const answers = new Map(survivor.answers);
    for (const { channel, granted } of mergedConsents(survivor.answers, merged.answers)) {
      answers.set(channel, granted);
    }
    const tags = new Map([...merged.view.tags, ...survivor.view.tags].map((tag) => [tag.id, tag]));
    return {
      name: record.name ?? record.nickname,
      phoneMasked: maskPhone(record.phone),
      levelName: (risen ? merged : survivor).member.levelName,
      value: valueOf(mergedStand(survivor.stand, merged.stand)),
      cards: survivor.view.cards.length + merged.view.cards.length,
      tags: [...tags.values()],
      consents: allowed(answers),
      taken,
      takesPhoto: !survivor.view.photo && merged.view.photo !== null,
      takesIdentity: !survivor.member.registered && merged.member.registered,
    };
  }
}

const allowed = (answers: ReadonlyMap<ConsentChannel, boolean>): ConsentChannel[] =>
  CONSENT_CHANNELS.filter((channel) => answers.get(channel) ?? consentUnasked(channel));

const valueOf = ({ principal, bonus, points }: MemberStand): MergeValueView => ({
  principalCents: principal.balance,
  bonusCents: bonus.balance,
  heldBonusCents: bonus.held,
  points: points.balance,
  debtCents: principal.debt + bonus.debt,
  pointsDebt: points.debt,
});
