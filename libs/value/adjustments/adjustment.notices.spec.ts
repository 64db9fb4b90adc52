import { adjustmentText } from './adjustment.notices.js';

describe('what the notice of an adjustment says', () => {
  it.each([
    ['principal', -10_00, '储值本金减少10.00元，现有90.00元。'],
    ['bonus', 10_00, '储值赠送增加10.00元，现有90.00元。'],
    ['points', 10, '积分增加10分，现有9000分。'],
  ] as const)('%s %i: %s', (account, amount, words) => {
    const act = { businessDate: '2026-11-22', storeName: '人民路店', balanceAfter: 90_00 };
    expect(adjustmentText({ ...act, account, amount })).toBe(`您11月22日在人民路店${words}`);
  });
});
