import { MEMBER, Till } from '../../testing/till.fixtures.js';

let till: Till;
const dialog = () => till.text('[role=dialog]');
const RULE = {
  ...{ id: 4, name: '满 1000 送 100', payCents: 1_000_00, perMultiple: false },
  gives: [
    {
      ...{ kind: 'bonus', bonusCents: 100_00, bonusValidDays: null },
      ...{ bonusInstalments: 1, firstAfterMonths: 0 },
    },
    { kind: 'points', points: 50 },
  ],
  ...{ grantsLevelId: null, grantsLevelName: null },
};
const SLIP = {
  ...{ topUpId: 11, receiptNo: 'RM-20261122-0002', businessDate: '2026-11-22' },
  ...{ at: '2026-11-22T04:00:00Z', storeName: '人民路店', storeAddress: null, storePhone: null },
  ...{
    tillName: '1 号台',
    staffName: '林晓',
    memberId: 7,
    memberName: '周若彤',
    levelName: '金卡',
  },
  ...{ phoneMasked: '138****2046', cardNoMasked: null, cardStatus: null, cardExpired: false },
  ...{ payerName: null, tender: 'cash', reference: null, ruleName: RULE.name },
  ...{ principalCents: 1_000_00, bonusCents: 100_00, points: 0, principalAfterCents: 2_072_00 },
  ...{ bonusAfterCents: 314_50, pointsAfter: 3_420, raisedToLevelName: null, printCount: 0 },
  gave: [
    { kind: 'bonus', amount: 100_00 },
    { kind: 'points', amount: 50 },
  ],
  ...{ reversedBy: null, receiptFooter: '' },
};
const sent = () => till.command('/members/7/top-ups');

beforeEach(async () => {
  till = new Till();
  till.answers['GET /top-up-offers'] = [RULE];
  till.answers['POST /members/7/top-ups'] = { topUpId: 11 };
  till.answers['GET /top-ups/11'] = SLIP;
  await till.open(Till.draft([], { memberId: 7 }));
  await till.until(() => till.text('.who').includes(MEMBER.name ?? ''));
  await till.press('F8');
  await till.until(() => document.activeElement?.closest('[data-field=amountCents]') != null);
  await till.until(() => dialog().includes('1,000.00'));
});
afterEach(() => till.close());

it('shows what the rule adds and what stands in the wallet afterwards', async () => {
  await till.type('999.99');
  expect(till.text('.sum')).toContain('2,071.99');
  expect(till.text('.sum')).not.toContain('100.00');
  await till.type('1000');
  expect(till.text('.sum')).toContain('100.00');
  expect(till.text('.sum')).toContain('2,072.00');
  expect(till.text('.sum')).toMatch(/Points given\s*50/);
});

it.each(['Enter', 'F2'])('is sent by %s, with the rule and the tender', async (key) => {
  await till.type('1000');
  await till.press(key);
  await till.until(() => sent() !== undefined);
  expect(sent()).toMatchObject({ amountCents: 1_000_00, tender: 'cash', ruleId: 4 });
  await till.until(() => dialog().includes('RM-20261122-0002'));
  for (const figure of ['2,072.00', '314.50', 'Points given+ 50'])
    expect(dialog()).toContain(figure);
});

it('takes another tender by its key', async () => {
  await till.type('500');
  await till.press('Alt+Digit2');
  await till.press('F2');
  await till.until(() => sent() !== undefined);
  expect(sent()).toMatchObject({ amountCents: 500_00, tender: 'wechat', ruleId: null });
});

it('names the amount that is missing, and sends nothing by Esc', async () => {
  await till.press('F2');
  expect(till.has('[data-field=amountCents].is-error')).toBe(true);
  await till.type('1000');
  await till.press('Escape');
  await till.until(() => !till.has('[data-field=amountCents]'));
  expect(sent()).toBeUndefined();
});

it('reads the offers again where the rule is none any more, and leaves the choice to a person', async () => {
  till.answers['POST /members/7/top-ups'] = [422, { code: 'wallet.rule_not_in_force' }];
  till.answers['GET /top-up-offers'] = [{ ...RULE, id: 6, payCents: 1_200_00 }];
  await till.type('1500');
  await till.press('F2');
  await till.until(() => dialog().includes('choose again'));
  await till.until(() => till.text('.offers').includes('1,200.00'));
  expect(dialog()).toContain('choose again');
  expect(document.querySelector<HTMLInputElement>('[data-field=amountCents] input')?.value).toBe(
    '1500.00',
  );
  expect(till.has('.offers .on')).toBe(false);
  const before = till.sent.length;
  await till.press('F2');
  expect(till.sent.slice(before).filter(({ method }) => method === 'POST')).toEqual([]);
  till.answers['POST /members/7/top-ups'] = { topUpId: 11 };
  document.querySelector<HTMLElement>('.offers button')?.click();
  await till.until(() => till.has('.offers .on'));
  await till.press('F2');
  await till.until(() => sent()?.ruleId === 6);
  expect(sent()).toMatchObject({ amountCents: 1_500_00, ruleId: 6 });
});
