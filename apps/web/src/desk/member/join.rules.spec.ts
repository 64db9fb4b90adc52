import {
  blankPerson,
  cardReadAsName,
  isNamed,
  type JoinForm,
  joinRequest,
  knownOf,
  whoWasMissed,
} from './join.rules.js';

const FORM: JoinForm = {
  ...blankPerson(),
  name: ' 周若彤 ',
  phone: '138 0000 2046',
  withCard: true,
  cardNo: '6800 1027 4413 9208',
  pin: '',
  topUpCents: null,
  tender: 'cash',
  ruleId: null,
};
const FREE = { cardDepositCents: 0, cardFeeCents: 0 };

describe('somebody joins', () => {
  it('and only what was filled in is sent', () => {
    expect(JSON.parse(JSON.stringify(joinRequest(FORM, FREE)))).toEqual({
      name: '周若彤',
      phone: '13800002046',
      smsMarketing: false,
      card: { cardNo: '6800102744139208', depositCents: 0, feeCents: 0 },
    });
  });

  it('with a first top-up by a rule', () => {
    const request = joinRequest(
      { ...FORM, topUpCents: 100_000, ruleId: 7, tender: 'wechat' },
      FREE,
    );
    expect(request.topUp).toEqual({ amountCents: 100_000, tender: 'wechat', ruleId: 7 });
  });

  it('and says how deposit and fee of the card are paid', () => {
    const request = joinRequest(FORM, { cardDepositCents: 2_000, cardFeeCents: 1_000 });
    expect(request.card).toMatchObject({ depositCents: 2_000, feeCents: 1_000, tender: 'cash' });
  });

  it('without a card if none is wanted', () => {
    expect(joinRequest({ ...FORM, withCard: false }, FREE).card).toBeUndefined();
  });
});

it.each([
  ['13900019991', { phone: '13900019991' }],
  ['周若彤', { name: '周若彤' }],
  ['9991', {}],
  ['6901028075831', {}],
  ['zrt', {}],
  ['', {}],
])('takes %j into the registration where nobody was found', (asked, taken) => {
  expect(whoWasMissed(asked)).toEqual(taken);
});

it.each([
  ['6800102757575751', '6800102757575751'],
  [';6800102757575751?', '6800102757575751'],
  [' 6800 1027 5757 5751 ', '6800102757575751'],
  [';6', ''],
  ['5757?', ''],
  ['%B', ''],
  ['?', ''],
  ['阿芳', null],
  ['88', null],
  ['13800002046', null],
  ['', null],
  ['阿芳;6', null],
])('knows whether a card reader wrote %j into a name', (text, cardNo) => {
  expect(cardReadAsName(text)).toBe(cardNo);
});

describe('the person who joins', () => {
  it.each([
    [{}, false],
    [{ name: ' ' }, false],
    [{ name: '周若彤' }, true],
    [{ nickname: '小周' }, true],
    [{ name: ';6800102744139208?', nickname: '小周' }, false],
  ])('%j is named: %s', (typed, named) => {
    expect(isNamed({ ...blankPerson(), ...typed })).toBe(named);
  });

  it('is looked for by what is known so far', () => {
    const birthday = { calendar: 'solar', year: null, month: 5, day: 4, leapMonth: false } as const;
    expect(knownOf(blankPerson())).toEqual({});
    expect(knownOf({ ...blankPerson(), name: ' 周若彤 ', phone: '138 ', birthday })).toEqual({
      ...{ name: '周若彤', phone: '138', month: 5, day: 4 },
    });
  });
});
