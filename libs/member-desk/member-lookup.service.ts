import { CARD_NO_LENGTH, type CardRecord, CardsRepository, typedCardNo } from '#cards';
import { type Actor, Db, maskPhone } from '#kernel';
import { type MemberCandidate, MembersRepository, type MemberSummary, questionOf } from '#members';
import { Injectable } from '@nestjs/common';
import { LookupThrottle } from './lookup.throttle.js';
import type { LookupView } from './member-desk.dto.js';

const CANDIDATES = 20;

/** Finds who stands at the counter. */
@Injectable()
export class MemberLookupService {
  constructor(
    private readonly db: Db,
    private readonly members: MembersRepository,
    private readonly cards: CardsRepository,
    private readonly throttle: LookupThrottle,
  ) {}

  /**
   * A full card number or phone opens its member at once, a card that is lost or closed with its status; the last four
   * digits, names, pinyin and initials give candidates. Errors: member.too_many_lookups.
   */
  async lookup(actor: Actor, typed: string): Promise<LookupView> {
    this.throttle.assertAllowed(actor.sessionId);
    const found = await this.find(typed);
    if (found.match === 'none' && isWorthGuessing(typed)) this.throttle.countMiss(actor.sessionId);
    return found;
  }

  private async find(typed: string): Promise<LookupView> {
    const question = questionOf(typed);
    if (question.by === 'nothing') return { match: 'none', members: [] };
    const card = await this.cardOf(typed);
    const holders = card?.memberId ? await this.members.summaries(this.db, [card.memberId]) : [];
    // Old cards may have four digits, and so have the ends of phones: then it is for the cashier to choose.
    if (card && holders.length && question.by !== 'last4') {
      return {
        match: 'exact',
        by: 'card',
        card: { cardNo: card.cardNo, status: card.status },
        members: holders.map(candidate),
      };
    }
    if (question.by === 'number') {
      const member = await this.members.summaryByPhone(this.db, question.phone);
      if (!member) return { match: 'none', members: [] };
      return { match: 'exact', by: 'phone', members: [candidate(member)] };
    }
    const others = await this.members.search(this.db, question, CANDIDATES);
    const isHolder = (member: MemberSummary) => holders.some((holder) => holder.id === member.id);
    const members = [...holders, ...others.filter((member) => !isHolder(member))].map(candidate);
    return { match: members.length ? 'candidates' : 'none', members };
  }

  private cardOf(typed: string): Promise<CardRecord | undefined> {
    const cardNo = typedCardNo(typed);
    const isCard = /^[0-9A-Z]{4,32}$/.test(cardNo);
    return isCard ? this.cards.find(this.db, cardNo) : Promise.resolve(undefined);
  }
}

// Barcodes of goods come through the same box and are no guesses: only whole phones and whole card numbers are.
function isWorthGuessing(typed: string): boolean {
  const question = questionOf(typed);
  if (question.by !== 'number') return false;
  return question.number.length === CARD_NO_LENGTH || /^1\d{10}$/.test(question.phone);
}

function candidate(member: MemberSummary): MemberCandidate {
  const { id, name, nickname, phone, levelName, payRateBps, homeStoreName } = member;
  return {
    id,
    name,
    nickname,
    phoneMasked: maskPhone(phone),
    levelName,
    payRateBps,
    homeStoreName,
    photo: null,
  };
}
