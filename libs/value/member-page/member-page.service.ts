import { CardsRepository, FamilyCardsRepository } from '#membership/cards';
import { type Actor, Db, maskPhone, type Sql } from '#kernel';
import {
  Duplicates,
  isBirthdayOn,
  MemberRecordRepository,
  photoAddress,
  type MemberRecord,
  MembersRepository,
  MembersService,
  PinsService,
} from '#membership/members';
import { WalletsService } from '#value/wallets';
import { Injectable } from '@nestjs/common';
import type { BirthdayView, MemberCardView, MemberDetail } from './member-page.dto.js';

@Injectable()
export class MemberPageService {
  constructor(
    private readonly db: Db,
    private readonly members: MembersService,
    private readonly duplicates: Duplicates,
    private readonly membersRepository: MembersRepository,
    private readonly records: MemberRecordRepository,
    private readonly cards: CardsRepository,
    private readonly family: FamilyCardsRepository,
    private readonly wallets: WalletsService,
    private readonly pins: PinsService,
  ) {}

  /** A member whole; a merged one's id shows whom it is now. Errors: member.not_found, member.erased. */
  show(actor: Actor, asked: number): Promise<MemberDetail> {
    return this.db.read(async (sql) => {
      const member = await this.members.resolve(sql, asked);
      const { id } = member;
      const ids = await this.membersRepository.idsOf(sql, id);
      const { homeStoreTimezone: timezone, homeStoreCutoverHour: cutoverHour, walletId } = member;
      const today = this.wallets.today(actor, { timezone, cutoverHour });
      const birthday = birthdayOf(member);
      return {
        id,
        name: member.name,
        nickname: member.nickname,
        kind: member.kind,
        photo: photoAddress(id, member.photoTag),
        gender: member.gender,
        phoneMasked: maskPhone(member.phone),
        birthday,
        birthdayPreference: member.birthdayPreference,
        birthdayToday:
          birthday !== null && isBirthdayOn(birthday, today, member.birthdayPreference),
        level: {
          id: member.levelId,
          name: member.levelName,
          payRateBps: member.payRateBps,
          pointsPerYuanBps: member.pointsPerYuanBps,
        },
        homeStore: { id: member.homeStoreId, name: member.homeStoreName },
        joinedOn: member.joinedOn,
        note: member.note,
        preferences: member.preferences,
        custom: member.custom,
        tags: await this.records.tagsOf(sql, id),
        referrer: member.referrerId
          ? ((await this.records.referrer(sql, member.referrerId)) ?? null)
          : null,
        referredCount: (await this.records.referredCount(sql, ids)).count,
        consents: await this.records.consents(sql, id),
        registered: member.registered,
        levelPinned: member.levelPinned,
        duplicates: await this.duplicates.of(sql, member),
        mergedIds: ids.slice(1),
        hasPin: member.hasPin,
        staffName: await this.records.staffName(sql, id),
        smsService: member.smsService,
        smsMarketing: member.smsMarketing,
        version: member.version,
        cards: await this.cardsOf(sql, id, today),
        familyCards: await this.family.onWallet(sql, walletId, id, today),
        walletId,
        wallet: await this.wallets.view(sql, { walletId, memberId: id }, today),
        withoutPinTodayCents: await this.pins.withoutPin(sql, id, today),
      };
    });
  }

  /** The member's cards, a family card with the wallet that pays and its owner. */
  private async cardsOf(sql: Sql, memberId: number, today: string): Promise<MemberCardView[]> {
    const cards = await this.cards.ofMember(sql, memberId, today);
    const payers = await this.family.payersOf(sql, memberId, today);
    const owners = [...payers.values()].map(({ id, walletId }) => ({ memberId: id, walletId }));
    const wallets = owners.length ? await this.wallets.views(sql, owners, today) : [];
    return cards.map((card) => {
      const payer = payers.get(card.id);
      const wallet = payer && wallets.find(({ walletId }) => walletId === payer.walletId);
      if (!wallet) return { ...card, payer: null };
      const { id, name, hasPin, dayLimitCents, spentTodayCents, withoutPinTodayCents } = payer;
      const allowed = { dayLimitCents, spentTodayCents, withoutPinTodayCents };
      return { ...card, payer: { memberId: id, name, hasPin, ...allowed, wallet } };
    });
  }
}

function birthdayOf(member: MemberRecord): BirthdayView | null {
  const { birthdayCalendar: calendar, birthYear: year, birthMonth: month, birthDay: day } = member;
  if (!calendar || !month || !day) return null;
  return { calendar, year, month, day, leapMonth: member.birthLeapMonth };
}
