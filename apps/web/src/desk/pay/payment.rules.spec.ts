import { quoteSale } from '#goods/pricing/rules';

import {
  addTender,
  likelyCash,
  previewPoints,
  setTender,
  settle as settleBy,
  splitWallet,
  swapTender,
  type TenderEntry,
  tenderRequest,
} from './payment.rules.js';

/** A wallet with so much to spend. */
const walletOf = (spendableCents: number) => ({
  wallet: {
    most: (open: number) => Math.min(open, spendableCents),
    pays: (cents: number) => cents,
    unitsOf: () => null,
  },
});
const settle = (due: number, entries: readonly TenderEntry[], spendableCents: number) =>
  settleBy(due, entries, walletOf(spendableCents));

const DUE = 28170;
const WALLET = { principalCents: 107200, bonusCents: 21450 };
const SPENDABLE = 128650;

describe('golden G05 at the till', () => {
  const entries = setTender(
    setTender(addTender(addTender([], 'wallet'), 'cash'), 'wallet', 20000),
    'cash',
    10000,
  );
  const payment = settle(DUE, entries, SPENDABLE);

  it('200.00 from the wallet, 100.00 in cash: 18.30 change', () => {
    expect(payment).toMatchObject({ missingCents: 0, changeCents: 1830, complete: true });
    expect(tenderRequest(payment)).toEqual([
      { tender: 'wallet', amountCents: 20000 },
      { tender: 'cash', amountCents: 8170, givenCents: 10000 },
    ]);
  });

  it('shows 166.65 + 33.35 and 248 points before it is paid', () => {
    const split = splitWallet(20000, WALLET, 'proportional');
    expect(split).toEqual({ principalCents: 16665, bonusCents: 3335 });
    const line = { discountable: true, pointsFactorBps: 10_000 };
    const quote = quoteSale({
      lines: [
        { ...line, productId: 1, unitPriceCents: 2800, qtyMilli: 2000 },
        { ...line, productId: 2, unitPriceCents: 8900, qtyMilli: 1000 },
        { ...line, productId: 3, unitPriceCents: 16800, qtyMilli: 1000 },
      ],
      payRateBps: 9000,
      rounding: 'none',
    });
    const terms = { pointsPerYuanBps: 10_000, bonusEarns: false };
    expect(previewPoints(quote, split, terms)).toBe(248);
  });
});

describe('tenders', () => {
  it('take what is missing until an amount is typed', () => {
    const entries = addTender(addTender([], 'wallet'), 'wechat');
    expect(settle(DUE, entries, 5000).tenders.map((paid) => paid.amountCents)).toEqual([
      5000, 23170,
    ]);
    expect(
      settle(DUE, setTender(entries, 'wallet', 1000), 5000).tenders.map((paid) => paid.amountCents),
    ).toEqual([1000, 27170]);
  });

  it('take an empty wallet as nothing and leave it out of the request', () => {
    const payment = settle(DUE, addTender(addTender([], 'wallet'), 'cash'), 0);
    expect(payment.complete).toBe(true);
    expect(tenderRequest(payment)).toEqual([{ tender: 'cash', amountCents: DUE, givenCents: DUE }]);
  });

  it('say what is missing', () => {
    expect(settle(DUE, [{ tender: 'cash', cents: 20000 }], 0)).toMatchObject({
      missingCents: 8170,
      changeCents: 0,
      complete: false,
    });
    expect(settle(DUE, [], 0).missingCents).toBe(DUE);
  });

  it('give change for cash only', () => {
    expect(settle(DUE, [{ tender: 'alipay', cents: 30000 }], 0)).toMatchObject({
      overCents: 1830,
      changeCents: 0,
      complete: false,
    });
  });

  it('leave the rest to an open tender beside counted cash', () => {
    const entries: TenderEntry[] = [
      { tender: 'cash', cents: 10000 },
      { tender: 'wechat', cents: null },
    ];
    const payment = settle(DUE, entries, 0);
    expect(payment.tenders.map((paid) => paid.amountCents)).toEqual([10000, 18170]);
    expect(payment.complete).toBe(true);
  });

  it('never take more from the wallet than is there', () => {
    expect(settle(DUE, [{ tender: 'wallet', cents: 20000 }], 15000)).toMatchObject({
      short: { tender: 'wallet', cents: 5000 },
      complete: false,
    });
  });

  it('in whole steps pay what the steps are worth, and say how many they are', () => {
    // A hundred points a yuan, in steps of a hundred, 20.00 of them.
    const points = {
      points: {
        most: (open: number) => Math.min(Math.floor(open / 100) * 100, 2000),
        pays: (cents: number) => Math.floor(cents / 100) * 100,
        unitsOf: (cents: number) => cents,
      },
    };
    const entries = addTender(addTender([], 'points'), 'cash');
    const open = settleBy(4250, entries, points);
    expect(tenderRequest(open)).toEqual([
      { tender: 'points', amountCents: 2000, units: 2000 },
      { tender: 'cash', amountCents: 2250, givenCents: 2250 },
    ]);
    const typed = settleBy(4250, setTender(entries, 'points', 1575), points);
    expect(typed.tenders[0]).toMatchObject({ amountCents: 1500, units: 1500 });
    expect(settleBy(4250, setTender(entries, 'points', 2100), points)).toMatchObject({
      short: { tender: 'points', cents: 100 },
      complete: false,
    });
  });

  it('stand once each, and one scanned payment turns into the other', () => {
    const twice = addTender(addTender([], 'wechat'), 'wechat');
    expect(twice).toHaveLength(1);
    expect(swapTender(setTender(twice, 'wechat', 500), 'wechat', 'alipay')).toEqual([
      { tender: 'alipay', cents: 500 },
    ]);
  });

  it('nothing due is paid by nothing', () => {
    expect(settle(0, [], 0)).toMatchObject({ complete: true, missingCents: 0 });
  });
});

it('splits by the order the chain has chosen', () => {
  expect(splitWallet(30000, WALLET, 'bonus_first')).toEqual({
    principalCents: 8550,
    bonusCents: 21450,
  });
  expect(splitWallet(120000, WALLET, 'principal_first')).toEqual({
    principalCents: 107200,
    bonusCents: 12800,
  });
});

it('proposes the notes a member is likely to hand over', () => {
  expect(likelyCash(8170)).toEqual([8170, 9000, 10000]);
  expect(likelyCash(4300)).toEqual([4300, 5000, 10000]);
  expect(likelyCash(101_00)).toEqual([101_00, 110_00, 150_00, 200_00]);
  expect(likelyCash(10000)).toEqual([10000]);
  expect(likelyCash(0)).toEqual([]);
});
