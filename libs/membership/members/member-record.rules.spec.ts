import { randomBytes } from 'node:crypto';
import { mergedConsents, newAnswers } from './consent.rules.js';
import { whyAlike } from './duplicate.rules.js';
import { remaining } from './erasing.rules.js';
import { isPossibleNumber, tidyNumber } from './identity-number.rules.js';
import { seal, unseal } from './identity-seal.js';
import { photoTypeOf, sizeOfPicture } from './photo.rules.js';

describe('who may be one person', () => {
  const born = { birthMonth: 8, birthDay: 15 };
  it.each([
    ['the same phone', { phone: '1' }, { phone: '1', name: '别人' }, 'phone'],
    [
      'names that sound alike, born the same day',
      { name: '王晓明', ...born },
      { name: '王小明', ...born },
      'name_and_birthday',
    ],
    [
      "a nickname that is the other's name",
      { nickname: 'Anna', ...born },
      { name: 'anna', ...born },
      'name_and_birthday',
    ],
    [
      'the same name, another day',
      { name: '王小明', ...born },
      { name: '王小明', birthMonth: 8, birthDay: 16 },
      null,
    ],
    ['the same name, no day known', { name: '王小明' }, { name: '王小明' }, null],
    ['the same day, another name', { name: '王小明', ...born }, { name: '李小明', ...born }, null],
    ['a part of the name', { name: '小明', ...born }, { name: '王小明', ...born }, null],
    ['two without phones', { phone: null }, { phone: null }, null],
  ])('%s', (_, a, b, expected) => {
    expect(whyAlike(a, b)).toBe(expected);
  });
});

describe('consent', () => {
  it('writes down what is new only; messages about acts are on until refused', () => {
    const given = [
      { channel: 'sms_service', granted: true },
      { channel: 'sms_marketing', granted: false },
      { channel: 'wechat_marketing', granted: true },
      { channel: 'phone_marketing', granted: true },
      { channel: 'phone_marketing', granted: false },
    ] as const;
    expect(newAnswers(new Map(), given)).toEqual([{ channel: 'wechat_marketing', granted: true }]);
    expect(newAnswers(new Map([['sms_service', false]]), given)).toContainEqual({
      channel: 'sms_service',
      granted: true,
    });
  });

  it('is never won by a merge against a refusal', () => {
    const yes = new Map([['sms_marketing', true]] as const);
    const no = new Map([['sms_marketing', false]] as const);
    expect(mergedConsents(no, yes)).toEqual([]);
    expect(mergedConsents(yes, no)).toEqual([{ channel: 'sms_marketing', granted: false }]);
    expect(mergedConsents(new Map(), yes)).toEqual([{ channel: 'sms_marketing', granted: true }]);
    expect(mergedConsents(new Map(), no)).toEqual([{ channel: 'sms_marketing', granted: false }]);
  });
});

it('says what remains before a member can be erased', () => {
  const nothing = {
    principalCents: 0,
    bonusCents: 0,
    points: 0,
    debtCents: 0,
    pointsDebt: 0,
    cards: 0,
  };
  expect(remaining(nothing)).toEqual({});
  expect(remaining({ ...nothing, points: 3, cards: 1 })).toEqual({ points: 3, cards: 1 });
});

describe('document numbers', () => {
  it.each([
    ['id_card', '11010519491231002X', true],
    ['id_card', '110105194912310021', false],
    ['id_card', '11010519491231002', false],
    ['passport', 'E12345678', true],
    ['passport', 'E1 2', false],
    ['other', '12', false],
  ] as const)('%s %s', (kind, number, possible) => {
    expect(isPossibleNumber(kind, number)).toBe(possible);
  });

  it('are kept without spaces, in capitals', () => {
    expect(tidyNumber(' 110105 19491231 002x ')).toBe('11010519491231002X');
  });

  it('are sealed: not to be read, not to be moved to another row, not without the key', () => {
    const key = randomBytes(32);
    const sealed = seal(key, 7, '11010519491231002X');
    expect(sealed.toString('latin1')).not.toContain('1949');
    expect(unseal(key, 7, sealed)).toBe('11010519491231002X');
    expect(unseal(key, 8, sealed)).toBeNull();
    expect(unseal(randomBytes(32), 7, sealed)).toBeNull();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(unseal(key, 7, sealed)).toBeNull();
    expect(unseal(key, 7, sealed.subarray(0, 5))).toBeNull();
    expect(seal(key, 7, 'x')).not.toEqual(seal(key, 7, 'x'));
  });
});

describe('what a picture is by its bytes', () => {
  const bytes = (...parts: (number[] | string)[]) =>
    Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1')));
  it.each([
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], '....'), 'image/jpeg'],
    ['PNG', bytes([0x89], 'PNG\r\n\u001a\n', '....'), 'image/png'],
    ['WebP', bytes('RIFF....WEBPVP8 '), 'image/webp'],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg">'), null],
    ['a page', bytes('<html><script>'), null],
    ['GIF', bytes('GIF89a........'), null],
    ['sound in the same box', bytes('RIFF....WAVEfmt '), null],
    ['nothing', bytes(), null],
    ['too short', bytes([0xff, 0xd8]), null],
  ])('%s', (_, file, expected) => {
    expect(photoTypeOf(file)).toBe(expected);
  });
});

describe('how large a picture is, by its head', () => {
  const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
  it.each([
    ['PNG', '89504e470d0a1a0a 0000000d 49484452 00000280 000001e0', { width: 640, height: 480 }],
    [
      'JPEG, behind another segment',
      'ffd8 ffe0 0004 0000 ffc0 0011 08 01e0 0280 0301',
      { width: 640, height: 480 },
    ],
    ['JPEG that never begins', 'ffd8 ffe0 0004 0000 ffc4 0004 0000 ffd9', null],
    ['PNG that ends early', '89504e470d0a1a0a 0000', null],
    ['PNG without width', '89504e470d0a1a0a 0000000d 49484452 00000000 000001e0', null],
    [
      'WebP of the larger kind',
      '52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100',
      { width: 640, height: 480 },
    ],
    [
      'WebP without loss',
      '52494646 00000000 57454250 5650384c 0a000000 2f 7fc27700 0000000000',
      { width: 640, height: 480 },
    ],
    [
      'WebP with loss',
      '52494646 00000000 57454250 56503820 0a000000 000000 9d012a 8002 e001',
      { width: 640, height: 480 },
    ],
    ['no picture', '3c737667', null],
  ])('%s', (_, file, expected) => {
    expect(sizeOfPicture(hex(file))).toEqual(expected);
  });
});
