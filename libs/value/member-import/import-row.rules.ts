import { birthdayProblem } from '#membership/members/rules';
import {
  birthdayValue,
  cardNoValue,
  type CellValue,
  centsValue,
  countValue,
  dateValue,
  nameValue,
  phoneValue,
  type ReadCell,
  textOf,
  textValue,
  wordValue,
} from '#chain/imports/rules';
import type { ImportField, MemberColumns } from './import-fields.rules.js';
import {
  CARD_STATE_WORDS,
  GENDER_WORDS,
  type ImportedCardStatus,
  LUNAR_WORDS,
  wordKey,
} from './import-words.rules.js';
import type { MemberRowProblem } from './member-import.types.js';

/** What a row says, once it is understood. Amounts in 分. */
export interface ImportRecord {
  cardNo: string | null;
  memberNo: string | null;
  name: string | null;
  nickname: string | null;
  phone: string | null;
  gender: 'female' | 'male' | 'unknown';
  birthday: {
    calendar: 'solar' | 'lunar';
    year: number | null;
    month: number;
    day: number;
    leapMonth: boolean;
  } | null;
  levelId: number;
  storeId: number;
  joinedOn: string;
  cardStatus: ImportedCardStatus;
  cardExpiresOn: string | null;
  principalCents: number;
  bonusCents: number;
  bonusExpiresOn: string | null;
  points: number;
  pointsExpiresOn: string | null;
  spendCents: number;
  referrer: string | null;
  tags: string[];
  note: string | null;
}

export interface RowContext {
  columns: MemberColumns;
  /** Ids by wordKey. */
  levels: ReadonlyMap<string, number>;
  stores: ReadonlyMap<string, number>;
  defaultLevelId: number;
  /** For rows that name no store; null: a person has to say it. */
  defaultStoreId: number | null;
  /** The business date of the import: nothing opened later, nothing expired before. */
  today: string;
  /** What an unregistered member's wallet should not exceed, in 分; null: no limit. */
  walletLimitCents: number | null;
}

export interface JudgedRow {
  /** Complete where there is no problem. */
  record: ImportRecord;
  problems: MemberRowProblem[];
  warnings: MemberRowProblem[];
  /** What the row itself says, without what was filled in for it: by this it is known again. */
  said: unknown;
  /** Counted, never taken over. */
  visits: number;
  /** The words as they stand in the file, for what is not known yet; '' where a store is left blank. */
  unknownLevel: string | null;
  unknownStore: string | null;
}

const MAX_TAGS = 10;

