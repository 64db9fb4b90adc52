import { MEMBER, SESSION, Till } from '../../testing/till.fixtures.js';

let till: Till;
const dialog = () => till.text('[role=dialog]');
const problem = () => till.text('[data-test=pay-problem]');
const asksPin = () => document.activeElement?.id === 'member-pin';
const withPoints = (points: number) => ({
  ...MEMBER,
  level: { ...MEMBER.level, payRateBps: 10_000 },
  wallet: { ...MEMBER.wallet, points },
});
const salesSent = () => till.sent.filter(({ method }) => method === 'POST').length;

beforeEach(async () => {
  till = new Till();
  const settings = { ...SESSION.settings, pointsPay: true };
  till.answers['GET /session'] = { ...SESSION, settings };
  till.answers['GET /members/7'] = withPoints(40_000);
  await till.open(Till.draft([Till.product(1, '护理', 800_00)], { memberId: 7 }));
  await till.until(() => till.text('.who').includes(MEMBER.name ?? ''));
  await till.press('Alt+Digit5');
  await till.press('Alt+Digit3');
  await till.press('F2');
  await till.until(asksPin);
});
afterEach(() => till.close());

it('names points where points pay, and both where both do', async () => {
  expect(dialog()).toMatch(/pays with: \w*points/i);
  expect(dialog()).toContain('¥ 400.00');
  expect(dialog()).not.toMatch(/stored value/i);
  await till.press('Escape');
  await till.until(() => !till.has('#member-pin'));
  await till.press('Alt+Digit1');
  await till.press('F2');
  await till.until(asksPin);
  expect(dialog()).toMatch(/pays with: \w*points, stored value/i);
});

it('asks anew where a wrong PIN found fewer points: it says both figures and sends nothing', async () => {
  till.answers['POST /sales'] = [422, { code: 'member.wrong_pin', params: { attemptsLeft: 3 } }];
  till.answers['GET /members/7'] = withPoints(30_000);
  await till.type('000111');
  await till.press('Enter');
  await till.until(() => problem() !== '');
  for (const words of ['400.00 → 300.00', '400.00 → 500.00']) expect(problem()).toContain(words);
  await till.until(() => !till.has('#member-pin'));
  const before = salesSent();
  await till.press('F2');
  await till.until(asksPin);
  expect(dialog()).toContain('¥ 300.00');
  expect(salesSent()).toBe(before);
});

it('is closed by a balance that changes behind it', async () => {
  const { queryClient } = await import('../../api/query-client.js');
  till.answers['GET /members/7'] = withPoints(30_000);
  await queryClient.invalidateQueries({ queryKey: ['desk'] });
  await till.until(() => problem().includes('400.00 → 300.00'));
  await till.until(() => !till.has('#member-pin'));
  expect(till.command('/sales')).toBeUndefined();
});
