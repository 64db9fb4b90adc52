import { FIXTURE_PIN, aMember } from '../../../../libs/membership/members/members.fixtures.js';
import { shelved } from '../../../../libs/counter/sales/sales.fixtures.js';
import { registered } from '../../../../libs/value/wallets/wallets.fixtures.js';
import { POINTS_CASES } from './setting-points-cases.fixtures.js';
import { done, refusal, type SettingCase, type SettingChain } from './setting-chain.fixtures.js';

const FAR = 9_000_000_00;
const MODES = ['stop', 'warn', 'off'] as const;
const BY_MODE = { stop: 'wallet.limit_exceeded', warn: 'wallet.limit_warning', off: null };

/** Done below an amount, and from it on only with a second person. */
const secondFrom = (
  values: readonly [number, number],
  act: (chain: SettingChain, cents: number) => Promise<string | null>,
): SettingCase<number> => ({
  values,
  when: { 'limit.unregistered': 'off', 'sale.rounding': 'none' },
  async shows(chain, from) {
    expect(await act(chain, from - 1)).toBeNull();
    expect(await act(chain, from)).toBe('approval.required');
  },
});

/** Value up to an amount, and a cent more. */
const filled = (
  values: readonly [number, number],
  mode: 'limit.registered' | 'limit.unregistered',
): SettingCase<number> => ({
  values,
  when: { [mode]: 'stop' },
  async shows(chain, cents) {
    const { memberId } = await aMember(chain.db);
    if (mode === 'limit.registered') await registered(chain.db, memberId);
    expect(await refusal(chain.topUp(memberId, cents))).toBeNull();
    expect(await refusal(chain.topUp(memberId, 1))).toBe('wallet.limit_exceeded');
  },
});

const filledBy = (key: 'registered' | 'unregistered'): SettingCase<(typeof MODES)[number]> => ({
  values: MODES,
  async shows(chain, mode) {
    const { memberId } = await aMember(chain.db);
    if (key === 'registered') await registered(chain.db, memberId);
    expect(await refusal(chain.topUp(memberId, 8_000_00))).toBe(BY_MODE[mode]);
  },
});

async function aCompany(chain: SettingChain): Promise<number> {
  const { memberId } = await aMember(chain.db);
  await chain.db.query("UPDATE member SET kind = 'company' WHERE id = $1", [memberId]);
  return memberId;
}

async function issued(chain: SettingChain): Promise<Record<string, number | string | null>> {
  const { memberId } = await aMember(chain.db, { storeId: chain.place.storeId });
  const { cardNo } = await done<{ cardNo: string }>(chain.ask(`/members/${memberId}/cards`, {}));
  return chain.db.one(
    `SELECT deposit_cents AS deposit, fee_cents AS fee, expires_on AS "lastDay" FROM card WHERE card_no = $1`,
    [cardNo],
  );
}

const sides = (body: { principalCents: number; bonusCents: number }) => [
  body.principalCents,
  body.bonusCents,
];
const SPLIT = {
  proportional: [60_00, 20_00],
  bonus_first: [0, 80_00],
  principal_first: [80_00, 0],
};
const roundedTo = { none: 10_07, down_jiao: 10_00 };

