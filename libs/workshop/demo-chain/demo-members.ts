import { addDays } from '#kernel/rules';
import { cardNumber } from '#membership/cards/rules';
import { memberKeys } from '#membership/members';
import { Solar } from 'lunar-typescript';
import { GIVEN_FEMALE, GIVEN_MALE, NICKNAMES, SURNAMES } from './names.data.js';
import { CARD_RANGES, LEVEL_WEIGHTS, SELLERS, STORE_WEIGHTS } from './organisation.data.js';
import type { SeededRandom } from './random.js';

type Row = Record<string, unknown>;

export interface DemoMember {
  id: number;
  levelId: number;
  homeStoreId: number;
  joinedOn: string;
  cardId: number | null;
  cardStoreId: number | null;
  /** How often they come. */
  weight: number;
  usesWallet: boolean;
}

export interface DemoMembers {
  members: DemoMember[];
  rows: { members: Row[]; keys: Row[]; consents: Row[]; wallets: Row[]; cards: Row[] };
}

export const MEMBER_COUNT = 3_000;

/** Eleven digits that start with 100 belong to no mobile network. */
function phoneOf(index: number, random: SeededRandom): string {
  return `100${String(index).padStart(4, '0')}${String(random.whole(0, 9999)).padStart(4, '0')}`;
}

/** About one in four keeps a lunar birthday; each day of this week has some of both calendars. */
function birthdayOf(index: number, today: string, random: SeededRandom): Row {
  const year = random.whole(1958, 2006);
  const lunar = random.chance(0.25);
  const thisWeek = index < 60;
  const on = thisWeek ? addDays(today, index % 7) : addDays('2000-01-01', random.whole(0, 365));
  const [, month, day] = on.split('-').map(Number) as [number, number, number];
  if (!lunar)
    return {
      birthday_calendar: 'solar',
      birth_year: year,
      birth_month: month,
      birth_day: month === 2 ? Math.min(day, 28) : day,
    };
  const date = Solar.fromYmd(
    thisWeek ? Number(today.slice(0, 4)) : 2025,
    month,
    month === 2 ? Math.min(day, 28) : day,
  ).getLunar();
  return {
    birthday_calendar: 'lunar',
    birth_year: year,
    birth_month: Math.abs(date.getMonth()),
    birth_day: Math.min(date.getDay(), 29),
  };
}

export function demoMembers(random: SeededRandom, today: string): DemoMembers {
  const rows: DemoMembers['rows'] = { members: [], keys: [], consents: [], wallets: [], cards: [] };
  const members: DemoMember[] = [];
  for (let index = 0; index < MEMBER_COUNT; index += 1) {
    const id = index + 1;
    const female = index === 0 || random.chance(0.64);
    const nameless = random.chance(0.03);
    const name =
      index === 0
        ? '周若彤'
        : nameless
          ? null
          : random.weighted(SURNAMES) + random.pick(female ? GIVEN_FEMALE : GIVEN_MALE);
    const nickname = nameless
      ? `${random.pick(NICKNAMES)}${random.whole(1, 99)}`
      : random.chance(0.06)
        ? random.pick(NICKNAMES)
        : null;
    const phone = index === 0 ? '10038462046' : random.chance(0.97) ? phoneOf(index, random) : null;
    const levelId = index === 0 ? 3 : random.weighted(LEVEL_WEIGHTS);
    const homeStoreId = index === 0 ? 2 : random.weighted(STORE_WEIGHTS);
    const age = index === 0 ? 400 : Math.floor(random.next() ** 1.6 * 1_100);
    const joinedOn = addDays(today, -age);
    const staffId = random.pick(SELLERS[homeStoreId] ?? [4]);
    const hasBirthday = index < 60 || random.chance(0.7);
    rows.members.push({
      id,
      name,
      nickname,
      phone,
      gender: index === 0 || random.chance(0.8) ? (female ? 'female' : 'male') : 'unknown',
      birthday_calendar: null,
      birth_year: null,
      birth_month: null,
      birth_day: null,
      ...(hasBirthday ? birthdayOf(index, today, random) : {}),
      birth_leap_month: false,
      level_id: levelId,
      home_store_id: homeStoreId,
      referrer_id: index > 200 && random.chance(0.12) ? random.whole(1, index) : null,
      status: 'active',
      joined_on: joinedOn,
      joined_by: staffId,
      created_at: `${joinedOn}T04:00:00Z`,
      updated_at: `${joinedOn}T04:00:00Z`,
      pin_failures: 0,
      version: 1,
    });
    for (const key of memberKeys({ name, nickname, phone }))
      rows.keys.push({ ...key, member_id: id });
    rows.consents.push({
      member_id: id,
      channel: 'sms_service',
      granted: true,
      source: 'desk',
      at: `${joinedOn}T04:00:00Z`,
    });
    rows.consents.push({
      member_id: id,
      channel: 'sms_marketing',
      granted: random.chance(0.62),
      source: 'desk',
      at: `${joinedOn}T04:00:00Z`,
    });
    rows.wallets.push({ id, member_id: id, created_at: `${joinedOn}T04:00:00Z` });
    const hasCard = index === 0 || random.chance(0.86);
    if (hasCard)
      rows.cards.push(
        cardRow(
          rows.cards.length + 1,
          id,
          homeStoreId,
          joinedOn,
          staffId,
          index === 0 ? 'active' : random.chance(0.015) ? 'lost' : 'active',
          random,
        ),
      );
    const usesWallet = index === 0 || random.chance(0.3 + levelId * 0.14);
    members.push({
      id,
      levelId,
      homeStoreId,
      joinedOn,
      cardId: hasCard ? rows.cards.length : null,
      cardStoreId: hasCard ? homeStoreId : null,
      weight:
        index === 0 ? 6 : (0.15 + random.next() ** 3 * (levelId * 2)) * (usesWallet ? 1.8 : 1),
      usesWallet,
    });
  }
  return { members, rows };
}

function cardRow(
  id: number,
  memberId: number,
  storeId: number,
  issuedOn: string,
  staffId: number,
  status: string,
  random: SeededRandom,
): Row {
  return {
    id,
    card_no: cardNumber(
      CARD_RANGES[storeId] ?? '68001027',
      String(random.whole(0, 9_999_999)).padStart(7, '0'),
    ),
    member_id: memberId,
    wallet_id: memberId,
    store_id: storeId,
    status,
    deposit_cents: 0,
    fee_cents: 0,
    expires_on: null,
    issued_on: issuedOn,
    issued_by: staffId,
    status_changed_at: `${issuedOn}T04:00:00Z`,
    created_at: `${issuedOn}T04:00:00Z`,
  };
}
