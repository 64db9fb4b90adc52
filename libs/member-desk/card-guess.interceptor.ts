import { CardError } from '#cards';
import { type ActorRequest, DomainError } from '#kernel';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { catchError, from, type Observable, switchMap } from 'rxjs';
import { LookupThrottle } from './lookup.throttle.js';
import { mayBeGuess } from './lookup-throttle.rules.js';

const NOT_FOUND = CardError.notFound().code;

/**
 * Numbers of cards can't be tried on the routes that name one in their address either: they count as lookups that found
 * nobody. Errors: member.too_many_lookups.
 */
@Injectable()
export class CardGuessInterceptor implements NestInterceptor {
  constructor(private readonly throttle: LookupThrottle) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const { actor } = request;
    const { cardNo } = request.params as { cardNo?: unknown };
    if (!actor || typeof cardNo !== 'string') return next.handle();
    return from(this.throttle.assertMayAsk(actor)).pipe(
      switchMap(() => next.handle()),
      catchError(async (error: unknown) => {
        if (error instanceof DomainError && error.code === NOT_FOUND && mayBeGuess(cardNo)) {
          await this.throttle.countMiss(actor, cardNo);
        }
        throw error;
      }),
    );
  }
}
