import {
  byKey,
  CASH,
  keyedTenders,
  MONEY_KEYS,
  paidBy,
  settleTaken,
  takenBy,
  twinOf,
} from './tender.rules.js';

const tender = (code: string, tillKey: string, more: object = {}) => ({
  code,
  nameZh: code,
  nameEn: code,
  place: 'till' as const,
  asksReference: false,
  refundable: true,
  tillKey,
  taken: true,
  ...more,
});
const CHAIN = [
  tender('wechat', '2'),
  tender('alipay', '2'),
  tender('cash', '3'),
  tender('bank_card', '4'),
  tender('bank_transfer', '4', { place: 'bank' }),
  tender('meituan', '6', { refundable: false, asksReference: true }),
  tender('mall_card', '7'),
  tender('old_card', '8', { taken: false }),
];
const codes = (keys: ReturnType<typeof keyedTenders>) =>
  Object.fromEntries(keys.map((each) => [each.key, each.tenders.map(({ code }) => code)]));

describe('the keys of a till', () => {
  it('choose what its store takes, in the order of the digits', () => {
    expect(codes(keyedTenders(CHAIN))).toEqual({
      tenderScan: ['wechat', 'alipay'],
      tenderCash: ['cash'],
      tenderOther: ['bank_card'],
      tender6: ['meituan'],
      tender7: ['mall_card'],
    });
    expect(MONEY_KEYS).toContain('tender8');
  });

  it('offer for what is owed back only what can be given back, and bank transfers where there are some', () => {
    expect(codes(keyedTenders(CHAIN, { bank: true, refundable: true }))).toEqual({
      tenderScan: ['wechat', 'alipay'],
      tenderCash: ['cash'],
      tenderOther: ['bank_card', 'bank_transfer'],
      tender7: ['mall_card'],
    });
  });
});

describe('the key of a tender in a dialog', () => {
  const keys = keyedTenders(CHAIN);
  const withBank = keyedTenders(CHAIN, { bank: true });
  const taken = (code: string) => takenBy(tender(code, '2'));

  it('chooses it, and keeps what was typed when it is pressed again', () => {
    const wechat = byKey(keys, CASH, 'tenderScan', false);
    expect(wechat).toMatchObject({ tender: 'wechat', givenCents: null });
    expect(byKey(keys, wechat, 'tenderScan', false)).toEqual(wechat);
    const cash = { tender: 'cash', givenCents: 100_00 };
    expect(byKey(withBank, cash, 'tenderCash', true)).toEqual(cash);
  });

  it('pressed in the amount of one of several, takes the next', () => {
    expect(byKey(keys, taken('wechat'), 'tenderScan', true).tender).toBe('alipay');
    expect(byKey(keys, taken('alipay'), 'tenderScan', true).tender).toBe('wechat');
    expect(byKey(withBank, taken('bank_card'), 'tenderOther', true).tender).toBe('bank_transfer');
    expect(byKey(keys, taken('bank_card'), 'tenderOther', true).tender).toBe('bank_card');
  });

  it('chooses again after × took it out, and nothing where the store has none', () => {
    const none = { tender: null, givenCents: null };
    expect(byKey(keys, none, 'tenderCash', false)).toMatchObject(CASH);
    expect(byKey(keys, none, 'tender9', false)).toEqual(none);
  });

  it('knows the twin of a tender only where there is one', () => {
    expect(twinOf(withBank, 'bank_card')?.code).toBe('bank_transfer');
    expect(twinOf(keys, 'bank_card')).toBeNull();
    expect(twinOf(keys, 'cash')).toBeNull();
    expect(twinOf(keys, 'wallet')).toBeNull();
  });
});

it('sends the number of a slip where there is one', () => {
  expect(paidBy({ tender: 'meituan', givenCents: null, reference: ' 8801 ' })).toEqual({
    tender: 'meituan',
    reference: '8801',
  });
  expect(paidBy(CASH)).toEqual({ tender: 'cash' });
});

describe('what was given for one amount', () => {
  it.each([
    ['exact cash', CASH, 50_00, { complete: true, changeCents: 0, missingCents: 0 }],
    [
      'a larger note gives change',
      { tender: 'cash', givenCents: 100_00 },
      43_00,
      { complete: true, changeCents: 57_00, missingCents: 0 },
    ],
    [
      'too little is said',
      { tender: 'cash', givenCents: 20_00 },
      43_00,
      { complete: false, changeCents: 0, missingCents: 23_00 },
    ],
    [
      'another number keyed as cash is not taken',
      { tender: 'cash', givenCents: 135_790_00 },
      43_00,
      { complete: false, implausible: true },
    ],
    [
      'other tenders pay what is due',
      { tender: 'alipay', givenCents: null },
      43_00,
      { complete: true, changeCents: 0, missingCents: 0 },
    ],
    [
      'what asks for a number waits for it',
      { tender: 'meituan', givenCents: null, asksReference: true, reference: ' ' },
      43_00,
      { complete: false, missingCents: 0 },
    ],
    [
      'nothing chosen pays nothing',
      { tender: null, givenCents: null },
      43_00,
      { complete: false, missingCents: 43_00 },
    ],
  ])('%s', (_what, given, amountCents, expected) => {
    expect(settleTaken(amountCents, given)).toMatchObject(expected);
  });
});
