import {
  advertisementParts,
  renderTemplate,
  unknownVariables,
  variablesIn,
  type MemberFigures,
} from './template.rules.js';

const member: MemberFigures = {
  name: '周若彤',
  levelName: '金卡',
  storeName: '人民路店',
  principalCents: 905_35,
  bonusCents: 181_15,
  points: 1_280,
  birthday: { calendar: 'lunar', month: 6, day: 15, leapMonth: true },
};

describe('a template', () => {
  it('puts in what a member has, by either name of a variable', () => {
    expect(
      renderTemplate('{name}您好，{等级}余额{ balance }元，赠送{bonus}元，{points}分', member),
    ).toBe('周若彤您好，金卡余额1086.50元，赠送181.15元，1280分');
    expect(renderTemplate('{store}{principal}', member)).toBe('人民路店905.35');
  });

  it.each([
    [{ calendar: 'lunar', month: 6, day: 15, leapMonth: true }, '农历闰六月十五'],
    [{ calendar: 'lunar', month: 12, day: 30, leapMonth: false }, '农历腊月三十'],
    [{ calendar: 'lunar', month: 1, day: 1, leapMonth: false }, '农历正月初一'],
    [{ calendar: 'lunar', month: 11, day: 20, leapMonth: false }, '农历冬月二十'],
    [{ calendar: 'lunar', month: 8, day: 10, leapMonth: false }, '农历八月初十'],
    [{ calendar: 'lunar', month: 8, day: 21, leapMonth: false }, '农历八月廿一'],
    [{ calendar: 'solar', month: 2, day: 29, leapMonth: false }, '2月29日'],
    [null, ''],
  ] as const)('says a birthday as people say it: %j %s', (birthday, words) => {
    expect(renderTemplate('{生日}', { ...member, birthday })).toBe(words);
  });

  it('knows its variables, and what is none', () => {
    expect(variablesIn('{name}{姓名}{points}')).toEqual(['name', 'points']);
    expect(unknownVariables('{nmae} {} {name} {余额}')).toEqual(['{nmae}', '{}']);
    expect(unknownVariables('半个{括号')).toEqual(['{']);
    expect(unknownVariables('{{name}}')).toEqual(['{', '}']);
    expect(unknownVariables('没有变量')).toEqual([]);
  });

  it('takes the full-width braces of a Chinese keyboard for braces', () => {
    expect(renderTemplate('｛姓名｝您好，{ｐｏｉｎｔｓ｝分', member)).toBe('周若彤您好，1280分');
    expect(variablesIn('｛姓名｝')).toEqual(['name']);
    expect(unknownVariables('｛昵称｝半个｛括号')).toEqual(['{昵称}', '{']);
  });

  it('counts signature and opt-out (golden G30)', () => {
    expect(advertisementParts('熟客', '字'.repeat(60), '拒收请回复R')).toBe(1);
    expect(advertisementParts('熟客', '字'.repeat(61), '拒收请回复R')).toBe(2);
    expect(advertisementParts('熟客', '字'.repeat(66), '')).toBe(1);
    expect(advertisementParts('', '字'.repeat(70), '')).toBe(1);
  });
});
