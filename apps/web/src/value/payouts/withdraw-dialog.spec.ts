import { MEMBER, Till } from '../../testing/till.fixtures.js';

let till: Till;
const preview = (amountCents: number) => ({
  ...{ principalCents: 1_072_00, bonusCents: 214_50, heldBonusCents: 0, entitledCents: 1_072_00 },
  ...{ payableCents: 1_072_00, amountCents, bonusGoesCents: amountCents / 5, heldGoesCents: 0 },
  principalAfterCents: 1_072_00 - amountCents,
  bonusAfterCents: 214_50 - amountCents / 5,
  ...{ heldAfterCents: 0, withinPaidRatio: true, needsPin: true, hasPin: true },
  needsApproval: false,
});
const sent = () => till.command('/members/7/withdrawals');
const fieldOf = (name: string) =>
  document.querySelector<HTMLInputElement>(`[data-field=${name}] input`);

beforeEach(async () => {
  till = new Till();
  till.answers['GET /members/7/withdrawals/preview'] = preview(100_00);
  till.answers['POST /members/7/withdrawals'] = {
    ...{ payoutId: 3, receiptNo: 'RM-20261122-0009', paidCents: 100_00, principalCents: 100_00 },
  };
  await till.open(Till.draft([], { memberId: 7 }));
  await till.until(() => till.text('.who').includes(MEMBER.name ?? ''));
  await till.press('Alt+KeyK');
  await till.until(() => document.activeElement?.matches('[role=dialog] input.filter') === true);
  await till.press('Alt+KeyQ');
  await till.until(() => document.activeElement?.closest('[data-field=amountCents]') != null);
});
afterEach(() => till.close());

it('shows what goes, the bonus that goes with it and what is left, only of the amount in the box', async () => {
  await till.type('100');
  await till.until(() => till.text('.sum').includes('972.00'));
  for (const figure of ['100.00', '20.00', '194.50']) expect(till.text('.sum')).toContain(figure);
  await till.type('101');
  expect(till.text('.sum')).not.toContain('972.00');
});

it('is sent by F2 with the PIN of its owner, and not without', async () => {
  await till.type('100');
  await till.until(() => till.text('.sum').includes('972.00'));
  await till.press('F2');
  expect(sent()).toBeUndefined();
  fieldOf('pin')?.focus();
  await till.type('135790');
  await till.press('F2');
  await till.until(() => sent() !== undefined);
  expect(sent()).toMatchObject({ amountCents: 100_00, tender: 'cash', pin: '135790' });
});

it('pays out as much as may be typed: the row of the tender has no smaller bound', async () => {
  till.answers['GET /members/7/withdrawals/preview'] = preview(10_000_000_00);
  await till.type('10000000');
  await till.until(() => till.text('.sum').includes('10,000,000.00'));
  expect(till.has('[data-tender] [role=alert]')).toBe(false);
  fieldOf('pin')?.focus();
  await till.type('135790');
  await till.press('F2');
  await till.until(() => sent() !== undefined);
  expect(sent()).toMatchObject({ amountCents: 10_000_000_00 });
});

it('is left by Esc, and nothing is sent', async () => {
  await till.type('100');
  await till.press('Escape');
  await till.until(() => fieldOf('amountCents') === null);
  expect(sent()).toBeUndefined();
});
