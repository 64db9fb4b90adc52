import { TENDERS } from '../pay/payment.rules.js';
import { byKey, CASH, MONEY_KEYS, settleTaken, TENDER_KEYS, twinOf } from './tender.rules.js';

describe('the key of a tender in a dialog', () => {
  it('chooses it, and keeps what was typed when it is pressed again', () => {
    const wechat = byKey(CASH, 'tenderScan', false, false);
    expect(wechat).toEqual({ tender: 'wechat', givenCents: null });
    expect(byKey(wechat, 'tenderScan', false, false)).toEqual(wechat);
    const cash = { tender: 'cash', givenCents: 100_00 } as const;
    expect(byKey(cash, 'tenderCash', true, true)).toEqual(cash);
  });

  it('pressed in the amount of one of a pair, takes the other', () => {
    const wechat = { tender: 'wechat', givenCents: null } as const;
    expect(byKey(wechat, 'tenderScan', true, false).tender).toBe('alipay');
    const card = { tender: 'bank_card', givenCents: null } as const;
    expect(byKey(card, 'tenderOther', true, true).tender).toBe('bank_transfer');
    expect(byKey(card, 'tenderOther', true, false).tender).toBe('bank_card');
  });

  it('chooses again after × took it out', () => {
    expect(byKey({ tender: null, givenCents: null }, 'tenderCash', false, false)).toEqual(CASH);
  });

  it('is the same as in the sale, for every tender of it', () => {
    const keyed: readonly string[] = Object.values(TENDER_KEYS).flat();
    expect(TENDERS.filter((tender) => !keyed.includes(tender))).toEqual([]);
    expect(Object.keys(TENDER_KEYS)).toEqual(['tenderWallet', ...MONEY_KEYS]);
  });
});

it('offers a bank transfer only where there is one', () => {
  expect(twinOf('bank_card', true)).toBe('bank_transfer');
  expect(twinOf('bank_card', false)).toBeNull();
  expect(twinOf('cash', true)).toBeNull();
});

describe('what was given for one amount', () => {
  it.each([
    ['exact cash', CASH, 50_00, { complete: true, changeCents: 0, missingCents: 0 }],
    [
      'a larger note gives change',
      { tender: 'cash', givenCents: 100_00 } as const,
      43_00,
      { complete: true, changeCents: 57_00, missingCents: 0 },
    ],
    [
      'too little is said',
      { tender: 'cash', givenCents: 20_00 } as const,
      43_00,
      { complete: false, changeCents: 0, missingCents: 23_00 },
    ],
    [
      'another number keyed as cash is not taken',
      { tender: 'cash', givenCents: 135_790_00 } as const,
      43_00,
      { complete: false, implausible: true },
    ],
    [
      'other tenders pay what is due',
      { tender: 'alipay', givenCents: null } as const,
      43_00,
      { complete: true, changeCents: 0, missingCents: 0 },
    ],
    [
      'nothing chosen pays nothing',
      { tender: null, givenCents: null },
      43_00,
      { complete: false, missingCents: 43_00 },
    ],
  ])('%s', (_what, taken, amountCents, expected) => {
    expect(settleTaken(amountCents, taken)).toMatchObject(expected);
  });
});
