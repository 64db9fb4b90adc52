import {
  birthdayValue,
  cardNoValue,
  centsValue,
  countValue,
  dateValue,
  phoneValue,
  type ReadCell,
  reasonsOf,
} from '#chain/imports/rules';
import { mappingProblems, suggestedMapping, IMPORT_FIELDS } from './import-fields.rules.js';
import { judgeRow, type RowContext } from './import-row.rules.js';
import { IMPORT_TEXT } from './member-import.locale.js';

const HEADERS = [
  '卡号',
  '姓名',
  '手机',
  '等级',
  '门店',
  '开卡日期',
  '本金',
  '赠送金额',
  '积分',
  '状态',
  '生日',
  '次数',
  '余额',
];
const CONTEXT: RowContext = {
  columns: suggestedMapping(HEADERS),
  levels: new Map([
    ['金卡', 3],
    ['gold', 3],
  ]),
  stores: new Map([['人民路店', 7]]),
  defaultLevelId: 1,
  defaultStoreId: 9,
  today: '2026-11-22',
  walletLimitCents: 1_000_00,
};
const ROW: ReadCell[] = [
  'A001',
  '王小明',
  '138 0000 0001',
  '金卡',
  '人民路店',
  { d: '2024-06-01' },
  '1,200.50',
  '¥ 100',
  '1200',
  '正常',
  '1990年1月5日',
  null,
  null,
];
const judged = (changes: Record<number, ReadCell>, context: Partial<RowContext> = {}) =>
  judgeRow(
    ROW.map((cell, column) => (column in changes ? (changes[column] ?? null) : cell)),
    { ...CONTEXT, ...context },
  );
const codes = (changes: Record<number, ReadCell>) =>
  judged(changes).problems.map(({ field, code }) => `${field} ${code}`);

