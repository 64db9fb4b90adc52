import { memberKeys, questionOf, searchText } from './member-search.rules.js';

const keysOf = (member: Parameters<typeof memberKeys>[0], kind: string) =>
  memberKeys(member)
    .filter((key) => key.kind === kind || key.kind === `${kind}_part`)
    .map(({ key }) => key);

describe('what a member is found by', () => {
  it('every suffix of the name in hanzi, pinyin and initials', () => {
    const member = { name: '王小明' };
    expect(keysOf(member, 'name')).toEqual(['王小明', '小明', '明']);
    expect(keysOf(member, 'pinyin')).toEqual(['wangxiaoming', 'xiaoming', 'ming']);
    expect(keysOf(member, 'initials')).toEqual(['wxm', 'xm', 'm']);
  });

  it('whole names apart from their parts', () => {
    const kinds = memberKeys({ name: '王小明' }).map(({ key, kind }) => `${kind} ${key}`);
    expect(kinds).toContain('pinyin wangxiaoming');
    expect(kinds).toContain('pinyin_part xiaoming');
    expect(kinds).toContain('name_part 明');
  });

  it('reads a surname as a surname', () => {
    expect(keysOf({ name: '单雄信' }, 'pinyin')[0]).toBe('shanxiongxin');
    expect(keysOf({ name: '曾小贤' }, 'pinyin')[0]).toBe('zengxiaoxian');
    expect(keysOf({ name: '欧阳娜' }, 'initials')[0]).toBe('oyn');
    expect(keysOf({ name: '单田芳' }, 'pinyin')[0]).toBe('shantianfang');
  });

  it('latin names without case and spaces, from each word on', () => {
    expect(keysOf({ name: 'Anna Lee' }, 'name')).toEqual(['annalee', 'lee']);
    expect(keysOf({ name: 'Anna Lee' }, 'initials')).toEqual(['al', 'l']);
    expect(keysOf({ name: 'Tony老师' }, 'pinyin')).toEqual(['tonylaoshi', 'laoshi', 'shi']);
  });

  it('the nickname too, and the phone with its last four', () => {
    const keys = memberKeys({ name: '李雷', nickname: '小李', phone: '19900002046' });
    expect(keys).toEqual(
      expect.arrayContaining([
        { key: 'xiaoli', kind: 'pinyin' },
        { key: '19900002046', kind: 'phone' },
        { key: '2046', kind: 'last4' },
      ]),
    );
    expect(new Set(keys.map(({ key, kind }) => kind + key)).size).toBe(keys.length);
  });

  it('keeps what is no hanzi as it is', () => {
    expect(keysOf({ name: '阿Q' }, 'name')).toEqual(['阿q', 'q']);
    expect(keysOf({ name: '😀' }, 'name')).toEqual(['😀']);
  });
});

/** Whether a member of this name is among those that a question finds. */
function finds(typed: string, name: string): boolean {
  const question = questionOf(typed);
  if (question.by !== 'name') return false;
  return memberKeys({ name }).some(
    ({ key, kind }) => kind !== 'phone' && kind !== 'last4' && key.startsWith(question.text),
  );
}