/** Judges one row: the dry run and the commit ask the same. */
export function judgeRow(cells: readonly ReadCell[], context: RowContext): JudgedRow {
  const { columns, today } = context;
  const problems: MemberRowProblem[] = [];
  const warnings: MemberRowProblem[] = [];
  const wrong = (field: ImportField | null, code: string, params?: MemberRowProblem['params']) =>
    problems.push({ field, code, ...(params ? { params } : {}) });
  const cellOf = (field: ImportField): ReadCell => {
    const column = columns[field];
    return column === undefined ? null : (cells[column] ?? null);
  };
  function read<T>(field: ImportField, by: (cell: ReadCell) => CellValue<T>): T | null {
    const found = by(cellOf(field));
    if ('value' in found) return found.value;
    wrong(field, found.problem);
    return null;
  }
  const text = (field: ImportField, max: number) => read(field, (cell) => textValue(cell, max));

  const levelWord = text('level', 60);
  const storeWord = text('store', 60);
  const level =
    levelWord === null ? context.defaultLevelId : context.levels.get(wordKey(levelWord));
  const store =
    storeWord === null ? context.defaultStoreId : context.stores.get(wordKey(storeWord));
  if (levelWord !== null && level === undefined)
    wrong('level', 'level_unknown', { word: levelWord });
  if (storeWord !== null && store === undefined)
    wrong('store', 'store_unknown', { word: storeWord });
  if (store === null) wrong('store', 'store_blank');

  const joinedOn = read('joinedOn', dateValue);
  const state = read('cardState', (cell) => wordValue(cell, CARD_STATE_WORDS)) ?? 'active';
  if (state === 'unissued') wrong('cardState', 'card_unissued');

  const record: ImportRecord = {
    cardNo: read('cardNo', cardNoValue),
    memberNo: text('memberNo', 40),
    name: read('name', (cell) => nameValue(cell, 40)),
    nickname: read('nickname', (cell) => nameValue(cell, 40)),
    phone: read('phone', phoneValue),
    gender: read('gender', (cell) => wordValue(cell, GENDER_WORDS)) ?? 'unknown',
    birthday: null,
    levelId: level ?? 0,
    storeId: store ?? 0,
    joinedOn: joinedOn ?? today,
    cardStatus: state === 'unissued' ? 'active' : state,
    cardExpiresOn: read('cardExpiresOn', dateValue),
    principalCents: read('principal', centsValue) ?? 0,
    bonusCents: read('bonus', centsValue) ?? 0,
    bonusExpiresOn: read('bonusExpiresOn', dateValue),
    points: read('points', countValue) ?? 0,
    pointsExpiresOn: read('pointsExpiresOn', dateValue),
    spendCents: read('spend', centsValue) ?? 0,
    referrer: text('referrer', 40),
    tags: [],
    note: text('note', 500),
  };
  record.birthday = birthdayOf();
  record.tags = tagsOf();
  const isWrong = (...fields: ImportField[]) =>
    problems.some(({ field }) => field !== null && fields.includes(field));
  if (
    !record.cardNo &&
    !record.memberNo &&
    !record.phone &&
    !isWrong('cardNo', 'memberNo', 'phone')
  )
    wrong(null, 'identity_missing');
  if (!record.name && !record.nickname && !isWrong('name', 'nickname'))
    wrong('name', 'name_missing');
  if (record.joinedOn > today) wrong('joinedOn', 'date_in_future');
  if (record.bonusCents > 0 && isPast(record.bonusExpiresOn))
    wrong('bonusExpiresOn', 'expired_before', { date: record.bonusExpiresOn ?? '' });
  if (record.points > 0 && isPast(record.pointsExpiresOn))
    wrong('pointsExpiresOn', 'expired_before', { date: record.pointsExpiresOn ?? '' });
  const visits = read('visits', countValue) ?? 0;
  if (visits > 0) wrong('visits', 'visits_without_pass');

  const sumCents = record.principalCents + record.bonusCents;
  const balanceCents = read('balance', centsValue);
  if (balanceCents !== null && balanceCents !== sumCents)
    wrong('balance', 'balance_differs', { sumCents, balanceCents });
  const { walletLimitCents } = context;
  if (walletLimitCents !== null && sumCents > walletLimitCents)
    warnings.push({
      field: 'principal',
      code: 'above_limit',
      params: { limitCents: walletLimitCents },
    });
  if (record.cardNo && ['closed', 'replaced'].includes(record.cardStatus) && sumCents > 0)
    warnings.push({ field: 'cardState', code: 'value_on_dead_card' });
  return {
    record,
    problems,
    warnings,
    said: { ...record, levelId: levelWord, storeId: storeWord, joinedOn },
    visits,
    unknownLevel: level === undefined ? levelWord : null,
    unknownStore: store === undefined ? storeWord : store === null ? '' : null,
  };

  function isPast(date: string | null): boolean {
    return date !== null && date < today;
  }

  function birthdayOf(): ImportRecord['birthday'] {
    const day = read('birthday', birthdayValue);
    const isLunarColumn = columns.lunar !== undefined && columns.lunar === columns.birthday;
    const lunar = isLunarColumn
      ? true
      : (read('lunar', (cell) => wordValue(cell, LUNAR_WORDS)) ?? false);
    if (!day) return null;
    const calendar = lunar || day.leapMonth ? 'lunar' : 'solar';
    const birthday = { calendar, ...day } as const;
    const problem = birthdayProblem(birthday, record.joinedOn);
    if (!problem) return birthday;
    wrong('birthday', problem);
    return null;
  }

  function tagsOf(): string[] {
    const words = textOf(cellOf('tags'))
      .split(/[,，、;；|]/)
      .map((word) => word.trim())
      .filter((word) => word !== '');
    const tags = [...new Set(words)];
    if (tags.length > MAX_TAGS || tags.some((tag) => [...tag].length > 20))
      wrong('tags', 'too_many_characters');
    return tags;
  }
}