describe('a row of a previous system', () => {
  it('is a member with card, level, store and opening balances', () => {
    const { record, problems, warnings } = judged({});
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      cardNo: 'A001',
      name: '王小明',
      phone: '13800000001',
      levelId: 3,
      storeId: 7,
      joinedOn: '2024-06-01',
      cardStatus: 'active',
      principalCents: 1_200_50,
      bonusCents: 100_00,
      points: 1_200,
      birthday: { calendar: 'solar', year: 1990, month: 1, day: 5, leapMonth: false },
    });
    expect(warnings).toEqual([
      { field: 'principal', code: 'above_limit', params: { limitCents: 1_000_00 } },
    ]);
  });

  it('without level, store and date gets those of the import', () => {
    expect(judged({ 3: null, 4: null, 5: null }).record).toMatchObject({
      levelId: 1,
      storeId: 9,
      joinedOn: '2026-11-22',
    });
  });

  it('asks for the store where none is named', () => {
    const nowhere = judged({ 4: null }, { defaultStoreId: null });
    expect(nowhere.problems).toEqual([{ field: 'store', code: 'store_blank' }]);
    expect(nowhere.unknownStore).toBe('');
  });

  it('says the same whenever it is read again', () => {
    const later = { today: '2027-01-01', defaultStoreId: 4, walletLimitCents: null };
    expect(judged({ 4: null, 5: null }, later).said).toEqual(judged({ 4: null, 5: null }).said);
    expect(judged({ 6: { n: '1200.5' } }).said).toEqual(judged({}).said);
  });

  it.each<[string, Record<number, ReadCell>, string[]]>([
    ['nobody', { 0: null, 2: null }, ['null identity_missing']],
    ['no name', { 1: null }, ['name name_missing']],
    ['a level nobody knows', { 3: '钻石卡' }, ['level level_unknown']],
    ['a store nobody knows', { 4: '火星店' }, ['store store_unknown']],
    ['a date that is none', { 5: '2024-13-01' }, ['joinedOn not_a_date']],
    ['a date to come', { 5: '2027-01-01' }, ['joinedOn date_in_future']],
    ['words for money', { 6: '很多' }, ['principal not_an_amount']],
    ['a date for money', { 6: { d: '2024-06-01' } }, ['principal not_an_amount']],
    ['a debt', { 6: '-5' }, ['principal negative']],
    ['half cents', { 6: { n: '1.005' } }, ['principal too_many_decimals']],
    ['half points', { 8: '1.5' }, ['points not_whole']],
    ['more than anybody has', { 6: '99999999999' }, ['principal too_large']],
    ['a card in stock', { 9: '未激活' }, ['cardState card_unissued']],
    ['a state nobody knows', { 9: '外星' }, ['cardState unknown_word']],
    ['visits', { 11: '3' }, ['visits visits_without_pass']],
    ['30 February', { 10: '2月30日' }, ['birthday birthday_impossible']],
    ['a birth after joining', { 10: { d: '2026-05-20' } }, ['birthday birthday_after_joining']],
    ['a birth to come', { 10: '2030-01-01', 5: null }, ['birthday birthday_after_joining']],
    ['a comma of two meanings', { 6: '1,20' }, ['principal unclear_separator']],
    ['a comma in points', { 8: '1,5' }, ['points unclear_separator']],
    ['a card number with a tail', { 0: '800001-1' }, ['cardNo unclear_card_no']],
    ['a rounded number', { 0: { e: 'digits_lost' } }, ['cardNo digits_lost']],
    ['an endless name', { 1: '王'.repeat(41) }, ['name too_many_characters']],
    [
      'several things at once',
      { 1: null, 6: 'x' },
      ['principal not_an_amount', 'name name_missing'],
    ],
  ])('is refused for %s', (_name, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });

  it('must agree with its own sum', () => {
    const columns = suggestedMapping(HEADERS);
    expect(columns.balance).toBe(12);
    expect(judged({ 12: '1300.50' }).problems).toEqual([]);
    expect(reasonsOf(judged({ 12: '1300' }).problems, IMPORT_TEXT['zh-CN'])).toBe(
      '余额合计：余额合计 1300.00 不等于本金加赠送金 1300.50',
    );
  });

  it('keeps value of a dead card, with a warning', () => {
    expect(judged({ 9: '已注销' }, { walletLimitCents: null }).warnings).toEqual([
      { field: 'cardState', code: 'value_on_dead_card' },
    ]);
  });
});

