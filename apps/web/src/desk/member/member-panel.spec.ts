import { MEMBER, Till } from '../../testing/till.fixtures.js';

let till: Till;
const who = () => till.text('section.who');
const tab = () => document.querySelector<HTMLElement>('[role=tab][aria-selected=true]');

beforeEach(() => {
  till = new Till();
});
afterEach(() => till.close());

it('shows who it is, and how much of everything on the tabs; arrows go from one to the other', async () => {
  await till.open(Till.draft([], { memberId: 7 }));
  await till.until(() => who().includes(MEMBER.name ?? ''));
  for (const words of ['Gold', '138****2046', '1,286.50', '3,420']) expect(who()).toContain(words);
  expect(tab()?.textContent).toContain('1,286.50');
  expect(till.text('[role=tabpanel]')).toContain('1,072.00');
  expect(till.text('[role=tabpanel]')).toContain('214.50');
  tab()?.focus();
  await till.press('ArrowRight');
  expect(tab()?.textContent).toContain('3,420');
  expect(document.activeElement).toBe(tab());
  await till.press('ArrowRight');
  expect(tab()?.textContent).toContain('1,286.50');
});

it('shows no figure that did not come', async () => {
  till.answers['GET /members/7'] = [500, { code: 'internal' }];
  await till.open(Till.draft([], { memberId: 7 }));
  await till.until(() => who().includes('—') || /again|retry/i.test(who()));
  expect(who()).not.toContain('0.00');
  expect(who()).not.toContain('1,286.50');
});

it('goes by its key, and with it the wallet that was to pay', async () => {
  await till.open(Till.draft([Till.product(1, '拿铁', 56_00)], { memberId: 7 }));
  await till.until(() => who().includes(MEMBER.name ?? ''));
  await till.press('Alt+Digit1');
  expect(till.has('[data-tender=wallet]')).toBe(true);
  await till.press('Alt+KeyM');
  expect(till.has('[data-tender=wallet]')).toBe(false);
  expect(who()).toContain('Walk-in');
  expect(till.text('.due')).toContain('56.00');
});
