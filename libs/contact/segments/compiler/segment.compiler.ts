import { addDays, addMonths } from '#kernel';
import { birthdaysOn, type BirthdayOfYear } from '#membership/members';
import { SegmentError } from '../segment.errors.js';
import {
  isGroup,
  type BirthdayCondition,
  type CardExpiryCondition,
  type ChoiceCondition,
  type Condition,
  type ConditionGroup,
  type CustomKind,
  type FlagField,
  type RangeCondition,
} from '../segment.rules.js';
import { dayPredicate, measuredBetween, spendPredicate } from './acts.compiler.js';
import { customPredicate, kindAsked } from './custom.compiler.js';
import { Parameters } from './parameters.js';
import { referencePredicates } from './references.compiler.js';

/** Whose members are looked at: a person without all stores sees those whose home is one of theirs. */
export interface AudienceScope {
  allStores: boolean;
  storeIds: readonly number[];
}

export interface CompilerContext {
  /** The day that relative windows count from. */
  today: string;
  scope: AudienceScope;
  /** The fields that head office defined, by code; null: they are taken as they are asked for. */
  customFields: ReadonlyMap<string, CustomKind> | null;
}

/** A condition on `m`, the member, and the values it stands on. */
export interface CompiledSegment {
  where: string;
  params: unknown[];
}

/** Makes SQL of conditions. Nothing of the input reaches the text. Errors: segment.unknown_field. */
export function compileSegment(filter: ConditionGroup, context: CompilerContext): CompiledSegment {
  const params = new Parameters();
  const parts = ["m.status = 'active'"];
  if (!context.scope.allStores)
    parts.push(`m.home_store_id = ANY (${params.add(context.scope.storeIds, 'bigint[]')})`);
  if (filter.conditions.length) parts.push(groupPredicate(filter, context, params));
  parts.push(...referencePredicates(filter, params));
  return { where: parts.join(' AND '), params: params.values };
}

function groupPredicate(
  group: ConditionGroup,
  context: CompilerContext,
  params: Parameters,
): string {
  const parts = group.conditions.map(
    (item) =>
      `(${isGroup(item) ? groupPredicate(item, context, params) : predicate(item, context, params)})`,
  );
  const joined = parts.length ? parts.join(group.match === 'all' ? ' AND ' : ' OR ') : 'true';
  return group.not ? `NOT (${joined})` : `(${joined})`;
}

/** Never null, so that NOT and OR around it mean what they say. */
function predicate(condition: Condition, context: CompilerContext, params: Parameters): string {
  switch (condition.field) {
    case 'gender':
    case 'kind':
    case 'level':
    case 'homeStore':
    case 'region':
    case 'tag':
    case 'cardStatus':
    case 'referrer': {
      const among = choicePredicate(condition, params);
      return condition.op === 'none' ? `NOT (${among})` : among;
    }
    case 'principalCents':
    case 'bonusCents':
    case 'walletCents':
    case 'debtCents':
    case 'points':
    case 'birthYear':
    case 'referred':
      return rangePredicate(condition, params);
    case 'joined':
    case 'lastVisit':
    case 'lastTopUp':
      return dayPredicate(condition, context.today, params);
    case 'spend':
    case 'topUps':
      return spendPredicate(condition, context.today, params);
    case 'birthday':
      return birthdayPredicate(condition, context.today, params);
    case 'cardExpiry':
      return cardExpiryPredicate(condition, context.today, params);
    case 'custom': {
      const { customFields } = context;
      const kind = customFields ? customFields.get(condition.code) : kindAsked(condition);
      if (!kind) throw SegmentError.unknownField({ code: condition.code });
      return customPredicate(condition, kind, params);
    }
    case 'members':
      return `m.id = ANY (${params.add(condition.ids, 'bigint[]')})`;
    default:
      return condition.is ? FLAGS[condition.field] : `NOT (${FLAGS[condition.field]})`;
  }
}

const lastAnswer = (channel: string) =>
  `SELECT DISTINCT ON (c.member_id) c.member_id, c.granted FROM member_consent c WHERE c.channel = '${channel}' ORDER BY c.member_id, c.id DESC`;

// Advertising needs a yes; a message about an act goes out until somebody says no.
const agreed = (channel: string) =>
  `m.id IN (SELECT a.member_id FROM (${lastAnswer(channel)}) a WHERE a.granted)`;
const FLAGS: Readonly<Record<FlagField, string>> = {
  hasPhone: 'm.phone IS NOT NULL',
  hasBirthday: 'm.birthday_calendar IS NOT NULL',
  hasReferrer: 'm.referrer_id IS NOT NULL',
  hasCard:
    "m.id IN (SELECT c.member_id FROM card c WHERE c.status = 'active' AND c.member_id IS NOT NULL)",
  registered: 'm.id IN (SELECT i.member_id FROM member_identity i)',
  smsMarketing: agreed('sms_marketing'),
  phoneMarketing: agreed('phone_marketing'),
  wechatMarketing: agreed('wechat_marketing'),
  emailMarketing: agreed('email_marketing'),
  smsService: `m.id NOT IN (SELECT a.member_id FROM (${lastAnswer('sms_service')}) a WHERE NOT a.granted)`,
};

