import { MEMBER, Till } from '../../testing/till.fixtures.js';

let till: Till;
const dialog = () => till.text('[role=dialog]');
const SOLD = {
  ...{ saleId: 1, receiptNo: 'RM-20261122-0001', dueCents: 270_00, changeCents: 0 },
  ...{ principalCents: 225_00, bonusCents: 45_00, receivedCents: 0, pointsEarned: 225 },
  ...{ principalAfterCents: 847_00, bonusAfterCents: 169_50, pointsAfter: 3_645 },
};

beforeEach(async () => {
  till = new Till();
  await till.open(Till.draft([Till.product(1, '护理', 300_00)], { memberId: 7 }));
  await till.until(() => till.text('.who').includes(MEMBER.name ?? ''));
  await till.press('Alt+Digit1');
  await till.press('F2');
  await till.until(() => document.activeElement?.id === 'member-pin');
});
afterEach(() => till.close());

it('asks the member by name for the amount above the limit, and sends nothing before', () => {
  expect(dialog()).toContain(MEMBER.name);
  expect(dialog()).toContain('¥ 270.00');
  expect(till.command('/sales')).toBeUndefined();
});

it('is sent by Enter once it has six digits', async () => {
  till.answers['POST /sales'] = SOLD;
  await till.type('13579');
  await till.press('Enter');
  expect(till.command('/sales')).toBeUndefined();
  await till.type('135790');
  await till.press('Enter');
  await till.until(() => till.has('[data-test=change]'));
  expect(till.command('/sales')).toMatchObject({
    tenders: [{ tender: 'wallet', amountCents: 270_00 }],
    pin: '135790',
  });
  expect(till.text('.sold')).toContain('847.00');
});

it('says how many attempts are left after a wrong one, empty for the next', async () => {
  till.answers['POST /sales'] = [422, { code: 'member.wrong_pin', params: { attemptsLeft: 3 } }];
  await till.type('000111');
  await till.press('Enter');
  await till.until(() => till.has('[role=dialog] [role=alert]'));
  expect(till.text('[role=dialog] [role=alert]')).toContain('3');
  expect((document.querySelector('#member-pin') as HTMLInputElement).value).toBe('');
});

it('is left by Esc: nothing is sent, and the cart and its tenders stay', async () => {
  await till.press('Escape');
  await till.until(() => !till.has('#member-pin'));
  expect(till.command('/sales')).toBeUndefined();
  expect(till.text('.cart tbody')).toContain('护理');
  expect(till.has('[data-tender=wallet]')).toBe(true);
});