/** Today is 23 November 2026. */
export const MONEY_CASES = {
  ...POINTS_CASES,
  'wallet.pin_limit_cents': {
    values: [217_00, 143_00],
    when: { 'sale.rounding': 'none' },
    async shows(chain, cents) {
      const { cardNo } = await chain.customer(1_000_00);
      expect(await refusal(chain.sale(cents + 1, { cardNo }))).toBe('member.pin_required');
      expect(await refusal(chain.sale(cents - 1, { cardNo }))).toBeNull();
      expect(await refusal(chain.sale(1, { cardNo }))).toBeNull();
      expect(await refusal(chain.sale(1, { cardNo }))).toBe('member.pin_required');
    },
  } satisfies SettingCase<number>,
  'wallet.spend_order': {
    values: ['bonus_first', 'principal_first', 'proportional'],
    async shows(chain, order) {
      const { cardNo } = await chain.customer(300_00, 100_00);
      expect(sides(await done(chain.sale(80_00, { cardNo })))).toEqual(SPLIT[order]);
    },
  } satisfies SettingCase<keyof typeof SPLIT>,
  'wallet.transfer_bonus': {
    values: ['move', 'void'],
    when: { 'limit.unregistered': 'off' },
    async shows(chain, how) {
      const { memberId } = await chain.customer(200_00, 20_00);
      const { memberId: toMemberId } = await aMember(chain.db);
      const body = { toMemberId, amountCents: 100_00, pin: FIXTURE_PIN };
      const answer = await done(chain.ask(`/members/${memberId}/transfers`, body));
      const moved = how === 'move';
      expect(answer).toMatchObject({
        ...{ bonusMovedCents: moved ? 10_00 : 0, bonusVoidCents: moved ? 0 : 10_00 },
      });
    },
  } satisfies SettingCase<'move' | 'void'>,
  'sale.quick_discountable': {
    values: [false, true],
    when: { 'sale.rounding': 'none' },
    async shows(chain, isLowered) {
      const { memberId } = await aMember(chain.db);
      await chain.db.query(
        'UPDATE member SET level_id = (SELECT id FROM level WHERE pay_rate_bps = 9000) WHERE id = $1',
        [memberId],
      );
      const dueCents = isLowered ? 90_00 : 100_00;
      const tenders = [{ tender: 'cash', amountCents: dueCents, givenCents: dueCents }];
      const lines = [{ kind: 'quick', amountCents: 100_00 }];
      await done(chain.ask('/sales', { memberId, lines, tenders, dueCents }));
    },
  } satisfies SettingCase<boolean>,
  'sale.rounding': {
    values: ['down_jiao', 'none'],
    async shows(chain, how) {
      const at = { storeId: chain.place.storeId, staffId: chain.place.staffId };
      const { id } = await chain.db.write((tx) =>
        shelved(tx, at, { kind: 'service', priceCents: 10_07 }),
      );
      const dueCents = roundedTo[how];
      const tenders = [{ tender: 'cash', amountCents: dueCents, givenCents: dueCents }];
      const lines = [{ productId: id, qtyMilli: 1_000, unitPriceCents: 10_07 }];
      await done(chain.ask('/sales', { lines, tenders, dueCents }));
    },
  } satisfies SettingCase<keyof typeof roundedTo>,
  'stock.allow_negative': {
    values: [true, false],
    async shows(chain, allowed) {
      const at = { storeId: chain.place.storeId, staffId: chain.place.staffId };
      const { id } = await chain.db.write((tx) =>
        shelved(tx, at, { qtyMilli: 0, priceCents: 5_00 }),
      );
      const tenders = [{ tender: 'cash', amountCents: 5_00, givenCents: 5_00 }];
      const lines = [{ productId: id, qtyMilli: 1_000, unitPriceCents: 5_00 }];
      const sale = chain.ask('/sales', { lines, tenders, dueCents: 5_00 });
      expect(await refusal(sale)).toBe(allowed ? null : 'stock.short');
    },
  } satisfies SettingCase<boolean>,
  'wallet.payout_pin': {
    values: [false, true],
    async shows(chain, always) {
      const { memberId } = await chain.customer(1_000_00);
      const body = { amountCents: 1_00, tender: 'cash' };
      const asked = chain.ask(`/members/${memberId}/withdrawals`, body);
      expect(await refusal(asked)).toBe(always ? 'member.pin_required' : null);
    },
  } satisfies SettingCase<boolean>,
  'approval.withdrawal_from_cents': secondFrom([431_00, 389_00], async (chain, cents) =>
    refusal(chain.withdrawal(await chain.customer(1_000_00), cents)),
  ),
  'approval.transfer_from_cents': secondFrom([457_00, 377_00], async (chain, amountCents) => {
    const { memberId } = await chain.customer(1_000_00);
    const { memberId: toMemberId } = await aMember(chain.db);
    const body = { toMemberId, amountCents, pin: FIXTURE_PIN };
    return refusal(chain.ask(`/members/${memberId}/transfers`, body));
  }),
  'approval.refund_from_cents': secondFrom([337_00, 293_00], async (chain, amountCents) => {
    const { memberId } = await chain.customer(amountCents);
    const settlement = { basis: 'principal', amountCents, tender: 'cash', points: 'keep' };
    const body = { ...settlement, giftPoints: 'leave', reason: '退', pin: FIXTURE_PIN };
    return refusal(chain.ask(`/members/${memberId}/wallet-refunds`, body));
  }),
  'approval.adjustment_from_cents': secondFrom([37_00, 53_00], async (chain, amountCents) => {
    const { memberId } = await aMember(chain.db);
    const body = { kind: 'principal', amountCents, reason: '补' };
    return refusal(chain.ask(`/members/${memberId}/wallet-adjustments`, body));
  }),
  'approval.top_up_reversal_from_cents': secondFrom([419_00, 361_00], async (chain, cents) => {
    const { topUpId } = await chain.customer(cents, 0, '2026-11-23');
    return refusal(chain.ask(`/top-ups/${topUpId}/reversal`, { reason: '误' }));
  }),
  'approval.return_from_cents': secondFrom([173_00, 139_00], async (chain, cents) => {
    const { saleId } = await done<{ saleId: number }>(chain.sale(cents));
    const lines = [{ lineNo: 1, qtyMilli: 1_000 }];
    return refusal(chain.ask(`/sales/${saleId}/returns`, { lines, reason: '退' }));
  }),
  'approval.late_undo_from_cents': secondFrom([163_00, 149_00], async (chain, cents) => {
    const { saleId } = await done<{ saleId: number }>(chain.sale(cents));
    const now = chain.clock.now();
    await chain.goTo(new Date(now.getTime() + 86_400_000));
    const { head } = chain.place;
    const code = await refusal(chain.ask(`/sales/${saleId}/void`, { reason: '误' }, head));
    await chain.goTo(now);
    return code;
  }),
  'approval.member_day_from_cents': {
    values: [1_013_00, 907_00],
    when: { 'approval.withdrawal_from_cents': FAR },
    async shows(chain, from) {
      const customer = await chain.customer(5_000_00);
      expect(await refusal(chain.withdrawal(customer, 100_00))).toBeNull();
      expect(await refusal(chain.withdrawal(customer, from - 100_00))).toBe('approval.required');
      expect(await refusal(chain.withdrawal(customer, from - 100_01))).toBeNull();
    },
  } satisfies SettingCase<number>,
  'approval.staff_day_from_cents': {
    values: [3_011_00, 2_503_00],
    when: { 'approval.withdrawal_from_cents': FAR, 'approval.member_day_from_cents': FAR },
    async shows(chain, from) {
      const [one, other] = [await chain.customer(5_000_00), await chain.customer(5_000_00)];
      expect(await refusal(chain.withdrawal(one, 100_00))).toBeNull();
      expect(await refusal(chain.withdrawal(other, from - 100_00))).toBe('approval.required');
      expect(await refusal(chain.withdrawal(other, from - 100_01))).toBeNull();
    },
  } satisfies SettingCase<number>,
  'limit.registered': filledBy('registered'),
  'limit.registered_cents': filled([7_001_00, 6_007_00], 'limit.registered'),
  'limit.unregistered': filledBy('unregistered'),
  'limit.unregistered_cents': filled([1_501_00, 1_303_00], 'limit.unregistered'),
  'limit.company_transfer': {
    values: MODES,
    when: { 'limit.unregistered': 'off' },
    async shows(chain, mode) {
      const codes = {
        stop: 'wallet.transfer_required',
        warn: 'wallet.transfer_advised',
        off: null,
      };
      expect(await refusal(chain.topUp(await aCompany(chain), 8_000_00))).toBe(codes[mode]);
    },
  } satisfies SettingCase<(typeof MODES)[number]>,
  'limit.company_transfer_from_cents': {
    values: [5_503_00, 4_507_00],
    when: { 'limit.unregistered': 'off', 'limit.company_transfer': 'stop' },
    async shows(chain, from) {
      const memberId = await aCompany(chain);
      expect(await refusal(chain.topUp(memberId, from - 1))).toBeNull();
      expect(await refusal(chain.topUp(memberId, from))).toBe('wallet.transfer_required');
    },
  } satisfies SettingCase<number>,
  'limit.refund_days': {
    values: [15, 4],
    async shows(chain, days) {
      const { memberId } = await chain.customer(10_00);
      const { body } = await chain.place.desk.get(
        `/api/v1/members/${memberId}/wallet-refunds/preview`,
      );
      expect(body.lots[0].rightUntil).toBe(days === 4 ? '2026-11-26' : '2026-12-07');
    },
  } satisfies SettingCase<number>,
  'card.deposit_cents': {
    values: [11_00, 23_00],
    shows: async (chain, deposit) => expect(await issued(chain)).toMatchObject({ deposit }),
  } satisfies SettingCase<number>,
  'card.deposit_max_cents': {
    values: [131_00, 47_00],
    async shows(chain, most) {
      const taken = async (depositCents: number) => {
        const { memberId } = await aMember(chain.db, { storeId: chain.place.storeId });
        return refusal(chain.ask(`/members/${memberId}/cards`, { depositCents }));
      };
      expect([await taken(most), await taken(most + 1)]).toEqual([null, 'card.deposit_too_large']);
    },
  } satisfies SettingCase<number>,
  'card.fee_cents': {
    values: [13_00, 29_00],
    shows: async (chain, fee) => expect(await issued(chain)).toMatchObject({ fee }),
  } satisfies SettingCase<number>,
  'card.replace_fee_cents': {
    values: [17_00, 31_00],
    async shows(chain, feeCents) {
      const { cardNo } = await chain.customer(1);
      const identity = { by: 'pin', pin: FIXTURE_PIN };
      const { cardNo: next } = await done<{ cardNo: string }>(
        chain.ask(`/cards/${cardNo}/replacement`, { identity, reason: '坏' }),
      );
      const fees = await chain.db.query(
        'SELECT fee_cents AS "feeCents" FROM card WHERE card_no = $1',
        [next],
      );
      expect(fees).toEqual([{ feeCents }]);
    },
  } satisfies SettingCase<number>,
  'card.valid_days': {
    values: [503, 7],
    shows: async (chain, days) =>
      expect(await issued(chain)).toMatchObject({
        lastDay: days === 7 ? '2026-11-30' : '2028-04-09',
      }),
  } satisfies SettingCase<number>,
  'card.chain_prefix': {
    values: ['6811', '6911'],
    async shows(chain, prefix) {
      const { storeId, head } = chain.place;
      const range = await done<{ prefix: string }>(chain.ask('/card-ranges', { storeId }, head));
      expect(range.prefix.slice(0, 4)).toBe(prefix);
    },
  } satisfies SettingCase<string>,
};
