import { CardsRepository } from '#cards';
import { type Actor, Db, maskPhone, type Sql } from '#kernel';
import {
  type ConsentChannel,
  type MemberRecord,
  MemberRecordRepository,
  mergedConsents,
  MembersService,
  photoAddress,
  CONSENT_CHANNELS,
  consentUnasked,
} from '#members';
import { type WalletView, WalletsService } from '#wallets';
import { Injectable } from '@nestjs/common';
import type { MergePreview, MergeResultView, MergeSideView, MergeValueView } from './merge.dto.js';
import { MergeConsents } from './merge-consents.service.js';
import { MergeError } from './merge.errors.js';
import { MergeRepository } from './merge.repository.js';
import { mergedRecord, mergedStand, needsConsent, type RecordWorth } from './merge.rules.js';

interface Side {
  member: MemberRecord;
  wallet: WalletView;
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
    private readonly wallets: WalletsService,
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
      const worths = { survivor: worthOf(survivor.wallet), merged: worthOf(merged.wallet) };
      return {
        survivor: survivor.view,
        merged: merged.view,
        result: { ...result, needsConsent: needsConsent(worths, limitCents) },
      };
    });
  }

  private async side(sql: Sql, actor: Actor, id: number): Promise<Side> {
    const member = await this.members.get(sql, id);
    const { walletId, homeStoreTimezone: timezone, homeStoreCutoverHour: cutoverHour } = member;
    const today = this.wallets.today(actor, { timezone, cutoverHour });
    const wallet = await this.wallets.view(sql, { walletId, memberId: id }, today);
    const answers = await this.records.answers(sql, id);
    const { name, nickname, levelName, homeStoreName, joinedOn, registered, hasPin } = member;
    const cards = await this.cards.ofMember(sql, id, today);
    const view = {
      ...{ id, name, nickname, levelName, homeStoreName, joinedOn, registered, hasPin },
      phoneMasked: maskPhone(member.phone),
      photo: photoAddress(id, member.photoTag),
      value: valueOf(wallet),
      cards: cards.map(({ cardNo, status }) => ({ cardNo, status })),
      tags: await this.records.tagsOf(sql, id),
      consents: allowed(answers),
      contacts: (await this.repository.contactCount(sql, id)).count,
    };
    return { member, wallet, answers, view };
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
      value: mergedValue(survivor.wallet, merged.wallet),
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

const worthOf = (wallet: WalletView): RecordWorth => ({
  principalCents: wallet.principalCents,
  bonusCents: wallet.bonusCents + wallet.heldBonusCents,
  points: wallet.points + wallet.pointsHeld,
});

function valueOf(wallet: WalletView): MergeValueView {
  const { principalCents, bonusCents, heldBonusCents, points, pointsDebt } = wallet;
  const debtCents = wallet.principalDebtCents + wallet.bonusDebtCents;
  return { principalCents, bonusCents, heldBonusCents, points, debtCents, pointsDebt };
}

function mergedValue(ours: WalletView, theirs: WalletView): MergeValueView {
  const stand = (wallet: WalletView) => ({
    principal: { balance: wallet.principalCents, held: 0, debt: wallet.principalDebtCents },
    bonus: {
      balance: wallet.bonusCents,
      held: wallet.heldBonusCents,
      debt: wallet.bonusDebtCents,
    },
    points: { balance: wallet.points, held: wallet.pointsHeld, debt: wallet.pointsDebt },
  });
  const [a, b] = [stand(ours), stand(theirs)];
  const principal = mergedStand(a.principal, b.principal);
  const bonus = mergedStand(a.bonus, b.bonus);
  const points = mergedStand(a.points, b.points);
  return {
    principalCents: principal.balance,
    bonusCents: bonus.balance,
    heldBonusCents: bonus.held,
    points: points.balance,
    debtCents: principal.debt + bonus.debt,
    pointsDebt: points.debt,
  };
}
