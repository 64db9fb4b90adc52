import { CardError } from '#membership/cards';
import {
  type Actor,
  type ActorRequest,
  DomainError,
  errorOfDriver,
  FINDS_PEOPLE,
  UNKNOWN_REFERENCE,
} from '#kernel';
import { MemberError } from '#membership/members';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { lastValueFrom, type Observable, from } from 'rxjs';
import {
  type AskedNumber,
  hasAnswer,
  isNamedField,
  namedNumber,
  searchedNumber,
  triedPhone,
} from './asked-number.rules.js';
import { LookupThrottle } from './lookup.throttle.js';
import { mayBeGuess } from './lookup-throttle.rules.js';
import { PhoneSearchRecords } from './phone-search.records.js';

/** Nobody has this card, or nobody this id. */
const NOBODY = [CardError.notFound().code, MemberError.notFound().code];
const PHONE_TAKEN = 'member.phone_taken';
const NOBODY_CHOSEN = MemberError.nobodyChosen().code;

/**
 * Numbers can't be tried anywhere: not in the address of a card, not in what an act names in its body, and not in the
 * search of a list, a file or a check for duplicates, nor by writing them on a record. What finds nobody counts as a lookup that found nobody; a whole
 * phone that finds somebody is recorded. Errors: member.too_many_lookups.
 */
@Injectable()
export class NumberGuessInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly throttle: LookupThrottle,
    private readonly records: PhoneSearchRecords,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const { actor } = request;
    if (!actor) return next.handle();
    const answer = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    if (this.reflector.get<boolean>(FINDS_PEOPLE, context.getHandler())) {
      const asked = searchedNumber(request);
      return asked ? from(this.search(actor, asked, request, answer)) : next.handle();
    }
    const route = request.routeOptions.url ?? '';
    const phone = triedPhone(request, route);
    if (phone !== null) return from(this.writing(actor, phone, request, answer));
    const named = namedNumber(request, route);
    return named === null ? next.handle() : from(this.act(actor, named, request, answer));
  }

  private async search(
    actor: Actor,
    asked: AskedNumber,
    { method, routeOptions }: ActorRequest,
    answer: () => Promise<unknown>,
  ): Promise<unknown> {
    await this.throttle.assertMayAsk(actor);
    const found = await answer().catch(async (error: unknown) => {
      if (codeOf(error) === NOBODY_CHOSEN) await this.throttle.countMiss(actor, asked.number);
      throw error;
    });
    if (!hasAnswer(found)) await this.throttle.countMiss(actor, asked.number);
    else if (asked.phone) {
      const where = `${method} ${routeOptions.url ?? ''}`;
      await this.records.record(actor, asked.phone, where);
    }
    return found;
  }

  /**
   * Every change of a phone is a try. Of registrations only those that fail, for whatever reason: one that is made leaves
   * its record behind.
   */
  private async writing(
    actor: Actor,
    phone: string,
    { method, routeOptions }: ActorRequest,
    answer: () => Promise<unknown>,
  ): Promise<unknown> {
    await this.throttle.assertMayAsk(actor);
    if (method === 'PATCH') await this.throttle.countMiss(actor, phone);
    return answer().catch(async (error: unknown) => {
      if (method !== 'PATCH') await this.throttle.countMiss(actor, phone);
      if (codeOf(error) === PHONE_TAKEN)
        await this.records.record(actor, phone, `${method} ${routeOptions.url ?? ''}`);
      throw error;
    });
  }

  private async act(
    actor: Actor,
    number: string,
    request: ActorRequest,
    answer: () => Promise<unknown>,
  ): Promise<unknown> {
    const inAddress = typeof (request.params as { cardNo?: unknown }).cardNo === 'string';
    // An act is not slowed down by those who never missed: a till looks only after it has been wrong.
    if (inAddress || this.throttle.hasMissed(actor)) await this.throttle.assertMayAsk(actor);
    return answer().catch(async (error: unknown) => {
      if (saysNobody(error) && (number.startsWith('#') || mayBeGuess(number)))
        await this.throttle.countMiss(actor, number);
      throw error;
    });
  }
}

const refusalOf = (error: unknown): DomainError | undefined =>
  error instanceof DomainError ? error : errorOfDriver(error);

const codeOf = (error: unknown): string | undefined => refusalOf(error)?.code;

/** Nobody has what the address or the body names. */
function saysNobody(error: unknown): boolean {
  const refusal = refusalOf(error);
  if (!refusal) return false;
  return (
    NOBODY.includes(refusal.code) ||
    refusal.errors.some(({ field, code }) => code === UNKNOWN_REFERENCE && isNamedField(field))
  );
}
