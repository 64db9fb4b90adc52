import {
  CardError,
  type CardRecord,
  CardsService,
  isVirtualCode,
  typedCardNo,
} from '#membership/cards';
import { type Actor, Db, DomainError, foldPhone, maskPhone } from '#kernel';
import {
  type MemberCandidate,
  type MemberQuestion,
  photoAddress,
  questionOf,
} from '#membership/members';
import { Injectable } from '@nestjs/common';
import { LookupThrottle } from './lookup.throttle.js';
import { mayBeGuess } from './lookup-throttle.rules.js';
import {
  type Asker,
  type Finding,
  type FoundMember,
  MemberFinder,
} from './member-finder.repository.js';
import type { LookupView } from './lookup.dto.js';
import { PhoneSearchRecords } from './phone-search.records.js';

/** Digits of the longest phone number there is, with the signs before it. */
const LONGEST_PHONE = 15;
/** Names and four digits open nobody: nothing is counted against who asks. */
const NOBODY: Asker = { staffId: null, tillId: null };
/** A code of an earlier minute, or one that was read before. */
const SPENT_CODES = [CardError.codeExpired().code, CardError.codeUsed().code];

/** Finds who stands at the counter. */
@Injectable()
export class MemberLookupService {
  constructor(
    private readonly db: Db,
    private readonly finder: MemberFinder,
    private readonly throttle: LookupThrottle,
    private readonly cards: CardsService,
    private readonly records: PhoneSearchRecords,
  ) {}

  /**
   * A full card number or phone opens its member at once, a card that is lost or closed with its status; the last four
   * digits, names, pinyin and initials give candidates. The code of a virtual card is as good as its card, once.
   * Errors: member.too_many_lookups, card.code_used, card.code_expired.
   */
  async lookup(actor: Actor, typed: string): Promise<LookupView> {
    const found = await this.find(actor, typed);
    if (found.by === 'phone') await this.records.record(actor, foldPhone(typed), 'lookup');
    return found;
  }

  private async find(actor: Actor, typed: string): Promise<LookupView> {
    if (!isVirtualCode(typed)) return this.byKey(actor, typed);
    const card = await this.cardOfCode(actor, typed);
    return card ? this.byKey(actor, card.cardNo) : NONE;
  }

  /** A code that opens nobody is a guess as a number is: one of no card, and one of a minute that is over or was read. */
  private async cardOfCode(actor: Actor, code: string): Promise<CardRecord | undefined> {
    await this.throttle.assertMayAsk(actor);
    try {
      const card = await this.cards.byVirtualCode(this.db, code);
      if (!card) await this.throttle.countMiss(actor, code);
      return card;
    } catch (error) {
      if (error instanceof DomainError && SPENT_CODES.includes(error.code)) {
        await this.throttle.countMiss(actor, code);
      }
      throw error;
    }
  }

  private async byKey(actor: Actor, typed: string): Promise<LookupView> {
    const question = questionOf(typed);
    if (question.by === 'nothing') return NONE;
    const number = question.by === 'number' ? question.number : typedCardNo(typed);
    const guess = mayBeGuess(number);
    const asker = guess ? { staffId: actor.staffId, tillId: actor.till?.tillId ?? null } : NOBODY;
    const { misses, people } = await this.ask(question, number, asker);
    await this.throttle.assertAllowed(misses);
    const [first] = people;
    if (!first) {
      if (guess) await this.throttle.countMiss(actor, number);
      return NONE;
    }
    return viewOf(question, first, people);
  }

  private async ask(
    question: Exclude<MemberQuestion, { by: 'nothing' }>,
    number: string,
    asker: Asker,
  ): Promise<Finding> {
    if (question.by === 'number') {
      const phone = number.length > LONGEST_PHONE ? null : question.phone;
      return this.finder.byNumber(this.db, { cardNo: number, phone }, asker);
    }
    if (question.by === 'last4') {
      return { misses: [], people: await this.finder.byLast4(this.db, question.digits) };
    }
    // An old number with letters opens its card; only where there is none it may be the beginning of a name.
    if (asker.staffId !== null) {
      const found = await this.finder.byNumber(this.db, { cardNo: number, phone: null }, asker);
      if (found.people.length) return found;
      return { ...found, people: await this.named(question, null) };
    }
    const cardNo = /^[0-9A-Z]{4,32}$/.test(number) ? number : null;
    return { misses: [], people: await this.named(question, cardNo) };
  }

  /** A name, alone or with the last four of a phone; some people have four digits in their name. */
  private async named(question: NameQuestion, cardNo: string | null): Promise<FoundMember[]> {
    if (question.by === 'name') return this.finder.byName(this.db, { text: question.text, cardNo });
    const found = await this.finder.byNameAndLast4(this.db, question);
    return found.length ? found : this.finder.byName(this.db, { text: question.whole, cardNo });
  }
}

type NameQuestion = Extract<MemberQuestion, { by: 'name' | 'name_and_last4' }>;

const NONE: LookupView = { match: 'none', members: [] };

function viewOf(
  question: MemberQuestion,
  first: FoundMember,
  people: readonly FoundMember[],
): LookupView {
  const members = people.map(candidateOf);
  // Old cards may have four digits, and so have the ends of phones: then it is for the cashier to choose.
  if (first.cardNo !== null && question.by !== 'last4') {
    const card = { cardNo: first.cardNo, status: first.cardStatus ?? '' };
    return { match: 'exact', by: 'card', card, members: members.slice(0, 1) };
  }
  if (question.by === 'number') return { match: 'exact', by: 'phone', members };
  return { match: 'candidates', members };
}

function candidateOf(found: FoundMember): MemberCandidate {
  const { id, name, nickname, phone, levelName, payRateBps, homeStoreName, lastVisitOn } = found;
  return {
    id,
    name,
    nickname,
    phoneMasked: maskPhone(phone),
    levelName,
    payRateBps,
    homeStoreName,
    lastVisitOn,
    photo: photoAddress(id, found.photoTag),
  };
}
