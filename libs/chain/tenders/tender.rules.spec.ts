import { tenderProblem, type TenderTerms, type TenderUse } from './tender.rules.js';

const CASH: TenderTerms = {
  code: 'cash',
  place: 'till',
  asksReference: false,
  refundable: true,
  retired: false,
  here: true,
};
const voucher = { ...CASH, code: 'meituan', refundable: false, asksReference: true };
const transfer: TenderTerms = { ...CASH, code: 'bank_transfer', place: 'bank' };

describe('a tender of money', () => {
  it.each<[string, TenderTerms | undefined, TenderUse, string | undefined, string | undefined]>([
    ['that nobody defined', undefined, 'sale', undefined, 'unknown'],
    ['is taken', CASH, 'sale', undefined, undefined],
    ['that is retired', { ...CASH, retired: true }, 'sale', undefined, 'retired'],
    ['of another store', { ...CASH, here: false }, 'top_up', undefined, 'not_here'],
    ['from bank to bank pays no sale', transfer, 'sale', undefined, 'not_for_this'],
    ['nor a card', transfer, 'card', undefined, 'not_for_this'],
    ['but moves into a wallet', transfer, 'top_up', undefined, undefined],
    ['and out of it', transfer, 'payout', undefined, undefined],
    ['that is not refundable pays a sale', voucher, 'sale', '8801', undefined],
    ['no wallet', voucher, 'top_up', '8801', 'not_refundable'],
    ['no deposit', voucher, 'card', '8801', 'not_refundable'],
    ['and pays nothing out', voucher, 'payout', '8801', 'not_refundable'],
    ['asks for its number', voucher, 'sale', undefined, 'reference_missing'],
    [
      'but not where money goes out',
      { ...voucher, refundable: true },
      'payout',
      undefined,
      undefined,
    ],
  ])('%s', (_what, tender, use, reference, problem) => {
    expect(tenderProblem(tender, use, reference)).toBe(problem);
  });
});
