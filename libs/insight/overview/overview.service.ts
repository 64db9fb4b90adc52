import { Injectable } from '@nestjs/common';
import {
  addDays,
  assertInScope,
  Clock,
  dateIn,
  daysBetween,
  Db,
  DomainError,
  type Actor,
  type Sql,
} from '#kernel';
import { birthdaysOn } from '#membership/members';
import {
  activeMembers,
  birthdays,
  consumptionByDay,
  daysOf,
  lastVerification,
  liabilityAt,
  lowStock,
  newMembers,
  pinsAtTwoStores,
  receivedByDay,
  type Span,
} from './overview.figures.js';
import type { OverviewFigures, OverviewQuery, OverviewView } from './overview.dto.js';

const MAX_DAYS = 366;
const TIMEZONE = 'Asia/Shanghai';

type ByDay = readonly { date: string; cents: number }[];

const sumOf = (days: ByDay) => days.reduce((total, { cents }) => total + cents, 0);

@Injectable()
export class OverviewService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Figures of a period and of the one before, of one moment. Errors: access.store_forbidden, request.invalid. */
  async show(actor: Actor, { from, to, storeIds = [] }: OverviewQuery): Promise<OverviewView> {
    for (const id of storeIds) assertInScope(actor, id);
    const length = daysBetween(from, to) + 1;
    if (length < 1)
      throw new DomainError('request.invalid', 422, {}, [
        { field: 'to', code: 'field.before_from' },
      ]);
    if (length > MAX_DAYS)
      throw new DomainError('request.invalid', 422, {}, [{ field: 'to', code: 'field.max' }]);
    const scope = storeIds.length ? storeIds : actor.storeIds;
    const span = { storeIds: scope, from, to };
    const before = { storeIds: scope, from: addDays(from, -length), to: addDays(from, -1) };
    const today = dateIn(this.clock.now(), TIMEZONE);
    return this.db.read(async (sql) => {
      const received = await receivedByDay(sql, span);
      const consumption = await consumptionByDay(sql, span);
      return {
        ...(await this.figures(sql, span, received, consumption)),
        previous: await this.figures(
          sql,
          before,
          await receivedByDay(sql, before),
          await consumptionByDay(sql, before),
        ),
        days: daysOf(span, consumption, received),
        birthdaysToday: await birthdays(sql, scope, birthdaysOn(today)),
        lowStock: await lowStock(sql, scope),
        lastVerification: await lastVerification(sql),
        pinsAtTwoStores: actor.allStores ? await pinsAtTwoStores(sql) : [],
      };
    });
  }

  private async figures(
    sql: Sql,
    span: Span,
    received: ByDay,
    consumption: ByDay,
  ): Promise<OverviewFigures> {
    const liability = await liabilityAt(sql, span.storeIds, span.to);
    return {
      receivedCents: sumOf(received),
      consumptionCents: sumOf(consumption),
      principalLiabilityCents: liability.principal,
      bonusLiabilityCents: liability.bonus,
      newMembers: await newMembers(sql, span),
      activeMembers: await activeMembers(sql, span),
    };
  }
}
