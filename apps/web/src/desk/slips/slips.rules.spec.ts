import type { PayoutRow } from '../../api/payout.types.js';
import type { SaleRow } from '../../api/types.js';
import type { TopUpRow } from '../../value/top-ups/top-ups.queries.js';
import { slipOfSale } from '../../counter/sales/sale-slip.rules.js';
import { slipOfPayout } from '../../value/payouts/payout-slip.rules.js';
import { slipOfTopUp } from '../../value/top-ups/top-up-slip.rules.js';
import { mergeSlips } from './slips.rules.js';

const sale = {
  id: 1,
  receiptNo: 'RM-20261130-0001',
  at: '2026-11-30T02:00:00Z',
  memberId: null,
  memberName: null,
  tenders: ['cash'],
  dueCents: 28_00,
  voided: false,
} as unknown as SaleRow;
const topUp = {
  id: 1,
  receiptNo: 'RM-20261130-0002',
  at: '2026-11-30T10:30:00+08:00',
  memberId: 7,
  memberName: '周若彤',
  tender: 'wechat',
  principalCents: 500_00,
  reversedBy: null,
} as unknown as TopUpRow;
const payout = {
  id: 1,
  kind: 'withdrawal',
  receiptNo: 'RM-20261130-0003',
  at: '2026-11-30T01:00:00Z',
  memberId: 7,
  memberName: '周若彤',
  tender: 'cash',
  principalCents: 20_00,
  paidCents: 20_00,
  depositCents: 0,
  reversed: true,
} as unknown as PayoutRow;

describe("the day's slips", () => {
  it('are sales, top-ups and payouts, the newest first', () => {
    const slips = mergeSlips(
      [[slipOfSale(sale)], [slipOfTopUp(topUp)], [slipOfPayout(payout)]],
      50,
    );
    expect(slips.map(({ kind, cents, undone }) => [kind, cents, undone])).toEqual([
      ['topUp', 500_00, false],
      ['sale', 28_00, false],
      ['payout', 20_00, true],
    ]);
  });

  it('of a transfer show what was moved, of a closing what was paid with the deposit', () => {
    const transfer = slipOfPayout({ ...payout, kind: 'transfer', tender: null, paidCents: 0 });
    expect(transfer).toMatchObject({ cents: 20_00, tenders: [], what: 'payout.kinds.transfer' });
    const closing = slipOfPayout({ ...payout, kind: 'closing', depositCents: 10_00 });
    expect(closing.cents).toBe(30_00);
  });

  it('are as many as the longest of the lists can vouch for', () => {
    expect(
      mergeSlips([[slipOfSale(sale)], [slipOfTopUp(topUp)], [slipOfPayout(payout)]], 2).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['topUp', 'sale']);
  });
});
