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

describe('a message about an act', () => {
  const to = { phone: '13800000000', smsService: null };
  const act = { security: false, wanted: true, voided: false };

  it.each([
    [to, act, null],
    [{ ...to, smsService: true }, act, null],
    [to, { ...act, wanted: false }, 'setting_off'],
    [to, { ...act, voided: true }, 'voided'],
    [{ ...to, phone: null }, act, 'no_phone'],
    [{ ...to, smsService: false }, act, 'no_consent'],
    [{ ...to, smsService: false }, { ...act, security: true }, null],
    [{ ...to, smsService: false }, { ...act, security: true, wanted: false }, 'setting_off'],
  ])('%j %j: %s', (addressee, ofAct, reason) => {
    expect(suppressionOf(addressee, ofAct)).toBe(reason);
  });
});
