import { CardError } from '#cards';
import { type Actor, type ActorRequest, DomainError, FINDS_PEOPLE } from '#kernel';
import { MemberError } from '#members';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { lastValueFrom, type Observable, from } from 'rxjs';
import { type AskedNumber, hasAnswer, namedNumber, searchedNumber } from './asked-number.rules.js';
import { LookupThrottle } from './lookup.throttle.js';
import { mayBeGuess } from './lookup-throttle.rules.js';
import { PhoneSearchRecords } from './phone-search.records.js';

/** Nobody has this card, or nobody this id. */
const NOBODY = [CardError.notFound().code, MemberError.notFound().code];
const NOBODY_CHOSEN = MemberError.nobodyChosen().code;

/**
 * Numbers can't be tried anywhere: not in the address of a card, not in what an act names in its body, and not in the
 * search of a list, a file or a check for duplicates. What finds nobody counts as a lookup that found nobody; a whole
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
    const named = namedNumber(request, request.routeOptions.url ?? '');
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
      const code = codeOf(error);
      if (
        code !== undefined &&
        NOBODY.includes(code) &&
        (number.startsWith('#') || mayBeGuess(number))
      )
        await this.throttle.countMiss(actor, number);
      throw error;
    });
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof DomainError ? error.code : undefined;
