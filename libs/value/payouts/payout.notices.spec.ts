import { refundText } from './payout.notices.js';

describe('what the notice of a refund says', () => {
  it.each([
    [{ paidCents: 80_00, depositCents: 20_00 }, '办理退款80.00元、退还押金20.00元'],
    [{ paidCents: 0, depositCents: 20_00 }, '办理退还押金20.00元'],
    [{ paidCents: 0, depositCents: 0 }, '办理退卡'],
  ])('%j: %s', (figures, words) => {
    const place = { businessDate: '2026-11-22', storeName: '人民路店' };
    expect(refundText({ ...place, ...figures, balanceCents: 0 })).toBe(
      `您11月22日在人民路店${words}，储值余额0.00元。`,
    );
  });
});
