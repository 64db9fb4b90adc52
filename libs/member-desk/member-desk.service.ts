import { CardsRepository, typedCardNo } from '#cards';
import { type Actor, businessDateOf, Clock, Db, maskPhone, type Page, pageOf } from '#kernel';
import {
  isBirthdayOn,
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

  /** A member whole. Errors: member.not_found. */
  show(actor: Actor, id: number): Promise<MemberDetail> {
    return this.db.read(async (sql) => {
      const member = await this.members.get(sql, id);
      const { homeStoreTimezone: timezone, homeStoreCutoverHour: cutoverHour, walletId } = member;
      const today = this.wallets.today(actor, { timezone, cutoverHour });
      const birthday = birthdayOf(member);
      return {
        id,
        name: member.name,
        nickname: member.nickname,
        gender: member.gender,
        phoneMasked: maskPhone(member.phone),
        birthday,
        birthdayToday: birthday !== null && isBirthdayOn(birthday, today),
        level: {
          id: member.levelId,
          name: member.levelName,
          payRateBps: member.payRateBps,
          pointsPerYuanBps: member.pointsPerYuanBps,
        },
        homeStore: { id: member.homeStoreId, name: member.homeStoreName },
        joinedOn: member.joinedOn,
        note: member.note,
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

  /** Sales, voids and top-ups, the newest first. Errors: member.not_found. */
  activity(id: number, limit = ACTIVITY_SHOWN): Promise<ActivityRow[]> {
    return this.db.read(async (sql) => {
      await this.members.get(sql, id);
      return this.activities.ofMember(sql, id, limit);
    });
  }
}

function birthdayOf(member: MemberRecord): BirthdayView | null {
  const { birthdayCalendar: calendar, birthYear: year, birthMonth: month, birthDay: day } = member;
  if (!calendar || !month || !day) return null;
  return { calendar, year, month, day, leapMonth: member.birthLeapMonth };
}