describe('values', () => {
  it.each<[ReadCell, number | null | string]>([
    ['1,234.5', 1_234_50],
    ['￥１２.３０', 12_30],
    ['12元', 12_00],
    [{ n: '0.29' }, 29],
    ['.5', 50],
    ['-', null],
    ['(3)', 'negative'],
    ['1e3', 'not_an_amount'],
    ['1,20', 'unclear_separator'],
    ['1234,50', 'unclear_separator'],
    [{ n: '1234.5' }, 1_234_50],
  ])('money %p is %p', (cell, expected) => {
    const found = centsValue(cell);
    expect('value' in found ? found.value : found.problem).toBe(expected);
  });

  it.each<[ReadCell, string | null]>([
    ['2026-1-5', '2026-01-05'],
    ['2026/01/05 13:05', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['20260105', '2026-01-05'],
    [{ d: '2026-01-05 09:00:00' }, '2026-01-05'],
    ['永久有效', null],
    ['1900/1/0', null],
    ['1899-12-31', null],
    ['0000-00-00', null],
    ['1900-01-01 00:00:00', null],
    ['5-20', 'date_without_year'],
    [{ d: '05-20' }, 'date_without_year'],
    [{ e: 'part_of_a_date' }, 'part_of_a_date'],
    ['5/1/2026', 'not_a_date'],
    ['2026-02-30', 'not_a_date'],
    [{ n: '45000' }, 'not_a_date'],
  ])('the date %p is %p', (cell, expected) => {
    const found = dateValue(cell);
    expect('value' in found ? found.value : found.problem).toBe(expected);
  });

  it.each<[ReadCell, object | null]>([
    ['01-05', { year: null, month: 1, day: 5, leapMonth: false }],
    ['0105', { year: null, month: 1, day: 5, leapMonth: false }],
    ['1990-02-30', { year: 1990, month: 2, day: 30, leapMonth: false }],
    ['1990年闰5月初三', null],
    ['闰六月十五', { year: null, month: 6, day: 15, leapMonth: true }],
    ['腊月廿三', { year: null, month: 12, day: 23, leapMonth: false }],
    ['十一月初八', { year: null, month: 11, day: 8, leapMonth: false }],
    ['1900-01-01', null],
    ['1900/1/0', null],
    [{ d: '05-20' }, { year: null, month: 5, day: 20, leapMonth: false }],
    ['5.20', { year: null, month: 5, day: 20, leapMonth: false }],
    ['5.2', null],
    [{ n: '5.2' }, null],
  ])('the birthday %p is %p', (cell, expected) => {
    const found = birthdayValue(cell);
    expect('value' in found ? found.value : null).toEqual(expected);
  });

  it('phones as numbers, with country code, or none', () => {
    expect(phoneValue({ n: '13800000001' })).toEqual({ value: '13800000001' });
    expect(phoneValue('+86 138-0000-0001')).toEqual({ value: '13800000001' });
    expect(phoneValue('0755-12345678')).toEqual({ value: '075512345678' });
    expect(phoneValue('无')).toEqual({ value: null });
    expect(phoneValue('看备注')).toEqual({ problem: 'not_a_phone' });
    expect(phoneValue('1390001000')).toEqual({ problem: 'not_a_phone' });
    expect(countValue('1,000')).toEqual({ value: 1000 });
  });
});

describe('the number of a card', () => {
  it.each<[string, string | null]>([
    ['800001', '800001'],
    ['a001', 'A001'],
    ['6800 1027 3274 2401', '6800102732742401'],
    ['6800-1027-3274-2401', '6800102732742401'],
    ['800001-1', null],
    ['8000-1', null],
    ['800001 1', null],
    ['68001027 32742401', null],
  ])('%p is %p', (text, expected) => {
    const found = cardNoValue(text);
    expect('value' in found ? found.value : null).toBe(expected);
  });
});

describe('headers', () => {
  it('are known by many names, with units and marks', () => {
    expect(
      suggestedMapping([
        '*会员卡号',
        '会员姓名',
        '手机号码',
        '余额（元）',
        '累计消费(元)',
        '密码',
        '车牌',
      ]),
    ).toEqual({
      cardNo: 0,
      name: 1,
      phone: 2,
      principal: 3,
      spend: 4,
    });
  });

  it('take a plain balance for the sum where principal stands beside it', () => {
    expect(suggestedMapping(['卡号', '姓名', '余额', '本金', '赠送'])).toEqual({
      cardNo: 0,
      name: 1,
      balance: 2,
      principal: 3,
      bonus: 4,
    });
  });

  it.each(['zh-CN', 'en'] as const)('of the template are all known (%s)', (locale) => {
    const headers = IMPORT_FIELDS.map((field) => IMPORT_TEXT[locale].fields[field]);
    expect(suggestedMapping(headers)).toEqual(
      Object.fromEntries(IMPORT_FIELDS.map((field, index) => [field, index])),
    );
  });

  it('must tell the rows apart and name them, each once', () => {
    expect(mappingProblems({ principal: 0, bonus: 0, points: 9 }, 3)).toEqual([
      { field: 'bonus', code: 'column_twice' },
      { field: 'points', code: 'column_missing' },
      { field: 'cardNo', code: 'no_identity' },
      { field: 'name', code: 'no_name' },
    ]);
  });

  it('have the same words in both languages', () => {
    const { 'zh-CN': zh, en } = IMPORT_TEXT;
    for (const part of ['fields', 'notes', 'problems', 'example'] as const)
      expect(Object.keys(en[part])).toEqual(Object.keys(zh[part]));
  });
});
