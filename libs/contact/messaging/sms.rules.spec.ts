import { debitText, topUpText } from './message.locale.js';
import { suppressionOf } from './message.rules.js';
import { smsSegments } from './sms.rules.js';

describe('segments of a message (golden G30)', () => {
  const signature = '【熟客】';
  it.each([
    [66, '', 1],
    [67, '', 2],
    [60, '拒收请回复R', 1],
    [61, '拒收请回复R', 2],
    [130, '', 2],
    [131, '', 3],
  ])('%i characters and "%s" take %i', (length, optOut, segments) => {
    expect(smsSegments(signature + '字'.repeat(length) + optOut)).toBe(segments);
  });
});

describe('an emoji takes two units, and both go into one part', () => {
  const units = (before: number, after: number) => `${'字'.repeat(before)}🎂${'字'.repeat(after)}`;
  it.each([
    ['70 units', units(34, 34), 1],
    ['71 units, the emoji within a part', units(10, 59), 2],
    ['134 units, the emoji across unit 67', units(66, 66), 3],
    ['134 units, the emoji before unit 67', units(65, 67), 2],
    ['133 units, the emoji across unit 67', units(66, 65), 2],
    ['emoji only: 33 fit a part', '🎂'.repeat(67), 3],
    ['66 emoji', '🎂'.repeat(66), 2],
  ])('%s', (_name, text, parts) => {
    expect(smsSegments(text)).toBe(parts);
  });
});

describe('texts', () => {
  const sale = {
    businessDate: '2026-11-22',
    storeName: '人民路店',
    principalAfterCents: 905_35,
    bonusAfterCents: 181_15,
  };

  it('say the figures of a top-up, what came with it only where there is something', () => {
    const top = { ...sale, principalCents: 1000_00, given: ['赠送100.00元', '赠送50积分'] };
    expect(topUpText('熟客', top)).toBe(
      '【熟客】您11月22日在人民路店充值1000.00元，赠送100.00元，赠送50积分，储值余额1086.50元。',
    );
    expect(topUpText('', { ...top, given: [] })).toBe(
      '您11月22日在人民路店充值1000.00元，储值余额1086.50元。',
    );
  });

  it('say the figures of a debit in one part', () => {
    const text = debitText('熟客', { ...sale, paid: ['储值支付200.00元，余额1086.50元'] });
    expect(text).toBe('【熟客】您11月22日在人民路店消费，储值支付200.00元，余额1086.50元。');
    expect(smsSegments(text)).toBe(1);
  });
});

describe('a message about an act', () => {
  const to = { phone: '13800000000', smsService: null };
  const act = { kind: 'top_up' as const, wanted: true, voided: false };

  it.each([
    [to, act, null],
    [{ ...to, smsService: true }, act, null],
    [to, { ...act, wanted: false }, 'setting_off'],
    [to, { ...act, voided: true }, 'voided'],
    [{ ...to, phone: null }, act, 'no_phone'],
    [{ ...to, smsService: false }, act, 'no_consent'],
    [{ ...to, smsService: false }, { ...act, kind: 'sale_void' as const }, 'no_consent'],
    [{ ...to, smsService: false }, { ...act, kind: 'withdrawal' as const }, null],
    [{ ...to, smsService: false }, { ...act, kind: 'phone_changed' as const }, null],
    [{ ...to, smsService: false }, { ...act, kind: 'identity_replaced' as const }, null],
    [
      { ...to, smsService: false },
      { ...act, kind: 'pin_reset' as const, wanted: false },
      'setting_off',
    ],
  ])('%j %j: %s', (addressee, ofAct, reason) => {
    expect(suppressionOf(addressee, ofAct)).toBe(reason);
  });
});
