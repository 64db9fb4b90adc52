import { declaredNotices, signed } from '#chain/notices';
import { debitText } from '#counter/sales';
import { topUpText } from '#value/wallets';
import { reversalText } from '../../libs/value/wallets/top-up.notices.js';
import { smsSegments } from '../../libs/contact/messaging/sms.rules.js';
import { declareCapabilities } from './capabilities.js';

declareCapabilities();

describe('what notices say', () => {
  const place = { businessDate: '2026-11-22', storeName: '人民路店' };

  it('of a top-up: its figures, what came with it only where there is something', () => {
    const top = { ...place, principalCents: 1000_00, balanceCents: 1086_50, own: true };
    const gave = [
      { kind: 'bonus', amount: 100_00 },
      { kind: 'points', amount: 50 },
    ];
    expect(topUpText({ ...top, gave })).toBe(
      '您11月22日在人民路店充值1000.00元，赠送100.00元，赠送50积分，储值余额1086.50元。',
    );
    expect(topUpText({ ...top, gave: [] })).toBe(
      '您11月22日在人民路店充值1000.00元，储值余额1086.50元。',
    );
  });

  it('of a reversed top-up: whose card it was, and what was taken back', () => {
    const act = { ...place, principalCents: 133_00, gave: [{ kind: 'bonus', amount: 10_00 }] };
    expect(reversalText({ ...act, own: true, familyCardNo: null })).toBe(
      '您11月22日在人民路店撤销了一笔充值133.00元，当时赠送10.00元已收回。',
    );
    expect(reversalText({ ...act, own: false, familyCardNo: '6800102744139208' })).toBe(
      '您的副卡（尾号9208）11月22日在人民路店撤销了一笔充值133.00元，当时赠送10.00元已收回。',
    );
  });

  it('of a payment: its figures, in one part', () => {
    const act = { ...place, paid: ['储值支付200.00元，余额1086.50元'] };
    const text = signed('熟客', debitText(act));
    expect(text).toBe('【熟客】您11月22日在人民路店消费，储值支付200.00元，余额1086.50元。');
    expect(smsSegments(text)).toBe(1);
  });
});

it('security notices go out also to members who want no service messages: these', () => {
  const security = declaredNotices().flatMap((notice) => (notice.security ? [notice.kind] : []));
  expect(security.sort()).toEqual([
    'adjustment',
    'card_lost',
    'card_replaced',
    'family_card',
    'identity_replaced',
    'merged',
    'phone_changed',
    'pin_locked',
    'pin_reset',
    'points_debit',
    'refund',
    'top_up_reversal',
    'transfer_in_reversal',
    'transfer_out',
    'wallet_debit',
    'withdrawal',
  ]);
});
