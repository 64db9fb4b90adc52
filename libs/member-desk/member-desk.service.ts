import { CardsRepository, typedCardNo } from '#cards';
import { type Actor, businessDateOf, Clock, Db, maskPhone, type Page, pageOf } from '#kernel';
import {
  isBirthdayOn,
  MemberRecordRepository,
  photoAddress,
  type MemberListQuery,
  type MemberRecord,
  type MemberRow,
  MembersRepository,
  MembersService,
  questionOf,
} from '#members';
import { WalletsService } from '#wallets';
import { Injectable } from '@nestjs/common';
import { ActivityRepository } from './activity.repository.js';
import type { ActivityRow, BirthdayView, MemberDetail } from './member-desk.dto.js';

const ACTIVITY_SHOWN = 50;
/** The chain's clock where nobody sits at a till: a list spans many stores. */
const CHAIN_CLOCK = { timezone: 'Asia/Shanghai', cutoverHour: 0 };

@Injectable()
export class MemberDeskService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly members: MembersService,
    private readonly membersRepository: MembersRepository,
    private readonly records: MemberRecordRepository,
    private readonly cards: CardsRepository,
    private readonly wallets: WalletsService,
    private readonly activities: ActivityRepository,
  ) {}

  /** The members of the chain, the newest first; found by everything a lookup finds them by. */
  async page(actor: Actor, query: MemberListQuery): Promise<Page<MemberRow>> {
    const { page, pageSize, limit, offset } = pageOf(query);
    const businessDate = businessDateOf(this.clock.now(), actor.till ?? CHAIN_CLOCK);
    const question = questionOf(query.q ?? '');
    if (query.q && question.by === 'nothing') return { rows: [], total: 0, page, pageSize };
    return this.db.read(async (sql) => {
      const card = query.q ? await this.cards.find(sql, typedCardNo(query.q)) : undefined;
      const found = await this.membersRepository.page(sql, {
        question,
        cardMemberId: card?.memberId ?? null,
        levelId: query.levelId,
        homeStoreId: query.homeStoreId,
        limit,
        offset,
      });
      const owners = found.rows.map(({ id, walletId }) => ({ memberId: id, walletId }));
      const cardCounts = await this.cards.countsOf(
        sql,
        found.rows.map(({ id }) => id),
      );
      const views = await this.wallets.views(sql, owners, businessDate);
      const walletOf = new Map(views.map((view) => [view.walletId, view]));
      const rows = found.rows.map(({ phone, payRateBps: _, walletId, ...row }): MemberRow => ({
        ...row,
        phoneMasked: maskPhone(phone),
        cardCount: cardCounts.get(row.id) ?? 0,
        principalCents: walletOf.get(walletId)?.principalCents ?? 0,
        bonusCents: walletOf.get(walletId)?.bonusCents ?? 0,
        points: walletOf.get(walletId)?.points ?? 0,
      }));
      return { rows, total: found.total, page, pageSize };
    });
  }

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
        duplicates: await this.members.duplicatesOf(sql, member),
        mergedIds: ids.slice(1),
        hasPin: member.hasPin,
        smsService: member.smsService,
        smsMarketing: member.smsMarketing,
        version: member.version,
        cards: await this.cards.ofMember(sql, id, today),
        walletId,
        wallet: await this.wallets.view(sql, { walletId, memberId: id }, today),
      };
    });
  }

  /** Documents of a member and of those merged into it, the newest first. Errors: member.not_found. */
  activity(id: number, limit = ACTIVITY_SHOWN): Promise<ActivityRow[]> {
    return this.db.read(async (sql) => {
      const member = await this.members.resolve(sql, id);
      const rows: ActivityRow[] = [];
      for (const each of await this.membersRepository.idsOf(sql, member.id)) {
        rows.push(...(await this.activities.ofMember(sql, each, limit)));
      }
      return rows.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit);
    });
  }
}

function birthdayOf(member: MemberRecord): BirthdayView | null {
  const { birthdayCalendar: calendar, birthYear: year, birthMonth: month, birthDay: day } = member;
  if (!calendar || !month || !day) return null;
  return { calendar, year, month, day, leapMonth: member.birthLeapMonth };
}
