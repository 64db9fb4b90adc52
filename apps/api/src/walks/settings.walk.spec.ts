import { FixedClock } from '#kernel';
import { SETTINGS, type SettingKey } from '#chain/settings';
import { testApp } from '#workshop/testing';
import { aMember } from '../../../../libs/membership/members/members.fixtures.js';
import { twoPlaces } from './place.fixtures.js';
import {
  type AnyValue,
  chainWith,
  type SettingCase,
  SettingChain,
} from './setting-chain.fixtures.js';
import { HOUSE_CASES } from './setting-house-cases.fixtures.js';
import { MONEY_CASES } from './setting-money-cases.fixtures.js';

// Every setting, in a chain where each has a value that no other has: exactly this one decides.
const clock = new FixedClock(new Date('2026-11-23T04:00:00Z'));
const api = await testApp({ clock, books: 'once' });
const { here } = await twoPlaces(api);
const chain = new SettingChain(here, clock);
const CASES = { ...MONEY_CASES, ...HOUSE_CASES } as unknown as Record<string, SettingCase>;

it('knows a case of every setting', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(SETTINGS).sort());
});

it('has a value of its own for every number and text', () => {
  const values = Object.entries(CASES)
    .filter(([key]) => !['flag', 'choice'].includes(SETTINGS[key as SettingKey].type))
    .flatMap((entry) => entry[1].values);
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
});

const cases = Object.entries(CASES).flatMap(([key, { values }]) =>
  values.map((value): [SettingKey, AnyValue] => [key as SettingKey, value]),
);

it.each(cases)('%s %s decides', async (key, value) => {
  await chain.set(chainWith(CASES, key, value));
  await CASES[key]?.shows(chain, value);
});

/** What a screen reads of a setting to say it before the act. */
const ON_SCREENS: Record<string, SettingKey> = {
  idleMinutes: 'session.idle_minutes',
  pinLimitCents: 'wallet.pin_limit_cents',
  spendOrder: 'wallet.spend_order',
  receiptPrint: 'receipt.print',
  receiptFooter: 'receipt.footer',
  rounding: 'sale.rounding',
  quickDiscountable: 'sale.quick_discountable',
  bonusEarnsPoints: 'points.on_bonus',
  pointsPay: 'points.pay',
  pointsPerYuan: 'points.pay_per_yuan',
  pointsStep: 'points.pay_step',
  pointsMaxPercent: 'points.pay_percent',
  allowNegativeStock: 'stock.allow_negative',
  smsSignature: 'sms.signature',
  cardDepositCents: 'card.deposit_cents',
  cardFeeCents: 'card.fee_cents',
  cardReplaceFeeCents: 'card.replace_fee_cents',
};
const firstValues = (keys: Record<string, SettingKey>) =>
  Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, CASES[key]?.values[0]]));

it('says every setting to the screens under its own name', async () => {
  await chain.set(
    firstValues(Object.fromEntries(Object.keys(CASES).map((key) => [key, key as SettingKey]))),
  );
  const { body } = await here.desk.get('/api/v1/session');
  expect(body.settings).toEqual(firstValues(ON_SCREENS));
});

it.each([
  ['withdrawals', 'approval.withdrawal_from_cents'],
  ['transfers', 'approval.transfer_from_cents'],
] as const)('says before one of the %s whether it will ask', async (act, key) => {
  const { memberId } = await chain.customer(1_000_00);
  const { memberId: toMemberId } = await aMember(api.db);
  const asks = async (amountCents: number) => {
    const query = act === 'transfers' ? `&toMemberId=${toMemberId}` : '';
    const path = `/api/v1/members/${memberId}/${act}/preview?amountCents=${amountCents}${query}`;
    const { needsPin, needsApproval } = (await here.desk.get(path)).body;
    return { needsPin, needsApproval };
  };
  const [pinAbove, secondFrom] = [MONEY_CASES['wallet.pin_limit_cents'], MONEY_CASES[key]].map(
    ({ values }) => values[0] as number,
  ) as [number, number];
  expect(await asks(pinAbove)).toEqual({ needsPin: false, needsApproval: false });
  expect(await asks(pinAbove + 1)).toEqual({ needsPin: true, needsApproval: false });
  expect(await asks(secondFrom - 1)).toEqual({ needsPin: true, needsApproval: false });
  expect(await asks(secondFrom)).toEqual({ needsPin: true, needsApproval: true });
});

it('says before a refund from which amounts it asks', async () => {
  const { memberId } = await chain.customer(100_00);
  const { body } = await here.desk.get(`/api/v1/members/${memberId}/wallet-refunds/preview`);
  expect(body).toMatchObject(
    firstValues({
      pinLimitCents: 'wallet.pin_limit_cents',
      approvalFromCents: 'approval.refund_from_cents',
    }),
  );
});