describe('who is found', () => {
  it.each([
    ['simplified finds traditional', '张晓丽', '張曉麗'],
    ['traditional finds simplified', '張曉', '张晓丽'],
    ['the pinyin of a traditional name', 'zhangxiaoli', '張曉麗'],
    ['a traditional surname read as one', 'shanxiongxin', '單雄信'],
    ['ü typed u', 'lu', '吕布'],
    ['ü typed v', 'lvbu', '吕布'],
    ['ü typed yu', 'lyubu', '吕布'],
    ['ü typed ü', 'lüb', '吕布'],
    ['üe typed ue', 'lue', '略通'],
    ['üe typed ve', 'lvetong', '略通'],
    ['üe typed yue', 'lyue', '略通'],
    ['nü typed v', 'nv', '女娲'],
    ['nü typed yu', 'nyuwa', '女娲'],
    ['lin and yu are two syllables', 'liny', '林宇'],
    ['and stay two when typed on', 'linyu', '林宇'],
    ['重 read chong', 'wangchongyang', '王重阳'],
    ['重 read zhong', 'wangzhongyang', '王重阳'],
    ['the initials of both readings', 'wcy', '王重阳'],
    ['the initials of the other reading', 'wzy', '王重阳'],
    ['单 as a surname', 'shantian', '单田芳'],
    ['单 as it is read elsewhere', 'dantian', '单田芳'],
    ['a given name in another reading', 'yueyue', '王乐乐'],
    ['a given name with one character in another reading', 'leyue', '王乐乐'],
    ['a latin name with lv', 'silva', 'Silva'],
    ['a latin name begun', 'silv', 'Silva'],
    ['a latin name with ly and u', 'kelly', 'Kelly Underwood'],
    ['and typed on', 'kelly und', 'Kelly Underwood'],
    ['a name with an accent', 'jose', 'José'],
    ['a name with letters that nobody sees', '王小明', '王\u200B小\u202E明'],
    ['full-width letters and digits', '阿q1', '阿Ｑ１'],
  ])('%s: %s finds %s', (_what, typed, name) => expect(finds(typed, name)).toBe(true));

  it.each([
    ['zhongyang', '钟阳明', '王重阳'],
    ['lubu', '吕布', '李布'],
    ['lin', '林宇', '李宇'],
  ])('%s finds %s and not %s', (typed, name, other) => {
    expect(finds(typed, name)).toBe(true);
    expect(
      memberKeys({ name: other }).some(
        ({ key, kind }) => kind === 'pinyin' && key.startsWith(typed),
      ),
    ).toBe(false);
  });

  it('reads a surname as one before all other readings', () => {
    const kinds = memberKeys({ name: '单田芳' })
      .filter(({ key }) => /^(shan|dan|chan)/.test(key))
      .map(({ key, kind }) => `${kind} ${key}`);
    expect(kinds).toEqual([
      'pinyin shantianfang',
      'pinyin_part dantianfang',
      'pinyin_part chantianfang',
    ]);
  });

  it('has no more readings than can be kept', () => {
    expect(memberKeys({ name: '乐单朴重长行乐单朴重' }).length).toBeLessThan(300);
  });
});

describe('what was asked', () => {
  it.each([
    ['138 1234 2046', { by: 'number', number: '13812342046', phone: '13812342046' }],
    ['+8613812342046', { by: 'number', number: '+8613812342046', phone: '13812342046' }],
    ['8613812342046', { by: 'number', number: '8613812342046', phone: '13812342046' }],
    ['(+86) 138 1234 2046', { by: 'number', number: '(+86)13812342046', phone: '13812342046' }],
    [
      '\u202A１３８１２３４２０４６\u202C',
      { by: 'number', number: '13812342046', phone: '13812342046' },
    ],
    [
      '；6800102732742401？',
      { by: 'number', number: '6800102732742401', phone: '6800102732742401' },
    ],
    ['王\u200B小明', { by: 'name', text: '王小明' }],
    ['2046', { by: 'last4', digits: '2046' }],
    ['单田芳 1100', { by: 'name_and_last4', text: '单田芳', digits: '1100', whole: '单田芳1100' }],
    ['單田芳1100', { by: 'name_and_last4', text: '单田芳', digits: '1100', whole: '单田芳1100' }],
    ['1100 单田芳', { by: 'name_and_last4', text: '单田芳', digits: '1100', whole: '1100单田芳' }],
    ['shan tf 1100', { by: 'name_and_last4', text: 'shantf', digits: '1100', whole: 'shantf1100' }],
    ['A00123', { by: 'name', text: 'a00123' }],
    ['WXM', { by: 'name', text: 'wxm' }],
    ['wang xiaoming', { by: 'name', text: 'wangxiaoming' }],
    ['小明', { by: 'name', text: '小明' }],
    ['ＷＸＭ', { by: 'name', text: 'wxm' }],
    ['12', { by: 'nothing' }],
    ['  ', { by: 'nothing' }],
  ])('%s', (typed, expected) => expect(questionOf(typed)).toEqual(expected));

  it('compares names without blanks and dots', () => {
    expect(searchText('阿里·木 江')).toBe('阿里木江');
  });
});
