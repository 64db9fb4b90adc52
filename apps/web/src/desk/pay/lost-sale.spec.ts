import { MEMBER, SESSION, Till } from '../../testing/till.fixtures.js';

let till: Till;
const LEVEL = { ...MEMBER.level, payRateBps: 10_000 };
const withWallet = (more: object) => ({
  ...MEMBER,
  level: LEVEL,
  wallet: { ...MEMBER.wallet, ...more },
});
const EMPTY = withWallet({ principalCents: 0, bonusCents: 0, spendableCents: 0, points: 0 });
const SOLD = {
  ...{ saleId: 1, receiptNo: 'RM-20261122-0001', dueCents: 60_00, changeCents: 0 },
  ...{ principalCents: 0, bonusCents: 0, receivedCents: 30_00, pointsEarned: 0 },
  ...{ principalAfterCents: 0, bonusAfterCents: 0, pointsAfter: 0 },
};
const amountIn = (tender: string) =>
  document.querySelector<HTMLInputElement>(`[data-tender=${tender}] input`)?.value;
const rows = () => till.text('.sold dl');

/** The member's balance is read anew: the sale has been made, and nobody here knows. */
async function readAgain(): Promise<void> {
  const { queryClient } = await import('../../api/query-client.js');
  till.answers['GET /members/7'] = EMPTY;
  await queryClient.invalidateQueries({ queryKey: ['desk'] });
  await till.until(() => till.text('.who').includes(MEMBER.name ?? ''));
}

const DRAFT = Till.draft([Till.product(1, '拿铁', 60_00)], { memberId: 7 });
async function open(member: object, draft = DRAFT): Promise<void> {
  const settings = { ...SESSION.settings, pointsPay: true };
  till.answers['GET /session'] = { ...SESSION, settings };
  till.answers['GET /members/7'] = member;
  till.answers['POST /sales'] = [503, {}];
  await till.open(draft);
  await till.until(() => till.text('.who').includes(MEMBER.name ?? ''));
}

const isUnknown = () => till.has('[data-test=pay-problem].unknown');

beforeEach(() => {
  till = new Till();
});
afterEach(() => till.close());

it.each([
  ['points', 'Alt+Digit5', { points: 3_000 }, '30.00', '30.00', 0],
  ['wallet', 'Alt+Digit1', { principalCents: 50_00, spendableCents: 50_00 }, '50.00', '10.00', 1],
])(
  'a lost answer of a sale by %s and cash shows what was sent, whatever the balance is now',
  async (tender, key, balance, value, cash, isWallet) => {
    await open(withWallet({ bonusCents: 0, ...balance }));
    await till.press(key);
    await till.press('Alt+Digit3');
    expect([amountIn(tender), amountIn('cash')]).toEqual([value, cash]);
    await till.press('F2');
    await till.until(isUnknown);
    await readAgain();
    expect([amountIn(tender), amountIn('cash')]).toEqual([value, cash]);
    till.answers['POST /sales'] = isWallet ? { ...SOLD, principalCents: 50_00 } : SOLD;
    await till.press('F2');
    await till.until(() => till.has('[data-test=change]'));
    expect(rows()).toMatch(new RegExp(`cash.*${cash}`, 'i'));
    expect(rows()).toContain(value);
    expect(rows().match(/60\.00/g)).toHaveLength(1);
  },
);

it('shows after a reload what was sent, until it is known', async () => {
  await open(withWallet({ bonusCents: 0, points: 3_000 }));
  await till.press('Alt+Digit5');
  await till.press('Alt+Digit3');
  await till.press('F2');
  await till.until(isUnknown);
  const stored = JSON.parse(localStorage.getItem('shuke.desk.draft.1') ?? '') as object;
  till.close();
  till = new Till();
  await open(EMPTY, stored);
  await till.until(isUnknown);
  expect([amountIn('points'), amountIn('cash')]).toEqual(['30.00', '30.00']);
  till.answers['POST /sales'] = SOLD;
  await till.press('F2');
  await till.until(() => till.has('[data-test=change]'));
  expect(rows().match(/30\.00/g)).toHaveLength(2);
});