function choicePredicate({ field, values }: ChoiceCondition, params: Parameters): string {
  const ids = () => params.add(values, 'bigint[]');
  const words = () => params.add(values, 'text[]');
  switch (field) {
    case 'gender':
      return `m.gender = ANY (${words()})`;
    case 'kind':
      return `m.kind = ANY (${words()})`;
    case 'level':
      return `m.level_id = ANY (${ids()})`;
    case 'homeStore':
      return `m.home_store_id = ANY (${ids()})`;
    case 'region':
      return `m.home_store_id IN (SELECT s.id FROM store s WHERE s.region = ANY (${words()}))`;
    case 'tag':
      return `m.id IN (SELECT t.member_id FROM member_tag t WHERE t.tag_id = ANY (${ids()}))`;
    case 'cardStatus':
      return `m.id IN (SELECT c.member_id FROM card c WHERE c.member_id IS NOT NULL AND c.status = ANY (${words()}))`;
    case 'referrer':
      return `(m.referrer_id IS NOT NULL AND m.referrer_id = ANY (${ids()}))`;
  }
}

const wallets = (kinds: string) =>
  `SELECT w.member_id FROM ledger.account a JOIN wallet w ON w.id = a.owner_id WHERE a.kind IN (${kinds}) GROUP BY w.member_id`;

function rangePredicate(condition: RangeCondition, params: Parameters): string {
  const { field, min, max } = condition;
  switch (field) {
    case 'birthYear': {
      const low = `m.birth_year >= ${params.add(min ?? 0, 'int')}`;
      return `(m.birth_year IS NOT NULL AND ${low} AND m.birth_year <= ${params.add(max ?? 9999, 'int')})`;
    }
    case 'points':
      return measuredBetween(
        "SELECT a.owner_id FROM ledger.account a WHERE a.kind = 'points' GROUP BY a.owner_id",
        'sum(a.balance)',
        condition,
        params,
      );
    case 'referred':
      return measuredBetween(
        "SELECT r.referrer_id FROM member r WHERE r.referrer_id IS NOT NULL AND r.status = 'active' GROUP BY r.referrer_id",
        'count(*)',
        condition,
        params,
      );
    case 'debtCents':
      return measuredBetween(wallets("'principal', 'bonus'"), 'sum(a.debt)', condition, params);
    default: {
      const kinds = { principalCents: "'principal'", bonusCents: "'bonus'" } as const;
      const both = "'principal', 'bonus'";
      const of = field === 'walletCents' ? both : kinds[field];
      return measuredBetween(wallets(of), 'sum(a.balance)', condition, params);
    }
  }
}

/** The days of birth that are celebrated in the window: few, whatever the number of members. */
function birthdayPredicate(
  { window, days = 0, calendar }: BirthdayCondition,
  today: string,
  params: Parameters,
): string {
  const month = `${today.slice(0, 7)}-01`;
  const first = { next: today, this_month: month, next_month: addMonths(month, 1) }[window];
  const last = window === 'next' ? addDays(today, days) : addDays(addMonths(first, 1), -1);
  const celebrated = new Map<string, BirthdayOfYear>();
  for (let date = first; date <= last; date = addDays(date, 1)) {
    for (const day of birthdaysOn(date)) {
      if (calendar && day.calendar !== calendar) continue;
      celebrated.set(`${day.calendar} ${day.month} ${day.day} ${day.leapMonth}`, day);
    }
  }
  const list = [...celebrated.values()];
  const calendars = params.add(
    list.map((day) => day.calendar),
    'text[]',
  );
  // Month, day and leap month as one number: both sides are whole, so a plain array does.
  const days4 = params.add(
    list.map((day) => day.month * 1_000 + day.day * 10 + (day.leapMonth ? 1 : 0)),
    'bigint[]',
  );
  const among = `IN (SELECT b.calendar, b.day FROM unnest(${calendars}, ${days4}) AS b(calendar, day))`;
  const plain = 'm.birth_month * 1000 + m.birth_day * 10';
  // Who was born in a leap month keeps the day there, in the plain month before it, or in both.
  const keepsLeap = "(m.birth_leap_month AND coalesce(m.birthday_preference, 'leap') <> 'first')";
  return `(m.birthday_calendar IS NOT NULL AND ((m.birthday_calendar, ${plain} + ${keepsLeap}::int) ${among}
    OR m.birth_leap_month AND coalesce(m.birthday_preference = 'both', false) AND (m.birthday_calendar, ${plain}) ${among}))`;
}

function cardExpiryPredicate(
  { op, days = 0 }: CardExpiryCondition,
  today: string,
  params: Parameters,
): string {
  const now = () => params.add(today, 'date');
  const when = {
    within: () =>
      `c.expires_on >= ${now()} AND c.expires_on <= ${params.add(addDays(today, days), 'date')}`,
    expired: () => `c.expires_on < ${now()}`,
    none: () => 'c.expires_on IS NULL',
  }[op]();
  return `m.id IN (SELECT c.member_id FROM card c WHERE c.status = 'active' AND c.member_id IS NOT NULL AND ${when})`;
}
